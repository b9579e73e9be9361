import { LitElement } from 'lit';
import { pending } from '../lib/tasks.js';

/** Draws in a task of its own where other work has just been done; until then what stands in stays in sight. */
export abstract class PatientElement extends LitElement {
  /** Asked on connection and again before the first update: an empty shadow tree would hide what stands in. */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    return pending() ? (undefined as never) : super.createRenderRoot();
  }

  protected override async scheduleUpdate(): Promise<void> {
    while (pending()) await pending();
    await super.scheduleUpdate();
  }
}
