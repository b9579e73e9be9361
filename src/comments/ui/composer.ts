import { render } from 'lit';
import { anchorIn, withAnchor } from '../text/event-anchor.js';
import type { Drafts, Person, ThreadRef } from '../outbox/drafts.js';
import type { MessageKey } from '../../i18n/locale-registry.js';
import {
  composerTemplate,
  type ComposerContext,
  type ComposerState,
  type Field,
} from './composer-template.js';
import type { TaggedEvent } from './comments-context.js';

/** What a reader sends. */
export interface Written {
  /** As it is sent: with the line that ties it to an event. */
  text: string;
  name: string;
  email: string;
  /** The engine may have this text already. */
  maybeSent: boolean;
}

/** What a composer needs of the box. */
export interface ComposerHost {
  readonly drafts: Drafts;
  /** Events by id. */
  taggedEvent: (id: string) => TaggedEvent | undefined;
  /** Milliseconds now. */
  now: () => number;
  /** What is stored is another: there may be more, or less, to forget. */
  changed: () => void;
  send: (composer: Composer, written: Written) => void;
}

/**
 * A form that keeps what is typed as it is typed, with a render root of its own: a press of a key draws these few
 * nodes and nothing else.
 */
export class Composer {
  readonly element: HTMLElement = document.createElement('div');
  readonly place: ThreadRef;
  readonly #host: ComposerHost;
  #ctx?: ComposerContext;
  #state: ComposerState;
  #maybeSent = false;
  /** The line that ties what is written to its event, made once for it. */
  #line = '';
  /** The text of this place that storage has, or had. */
  #saved = '';
  /** A text with the line of an event that is not known yet. */
  #loaded = false;
  #unsubscribe?: () => void;

  /** @param initial the text to begin with where there is no draft; such a text is no draft before it is changed. */
  constructor(
    place: ThreadRef,
    host: ComposerHost,
    readonly initial = '',
  ) {
    this.place = place;
    this.#host = host;
    this.#state = { length: 0, hint: '', savedAt: 0, remembers: !!host.drafts.person() };
    this.element.className = 'composer';
    this.element.addEventListener('input', this.#typed);
    this.element.addEventListener('change', this.#chosen);
    this.element.addEventListener('submit', this.#submitted);
    for (const type of ['keydown', 'keypress', 'keyup']) this.element.addEventListener(type, this.#pressed);
    this.wake();
  }

  /** Draws the form for the first time, or what has changed around it. */
  update(ctx: ComposerContext): void {
    const first = !this.#ctx;
    this.#ctx = ctx;
    this.#draw();
    if (first) {
      this.#person(this.#host.drafts.person());
      this.load();
    } else if (this.#loaded) this.#untie();
  }

  /** The text as it would be sent. */
  get text(): string {
    const text = this.#area?.value ?? '';
    return text.trim() ? this.#line + text : text;
  }

  /** Ties what is written to an event, or to none. */
  tie(taggedEvent: TaggedEvent | undefined): void {
    this.#setEvent(taggedEvent);
    this.#keep();
  }

  #setEvent(taggedEvent: TaggedEvent | undefined): void {
    this.#line = taggedEvent ? withAnchor('', taggedEvent) : '';
    this.#state = { ...this.#state, taggedEvent };
  }

  focus(): void {
    this.#area?.focus();
  }

  /** Shows the draft of this place; an empty box where there is none. */
  load(): void {
    const draft = this.#host.drafts.load(this.place);
    this.#show(draft?.text ?? this.initial, draft?.maybeSent ?? false);
    this.#saved = draft?.text ?? '';
    if (draft) this.#state = { ...this.#state, hint: draft.maybeSent ? 'maybe' : '' };
    this.#draw();
  }

  /** The engine has this text, or the outbox does: the box is free, or goes on with another draft of this place. */
  clear(text: string): void {
    if (this.text === text) this.load();
  }

  /** Hears of what other tabs do with the text. */
  wake(): void {
    if (this.#unsubscribe) return;
    const heard = () => {
      // Another tab has gone on with it, or sent it.
      if (this.text === this.#saved) this.load();
    };
    this.#unsubscribe = this.#host.drafts.subscribe(this.place, heard);
    if (this.#ctx) heard();
  }

  /** Hears of nothing more until it is woken. */
  dispose(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }

  get #area(): HTMLTextAreaElement | null {
    return this.element.querySelector('textarea');
  }

  #input(name: string): HTMLInputElement | null {
    return this.element.querySelector(`input[name="${name}"]`);
  }

  #draw(): void {
    if (this.#ctx) render(composerTemplate(this.#ctx, this.#state), this.element);
  }

  #show(text: string, maybeSent: boolean): void {
    this.#maybeSent = maybeSent;
    if (this.#area) this.#area.value = text;
    this.#setEvent(undefined);
    this.#state = { ...this.#state, hint: '', error: undefined, length: text.length };
    this.#loaded = true;
    this.#untie();
  }

  /** Takes the line of an event off a text that was loaded, as soon as that event is known. */
  #untie(): void {
    const area = this.#area;
    const anchor = area && anchorIn(area.value, (id) => !!this.#host.taggedEvent(id));
    const taggedEvent = anchor && this.#host.taggedEvent(anchor.id);
    if (!taggedEvent) return;
    area.value = anchor.rest;
    this.#loaded = false;
    this.#setEvent(taggedEvent);
    // As it is sent: with the line.
    this.#state.length = this.text.length;
    this.#draw();
  }

  #person(person?: Person): void {
    for (const name of ['name', 'email'] as const) {
      const input = this.#input(name);
      if (input && person) input.value = person[name];
    }
  }

  readonly #typed = ({ target }: Event): void => {
    if (target === this.#area) this.#keep();
    else if (this.#state.error) this.#fail();
  };

  readonly #chosen = ({ target }: Event): void => {
    const { name, value } = target as HTMLInputElement;
    if (name === 'event') this.tie(this.#host.taggedEvent(value));
    // Unticked, what was remembered goes at once; ticked, it is kept when something is sent.
    else if (name === 'remember') {
      this.#state = { ...this.#state, remembers: (target as HTMLInputElement).checked };
      if (!this.#state.remembers) this.#host.drafts.remember();
      this.#host.changed();
    }
  };

  /** Keeps what is there now. */
  #keep(): void {
    const { text } = this;
    const { saved } = this.#host.drafts.save(this.place, text);
    if (saved) this.#saved = text;
    this.#loaded = false;
    this.#state = {
      ...this.#state,
      length: text.length,
      error: undefined,
      hint: !text ? '' : saved ? 'saved' : 'refused',
      savedAt: this.#host.now(),
    };
    this.#draw();
    this.#host.changed();
  }

  /** What is typed here is none of the page's shortcuts; Ctrl or ⌘ with Enter sends it. */
  readonly #pressed = (event: Event): void => {
    event.stopPropagation();
    const { type, key, ctrlKey, metaKey } = event as KeyboardEvent;
    if (type !== 'keydown' || key !== 'Enter' || !(ctrlKey || metaKey)) return;
    event.preventDefault();
    this.element.querySelector('form')?.requestSubmit();
  };

  readonly #submitted = (event: Event): void => {
    event.preventDefault();
    const fault = this.#fault();
    this.#fail(fault);
    if (fault) return;
    const person = { name: this.#value('name'), email: this.#value('email') };
    if (this.#state.remembers && this.#input('name')) this.#host.drafts.remember(person);
    this.#host.send(this, { text: this.text, ...person, maybeSent: this.#maybeSent });
  };

  #value(name: string): string {
    return this.#input(name)?.value.trim() ?? '';
  }

  /** The first thing that is wrong. */
  #fault(): ComposerState['error'] {
    const area = this.#area;
    const { capabilities } = this.#ctx ?? {};
    const wrong = (field: Field, key: MessageKey) => ({ field, key });
    if (!area?.value.trim()) return wrong('text', 'error.comments/empty');
    if (capabilities && this.text.length > capabilities.maxLength)
      return wrong('text', 'error.comments/too-long');
    for (const name of ['name', 'email'] as const) {
      const input = this.#input(name);
      if (input && (!input.validity.valid || (input.required && !input.value.trim())))
        return wrong(name, name === 'name' ? 'write.noName' : 'write.badEmail');
    }
    const consent = this.#input('consent');
    return consent && !consent.checked ? wrong('consent', 'write.noConsent') : undefined;
  }

  #fail(error?: ComposerState['error']): void {
    this.#state = { ...this.#state, error };
    this.#draw();
    if (error) this.element.querySelector<HTMLElement>(`[name="${error.field}"]`)?.focus();
  }
}
