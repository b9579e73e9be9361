import { groupsOf, type Group } from '../thread/event-groups.js';
import type { Capabilities, Comment, Order } from '../providers/provider.js';
import { commentsOf, threadsOf } from '../thread/thread.js';
import { directionOf, type Localizer } from '../../i18n/localize.js';
import { resolveUrl, safeHref } from '../../lib/url.js';
import { html } from 'lit';
import type { Sort } from './box-settings.js';
import type { Composer } from './composer.js';
import type { ComposerContext } from './composer-template.js';
import type { CommentsContext } from './comments-context.js';
import type { CommentsHost } from './comments-host.js';
import { commentUrls } from './permalink-controller.js';
import type { CommentActionsController } from './comment-actions-controller.js';
import type { CommentsTemplateContext } from './comments-template.js';

/** A list to choose an event from is no longer than this. */
const MOST_CHOICES = 300;

/** What the page's author says of the box, and what the reader does in it. */
export interface CommentsElement extends CommentsHost {
  readonly talk: CommentActionsController;
  readonly readonly: boolean;
  readonly avatars: boolean;
  readonly consent: boolean;
  readonly privacyUrl: string;
  readonly reportUrl: string;
}

export interface CommentsViewModel {
  ctx: CommentsTemplateContext;
  /** Threads in their order, those on one event alone if the reader wants that; by event, or all in one. */
  groups: readonly Group[];
  /** What each of them is drawn from, beside itself. */
  version: readonly unknown[];
}

/** An address that the page's author gives, fit for a link. */
const link = (host: Node, text: string) =>
  text ? safeHref(resolveUrl(text, host.baseURI)?.href ?? '') : undefined;

/** The question that the feed puts, marked with its language where that is another. */
export function promptOf({ record }: CommentsHost, i18n: Localizer): unknown {
  const { lang = '', discussion } = record.feed ?? {};
  const prompt = discussion?.prompt;
  return prompt && lang.split('-')[0] !== i18n.lang.split('-')[0]
    ? html`<bdi lang=${lang} dir=${directionOf(lang)}>${prompt}</bdi>`
    : prompt;
}

/** The order that is wanted, if the engine has it. */
export const engineOrder = (wanted: Sort, { orders }: Capabilities): Order =>
  orders.find((one) => one === wanted) ?? orders[0];

/** All that the box is drawn from. */
export function commentsViewModel(
  host: CommentsElement,
  i18n: Localizer,
  heading: number,
  wanted: Sort,
): CommentsViewModel {
  const { place, source, record, desk, talk, list, readonly } = host;
  const { comments, closed, total, busy, code } = source;
  const capabilities = source.capabilities as Capabilities;
  const shared = listContext(host, i18n, heading, capabilities);
  const mayWrite = !shared.closed && capabilities.post && capabilities.anonymous;
  const main = mayWrite && place ? talk.main(place) : undefined;
  drawForms(host, shared, main);

  const order = engineOrder(wanted, capabilities);
  const all = threadsOf(comments, order);
  const isOn = (one: Comment) => record.eventOf(one) === talk.topic;
  const threads = talk.topic ? all.filter((thread) => commentsOf(thread).some(isOn)) : all;
  const canGroup = all.some(({ comment }) => record.eventOf(comment));
  const isGrouped = canGroup && wanted === 'event';
  const groups = isGrouped ? groupsOf(threads, record.eventOf, record.topics) : [];
  const { avatars, report, taggedEvents, linked } = shared;
  const abilities = [capabilities.post, capabilities.replyDepth, capabilities.likes, shared.closed];
  return {
    // One heading alone would say what the filter says.
    groups: isGrouped && !(talk.topic && groups.length < 2) ? groups : [{ threads }],
    version: [place, i18n, ...abilities, avatars, report, taggedEvents, linked],
    ctx: {
      ...shared,
      prompt: promptOf(host, i18n),
      count: total ?? comments.filter(({ status }) => status === 'published').length,
      empty: !all.length && !talk.outbox.items.length,
      order: isGrouped ? 'event' : order,
      orders: canGroup ? [...capabilities.orders, 'event'] : capabilities.orders,
      topic: record.topics.get(talk.topic ?? ''),
      onTopic: (talk.topic && record.counts.get(talk.topic)) || 0,
      busy,
      moreCode: code,
      list: list.element,
      composer: main?.element,
      undo: !!talk.outbox.discarded,
      stored: (shared.isLocal && comments.length > 0) || !!desk.store.names('').names.length,
      forgetting: talk.forgetting,
      unsentCount: desk.outbox.items().length,
      problem: talk.problem,
      privacy: link(host, host.privacyUrl),
      readonly,
      isClosed: closed,
    },
  };
}

/** What comments are drawn from. */
function listContext(
  host: CommentsElement,
  i18n: Localizer,
  heading: number,
  capabilities: Capabilities,
): CommentsContext {
  const { place, engine, record, source, talk } = host;
  const isLocal = capabilities.storedHere;
  return {
    i18n,
    heading,
    isLocal,
    engine: engine?.name ?? '',
    capabilities,
    closed: source.closed || host.readonly,
    avatars: host.avatars,
    report: isLocal ? undefined : link(host, host.reportUrl),
    taggedEvents: record.topics,
    linked: record.linked,
    more: source.more,
    bodyOf: record.read,
    linkTo: commentUrls(),
    replying: talk.reply?.comment.id,
    editing: talk.change?.comment.id,
    deleting: talk.deleting,
    replyBox: talk.reply?.box.element,
    editBox: talk.change?.box.element,
    online: navigator.onLine,
  };
}

/** Draws the forms that are open. */
function drawForms(
  host: CommentsElement,
  { i18n, capabilities, isLocal, online, taggedEvents }: CommentsContext,
  main?: Composer,
): void {
  const { talk, place, source, desk } = host;
  const shared: Omit<ComposerContext, 'purpose'> = {
    i18n,
    capabilities,
    isLocal,
    provider: place?.provider ?? '',
    choices: taggedEvents.size > MOST_CHOICES ? [] : [...taggedEvents.values()],
    privacy: link(host, host.privacyUrl),
    consent: host.consent,
    first: !desk.drafts.person() && !source.comments.some(({ own }) => own),
    online,
  };
  const { reply, change } = talk;
  main?.update({ ...shared, purpose: 'comment' });
  reply?.box.update({ ...shared, purpose: 'reply', to: reply.comment.author.name });
  change?.box.update({ ...shared, purpose: 'change' });
}
