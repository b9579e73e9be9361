import { LitElement } from 'lit';
import { pending } from '../lib/tasks.js';
import { dress } from './page-styles.js';

/** Draws in a task of its own where other work has just been done; until then what stands in stays in sight. */
export abstract class PatientElement extends LitElement {
  /** Asked on connection and again before the first update: an empty shadow tree would hide what stands in. */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    if (pending()) return undefined as never;
    if (this.ownerDocument === document) return super.createRenderRoot();
    // Made in this document and put into another: Lit would hand that our sheets, and it throws.
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    dress(root, this.constructor as typeof PatientElement);
    return root;
  }

  protected override async scheduleUpdate(): Promise<void> {
    while (pending()) await pending();
    await super.scheduleUpdate();
  }
}
