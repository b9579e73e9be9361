/** Makes all tags known, and the bundled record: `dist/entente.js`, and `entente-elements/define`. */
import './record/bundled-record.js';
import './define/define-card.js';
import './define/define-timeline.js';
import './define/define-comments.js';
