/** Makes `<entente-card>` known: a side effect, and nothing else. */
import { EntenteCard } from '../elements/card/entente-card.js';
import { defineElement } from './define-element.js';

defineElement('entente-card', EntenteCard);
