import { html } from 'lit';
import { isStale, levelAt, momentOf } from '../feed/model.js';
import type { Feed } from '../feed/schema.js';
import { directionOf, type Localizer } from '../i18n/localize.js';
import { resolveUrl } from '../lib/url.js';
import { FeedElement } from './feed-element.js';
import type { ViewContext } from './parts/context.js';
import { PressController } from './parts/press-controller.js';
import { scriptUrl } from './script-url.js';

/** What card and timeline share once their feed is there: what readers press, and what their views are handed. */
export abstract class RecordElement extends FeedElement {
  protected readonly presses: PressController = new PressController(this);

  protected override renderAll(): void {
    this.presses.all = true;
  }

  /** @param listed the view has the list of sources */
  protected context(l: Localizer, feed: Feed, listed: boolean): ViewContext {
    const moment = momentOf(feed, this.shownDate);
    const { status, offline } = this.source;
    const foreign = feed.lang.split('-')[0] !== l.lang.split('-')[0];
    const src = this.src ? resolveUrl(this.src, this.baseURI)?.href : undefined;
    const script = scriptUrl();
    const { open, rendered, form, tier, hit } = this.presses;
    return {
      feed,
      moment,
      level: levelAt(feed, moment.day),
      l,
      say: (text) =>
        foreign && text ? html`<bdi lang=${feed.lang} dir=${directionOf(feed.lang)}>${text}</bdi>` : text,
      heading: this.heading,
      stale: isStale(feed, Date.now()),
      problem: status === 'stale' ? { offline } : undefined,
      listed,
      open,
      rendered,
      embed: { form, src, script: script ?? 'entente.js', page: location.href.split('#')[0] ?? '' },
      base: src ?? resolveUrl(`feeds/${feed.id}.json`, script)?.href,
      tier,
      hit,
    };
  }
}
