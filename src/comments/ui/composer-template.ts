import { html, nothing, type TemplateResult } from 'lit';
import type { Capabilities } from '../providers/provider.js';
import type { Localizer } from '../../i18n/localize.js';
import type { MessageKey } from '../../i18n/locale-registry.js';
import { icon } from '../../elements/ui/icons.js';
import { button } from './comment-actions.js';
import type { TaggedEvent } from './comments-context.js';

export type Purpose = 'comment' | 'reply' | 'change';
/** Fields that something can be wrong with. */
export type Field = 'text' | 'name' | 'email' | 'consent';

/** What a composer is drawn from. */
export interface ComposerContext {
  i18n: Localizer;
  capabilities: Capabilities;
  /** Name of the attribute's provider. */
  provider: string;
  purpose: Purpose;
  /** Whom it answers; empty for a comment without a name. */
  to?: string;
  /** Events to choose from, newest first; none where there are too many. */
  choices: readonly TaggedEvent[];
  privacy?: string;
  consent: boolean;
  /** The reader has never posted here, as far as is known. */
  first: boolean;
  online: boolean;
}

/** What is in it. */
export interface ComposerState {
  length: number;
  taggedEvent?: TaggedEvent;
  hint: 'saved' | 'refused' | 'maybe' | '';
  savedAt: number;
  error?: { field: Field; key: MessageKey };
  remembers: boolean;
}

const STORED_BY: Record<string, MessageKey> = { wordpress: 'write.wordpress', waline: 'write.waline' };

/** Two forms may be open in one box: each has ids of its own. */
const faultId = ({ purpose }: ComposerContext, field: Field) => `${purpose}-fault-${field}`;

/** What is said under a field: what is wrong with it. */
const fault = (ctx: ComposerContext, { error }: ComposerState, field: Field): unknown =>
  error?.field === field
    ? html`<span class="fault" id=${faultId(ctx, field)} role="alert"
        >${icon('warning')}${ctx.i18n.t(error.key)}</span
      >`
    : '';

const described = (ctx: ComposerContext, { error }: ComposerState, field: Field): unknown =>
  error?.field === field ? faultId(ctx, field) : nothing;

/** What is known of the draft, and how long it is. */
function hint(
  { i18n, capabilities, purpose }: ComposerContext,
  { hint: kind, savedAt, length }: ComposerState,
): TemplateResult {
  const text =
    kind === 'saved'
      ? html`${icon('check')}${i18n.t('write.saved', { time: i18n.time(savedAt) })}`
      : kind === 'refused'
        ? html`${icon('warning')}${i18n.t('error.comments/storage')}`
        : kind === 'maybe'
          ? html`${icon('warning')}${i18n.t('write.maybeSent')}`
          : '';
  return html`<div class="hint">
    <span role="status">${text}</span
    ><bdi class="number" id="${purpose}-length" dir="ltr"
      >${i18n.t('write.length', { n: length, most: capabilities.maxLength })}</bdi
    >
  </div>`;
}

/** Which event it is about: the record as a whole unless the reader chooses one. */
function about({ i18n, choices }: ComposerContext, { taggedEvent }: ComposerState): TemplateResult | '' {
  const isChoice = !taggedEvent || choices.some(({ id }) => id === taggedEvent.id);
  const all = isChoice ? choices : [taggedEvent, ...choices];
  if (!all.length) return '';
  return html`<label
    >${i18n.t('write.about')}<select class="select" name="event">
      <option value="" .selected=${!taggedEvent}>${i18n.t('write.aboutAll')}</option>
      ${all.map(
        ({ id, title, date }) =>
          html`<option value=${id} .selected=${id === taggedEvent?.id}>
            ${i18n.t('comment.event', { event: title, date })}
          </option>`,
      )}
    </select></label
  >`;
}

/** Name and e-mail, where the engine has a use for them. */
function person(ctx: ComposerContext, state: ComposerState): TemplateResult | '' {
  const { i18n, capabilities, purpose } = ctx;
  if (purpose === 'change' || (capabilities.name === 'none' && capabilities.email === 'none')) return '';
  const extra = (wanted: string, words: string[]) =>
    html`<span
      >${[wanted === 'optional' ? i18n.t('write.optional') : '', ...words].filter(Boolean).join(', ')}</span
    >`;
  const field = (name: 'name' | 'email', type: string, label: MessageKey, words: string[]) =>
    capabilities[name] === 'none'
      ? ''
      : html`<label
          ><span class="label">${i18n.t(label)} ${extra(capabilities[name], words)}</span
          ><input
            name=${name}
            type=${type}
            autocomplete=${name}
            maxlength="200"
            ?required=${capabilities[name] === 'required'}
            aria-invalid=${state.error?.field === name ? 'true' : nothing}
            aria-describedby=${described(ctx, state, name)}
          />${fault(ctx, state, name)}</label
        >`;
  return html`<div class="two-columns">
      ${field('name', 'text', 'write.name', [])}${field('email', 'email', 'write.email', [i18n.t('write.hidden')])}
    </div>
    <label class="tickbox"
      ><input type="checkbox" name="remember" .checked=${state.remembers} /><span
        >${i18n.t('write.remember')}</span
      ></label
    >`;
}

/** What the reader has to know before anything is sent. */
function before({ i18n, first, capabilities, purpose }: ComposerContext): TemplateResult | '' {
  if (capabilities.storedHere || !first || purpose === 'change') return '';
  return html`<p class="first" part="before-first">
    ${icon('clock')}<span
      ><b>${i18n.t('write.first')}</b> ${i18n.t('write.public')}${
        capabilities.moderated === true ? ` ${i18n.t('write.moderated')}` : ''
      }</span
    >
  </p>`;
}

/** Where the words go. */
function notice({ i18n, capabilities: { storedHere }, provider, privacy }: ComposerContext): TemplateResult {
  return html`<p class="notice" part="notice">
    ${storedHere ? icon('lock') : ''}<span
      >${
        storedHere
          ? i18n.t('write.private')
          : i18n.t('write.storedBy', { engine: i18n.t(STORED_BY[provider] ?? 'write.server') })
      }
      ${privacy ? html`<a href=${privacy}>${i18n.t('write.privacy')}</a>` : ''}</span
    >
  </p>`;
}

const LABELS: Record<Purpose, MessageKey> = {
  comment: 'write.comment',
  reply: 'write.comment',
  change: 'write.change',
};

function textField(ctx: ComposerContext, state: ComposerState): TemplateResult {
  const { i18n, purpose, to, capabilities } = ctx;
  const { storedHere, maxLength } = capabilities;
  const label = i18n.t(storedHere && purpose !== 'change' ? 'write.note' : LABELS[purpose]);
  return html`<label
    ><span class="label"
      >${label}
      ${to === undefined || storedHere ? '' : html`<span>${i18n.t('write.to', { name: to })}</span>`}</span
    ><textarea
      name="text"
      rows="3"
      dir="auto"
      placeholder=${purpose === 'change' ? nothing : i18n.t(storedHere ? 'write.noteHint' : 'write.hint')}
      aria-describedby="${purpose}-length ${state.error?.field === 'text' ? faultId(ctx, 'text') : ''}"
      aria-invalid=${state.error?.field === 'text' ? 'true' : nothing}
      maxlength=${maxLength * 2}
    ></textarea
    >${fault(ctx, state, 'text')}</label
  >`;
}

const consentBox = (ctx: ComposerContext, state: ComposerState): TemplateResult =>
  html`<label class="tickbox"
    ><input
      type="checkbox"
      name="consent"
      required
      aria-describedby=${described(ctx, state, 'consent')}
    /><span>${ctx.i18n.t('write.consent')}</span>${fault(ctx, state, 'consent')}</label
  >`;

/** The form. Its fields keep their own values: to draw it never touches what the reader types. */
export function composerTemplate(ctx: ComposerContext, state: ComposerState): TemplateResult {
  const { i18n, purpose, consent, capabilities } = ctx;
  const { storedHere } = capabilities;
  const send = purpose === 'change' ? 'write.save' : storedHere ? 'write.keep' : 'write.post';
  return html`<form class="form ${purpose}" part="composer" novalidate>
    ${textField(ctx, state)}${hint(ctx, state)}${purpose === 'comment' ? about(ctx, state) : ''}${person(
      ctx,
      state,
    )}${consent && purpose !== 'change' && !storedHere ? consentBox(ctx, state) : ''}${before(ctx)}
    <div class="submit-row">
      ${purpose === 'change' ? html`<p></p>` : notice(ctx)}
      <span class="bar"
        >${purpose === 'comment' ? '' : button('closeForm', i18n.t('write.cancel'))}<button
          class="button solid"
          type="submit"
        >
          ${i18n.t(send)}
        </button></span
      >
    </div>
  </form>`;
}
