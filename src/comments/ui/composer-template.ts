import { html, nothing, type TemplateResult } from 'lit';
import type { Capabilities } from '../providers/provider.js';
import type { Localizer } from '../../i18n/localize.js';
import type { MessageKey } from '../../i18n/locale-registry.js';
import { icon } from '../../elements/ui/icons.js';
import type { Topic } from './comments-context.js';

export type Purpose = 'comment' | 'reply' | 'change';
/** Fields that something can be wrong with. */
export type Field = 'text' | 'name' | 'email' | 'consent';

/** What a composer is drawn from. */
export interface ComposerContext {
  l: Localizer;
  can: Capabilities;
  isLocal: boolean;
  /** Name of the attribute's provider. */
  provider: string;
  purpose: Purpose;
  /** Whom it answers; empty for a comment without a name. */
  to?: string;
  /** Events to choose from, newest first; none where there are too many. */
  choices: readonly Topic[];
  privacy?: string;
  consent: boolean;
  /** The reader has never posted here, as far as is known. */
  first: boolean;
  online: boolean;
}

/** What is in it. */
export interface ComposerState {
  length: number;
  topic?: Topic;
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
        >${icon('warning')}${ctx.l.t(error.key)}</span
      >`
    : '';

const described = (ctx: ComposerContext, { error }: ComposerState, field: Field): unknown =>
  error?.field === field ? faultId(ctx, field) : nothing;

/** What is known of the draft, and how long it is. */
function hint(
  { l, can, purpose }: ComposerContext,
  { hint: kind, savedAt, length }: ComposerState,
): TemplateResult {
  const text =
    kind === 'saved'
      ? html`${icon('check')}${l.t('write.saved', { time: l.time(savedAt) })}`
      : kind === 'refused'
        ? html`${icon('warning')}${l.t('error.comments/storage')}`
        : kind === 'maybe'
          ? html`${icon('warning')}${l.t('write.maybeSent')}`
          : '';
  return html`<div class="hint">
    <span role="status">${text}</span
    ><bdi class="num" id="${purpose}-length" dir="ltr"
      >${l.t('write.length', { n: length, most: can.maxLength })}</bdi
    >
  </div>`;
}

/** Which event it is about: the record as a whole unless the reader chooses one. */
function about({ l, choices }: ComposerContext, { topic }: ComposerState): TemplateResult | '' {
  const all = topic && !choices.some(({ id }) => id === topic.id) ? [topic, ...choices] : choices;
  if (!all.length) return '';
  return html`<label
    >${l.t('write.about')}<select class="sel" name="topic">
      <option value="" .selected=${!topic}>${l.t('write.aboutAll')}</option>
      ${all.map(
        ({ id, title, date }) =>
          html`<option value=${id} .selected=${id === topic?.id}>
            ${l.t('comment.event', { event: title, date })}
          </option>`,
      )}
    </select></label
  >`;
}

/** Name and e-mail, where the engine has a use for them. */
function person(ctx: ComposerContext, state: ComposerState): TemplateResult | '' {
  const { l, can, purpose } = ctx;
  if (purpose === 'change' || (can.name === 'none' && can.email === 'none')) return '';
  const extra = (wanted: string, words: string[]) =>
    html`<span
      >${[wanted === 'optional' ? l.t('write.optional') : '', ...words].filter(Boolean).join(', ')}</span
    >`;
  const field = (name: 'name' | 'email', type: string, label: MessageKey, words: string[]) =>
    can[name] === 'none'
      ? ''
      : html`<label
          ><span class="lb">${l.t(label)} ${extra(can[name], words)}</span
          ><input
            name=${name}
            type=${type}
            autocomplete=${name}
            maxlength="200"
            ?required=${can[name] === 'required'}
            aria-invalid=${state.error?.field === name ? 'true' : nothing}
            aria-describedby=${described(ctx, state, name)}
          />${fault(ctx, state, name)}</label
        >`;
  return html`<div class="two">
      ${field('name', 'text', 'write.name', [])}${field('email', 'email', 'write.email', [l.t('write.hidden')])}
    </div>
    <label class="tickbox"
      ><input type="checkbox" name="remember" .checked=${state.remembers} /><span
        >${l.t('write.remember')}</span
      ></label
    >`;
}

/** What the reader has to know before anything is sent. */
function before({ l, isLocal, first, can, purpose }: ComposerContext): TemplateResult | '' {
  if (isLocal || !first || purpose === 'change') return '';
  return html`<p class="first" part="before-first">
    ${icon('clock')}<span
      ><b>${l.t('write.first')}</b> ${l.t('write.public')}${
        can.moderated === true ? ` ${l.t('write.moderated')}` : ''
      }</span
    >
  </p>`;
}

/** Where the words go. */
function notice({ l, isLocal, provider, privacy }: ComposerContext): TemplateResult {
  return html`<p class="notice" part="notice">
    ${isLocal ? icon('lock') : ''}<span
      >${
        isLocal
          ? l.t('write.private')
          : l.t('write.storedBy', { engine: l.t(STORED_BY[provider] ?? 'write.server') })
      }
      ${privacy ? html`<a href=${privacy}>${l.t('write.privacy')}</a>` : ''}</span
    >
  </p>`;
}

const LABELS: Record<Purpose, MessageKey> = {
  comment: 'write.comment',
  reply: 'write.comment',
  change: 'write.change',
};

/** The form. Its fields keep their own values: to draw it never touches what the reader types. */
export function composerView(ctx: ComposerContext, state: ComposerState): TemplateResult {
  const { l, isLocal, purpose, to, consent, can } = ctx;
  const label = l.t(isLocal && purpose !== 'change' ? 'write.note' : LABELS[purpose]);
  const wide = purpose === 'change' ? 'write.save' : isLocal ? 'write.keep' : 'write.post';
  return html`<form class="form ${purpose}" part="composer" novalidate>
    <label
      ><span class="lb"
        >${label}
        ${to === undefined || isLocal ? '' : html`<span>${l.t('write.to', { name: to })}</span>`}</span
      ><textarea
        name="text"
        rows="3"
        dir="auto"
        placeholder=${purpose === 'change' ? nothing : l.t(isLocal ? 'write.noteHint' : 'write.hint')}
        aria-describedby="${purpose}-length ${state.error?.field === 'text' ? faultId(ctx, 'text') : ''}"
        aria-invalid=${state.error?.field === 'text' ? 'true' : nothing}
        maxlength=${can.maxLength * 2}
      ></textarea
      >${fault(ctx, state, 'text')}</label
    >
    ${hint(ctx, state)}${purpose === 'comment' ? about(ctx, state) : ''}${person(ctx, state)}${
      consent && purpose !== 'change' && !isLocal
        ? html`<label class="tickbox"
            ><input
              type="checkbox"
              name="consent"
              required
              aria-describedby=${described(ctx, state, 'consent')}
            /><span>${l.t('write.consent')}</span>${fault(ctx, state, 'consent')}</label
          >`
        : ''
    }${before(ctx)}
    <div class="go">
      ${purpose === 'change' ? html`<p></p>` : notice(ctx)}
      <span class="bar">
        ${
          purpose === 'comment'
            ? ''
            : html`<button class="btn" type="button" data-do="cancel">${l.t('write.cancel')}</button>`
        }<button class="btn solid" type="submit">${l.t(wide)}</button>
      </span>
    </div>
  </form>`;
}
