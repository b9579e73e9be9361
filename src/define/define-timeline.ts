/** Makes `<entente-timeline>` known: a side effect, and nothing else. */
import { EntenteTimeline } from '../elements/timeline/entente-timeline.js';
import { defineElement } from './define-element.js';

defineElement('entente-timeline', EntenteTimeline);
