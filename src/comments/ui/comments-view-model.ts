import { groupsOf, type Group } from '../thread/event-groups.js';
import type { Capabilities, Comment, Order } from '../providers/provider.js';
import { commentsOf, threadsOf } from '../thread/thread.js';
import { directionOf, type Localizer } from '../../i18n/localize.js';
import { resolveUrl, safeHref } from '../../lib/url.js';
import { html } from 'lit';
import type { CommentsContext } from './comments-context.js';
import type { CommentsHost } from './comments-host.js';
import type { CommentsTemplateContext } from './comments-template.js';
import type { ComposerContext } from './composer-template.js';
import type { Composer } from './composer.js';
import { commentUrls } from './permalink-controller.js';
import type { Sort } from './thread-settings.js';

/** A list to choose an event from is no longer than this. */
const MOST_CHOICES = 300;

export interface CommentsViewModel {
  ctx: CommentsTemplateContext;
  /** Threads in their order, those on one event alone if the reader wants that; by event, or all in one. */
  groups: readonly Group[];
  /** What all comments are drawn from, beside their own words. */
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

/** Threads in the order that is wanted, as far as it can be had. */
function arrange({ source, record, reader }: CommentsHost, wanted: Sort, capabilities: Capabilities) {
  const order = engineOrder(wanted, capabilities);
  const all = threadsOf(source.comments, order);
  const { eventFilter } = reader;
  const isOn = (comment: Comment) => record.eventOf(comment) === eventFilter;
  const threads = eventFilter ? all.filter((thread) => commentsOf(thread).some(isOn)) : all;
  const canGroup = all.some(({ comment }) => record.eventOf(comment));
  const isGrouped = canGroup && wanted === 'event';
  const groups = isGrouped ? groupsOf(threads, record.eventOf, record.taggedEvents) : [];
  return {
    // One heading alone would say what the filter says.
    groups: isGrouped && !(eventFilter && groups.length < 2) ? groups : [{ threads }],
    order: isGrouped ? ('event' as const) : order,
    orders: canGroup ? [...capabilities.orders, 'event' as const] : capabilities.orders,
    empty: !all.length && !reader.outbox.items.length,
  };
}

/** All that the box is drawn from. */
export function commentsViewModel(
  host: CommentsHost,
  i18n: Localizer,
  heading: number,
  wanted: Sort,
): CommentsViewModel {
  const { place, source, record, services, reader } = host;
  const capabilities = source.capabilities as Capabilities;
  const shared = listContext(host, i18n, heading, capabilities);
  const mayWrite = place && !shared.closed && capabilities.post && capabilities.anonymous;
  const main = mayWrite ? reader.main(place) : undefined;
  drawForms(host, shared, main);
  const { groups, ...order } = arrange(host, wanted, capabilities);
  const { avatars, report, taggedEvents, linked } = shared;
  const { post, replyDepth, likes } = capabilities;
  return {
    groups,
    version: [place, i18n, post, replyDepth, likes, shared.closed, avatars, report, taggedEvents, linked],
    ctx: {
      ...shared,
      ...order,
      prompt: promptOf(host, i18n),
      count: source.total ?? source.comments.filter(({ status }) => status === 'published').length,
      eventFilter: taggedEvents.get(reader.eventFilter ?? ''),
      onEvent: (reader.eventFilter && record.counts.get(reader.eventFilter)) || 0,
      busy: source.busy,
      moreCode: source.code,
      list: host.list.element,
      composer: main?.element,
      undo: !!reader.outbox.discarded,
      stored: reader.stored,
      forgetting: reader.forgetting,
      unsentCount: reader.forgetting ? services.outbox.items().length : 0,
      problem: reader.problem,
      privacy: link(host, host.privacyUrl),
      readonly: host.readonly,
      isClosed: source.closed,
    },
  };
}

/** What comments are drawn from. */
function listContext(
  host: CommentsHost,
  i18n: Localizer,
  heading: number,
  capabilities: Capabilities,
): CommentsContext {
  const { record, source, reader } = host;
  return {
    i18n,
    now: host.services.now(),
    heading,
    capabilities,
    closed: source.closed || host.readonly,
    avatars: host.avatars,
    report: capabilities.storedHere ? undefined : link(host, host.reportUrl),
    taggedEvents: record.taggedEvents,
    linked: record.linked,
    more: source.more,
    bodyOf: record.read,
    linkTo: commentUrls(),
    replying: reader.reply?.comment.id,
    editing: reader.change?.comment.id,
    deleting: reader.deleting,
    replyBox: reader.reply?.box.element,
    editBox: reader.change?.box.element,
    online: navigator.onLine,
  };
}

/** Draws the forms that are open. */
function drawForms(
  host: CommentsHost,
  { i18n, capabilities, online, taggedEvents }: CommentsContext,
  main?: Composer,
): void {
  const { reader, place, source, services } = host;
  const shared: Omit<ComposerContext, 'purpose'> = {
    i18n,
    capabilities,
    provider: place?.provider ?? '',
    choices: taggedEvents.size > MOST_CHOICES ? [] : [...taggedEvents.values()],
    privacy: link(host, host.privacyUrl),
    consent: host.consent,
    first: !services.drafts.person() && !source.comments.some(({ own }) => own),
    online,
  };
  const { reply, change } = reader;
  main?.update({ ...shared, purpose: 'comment' });
  reply?.box.update({ ...shared, purpose: 'reply', to: reply.comment.author.name });
  change?.box.update({ ...shared, purpose: 'change' });
}
