/** Makes `<entente-comments>` known: a side effect, and nothing else. */
import { EntenteComments } from '../comments/ui/entente-comments.js';
import { defineElement } from './define-element.js';

defineElement('entente-comments', EntenteComments);
