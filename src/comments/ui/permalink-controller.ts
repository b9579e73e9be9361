import type { ReactiveController } from 'lit';
import type { CommentsHost } from './comments-host.js';

const HASH = '#entente-comment-';
/** Ours, and the one that WordPress puts into its mails. */
const PATTERN = /^#(?:entente-)?comment-(.+)$/;

/** Gives comments their address on this page: hung on the page's own, since a `<base>` would make a hash lead elsewhere. */
export function commentUrls(): (comment: { id: string }) => string {
  const start = (location.href.split('#')[0] ?? '') + HASH;
  return ({ id }) => start + encodeURIComponent(id);
}

/** The id in the page's address, if it names a comment. */
function wanted(): string | undefined {
  const [, id] = PATTERN.exec(location.hash) ?? [];
  try {
    return id && decodeURIComponent(id);
  } catch {
    return undefined;
  }
}

/** Goes to the comment that the page's address names: on load, and when it changes. */
export class PermalinkController implements ReactiveController {
  readonly #host: CommentsHost;
  /** The address that has been gone to. */
  #done = '';

  constructor(host: CommentsHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('hashchange', this.#changed);
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this.#changed);
  }

  /** Comments are there: is it among them, or on a page to come? */
  look(): void {
    if (location.hash !== this.#done) void this.#go();
  }

  readonly #changed = (): void => {
    this.#done = '';
    if (this.#host.source.status === 'ready') this.look();
  };

  async #go(): Promise<void> {
    const id = wanted();
    this.#done = location.hash;
    if (id === undefined) return;
    const { source, list, reader } = this.#host;
    if (!(await source.find(id))) {
      // Another box of the page may have it.
      const { ownerDocument, localName } = this.#host;
      const isAlone = ownerDocument.querySelectorAll(localName).length < 2;
      // Addresses that are not ours may mean something else.
      if (isAlone && location.hash.startsWith(HASH)) await this.#host.announce('comments.notFound');
      return;
    }
    reader.eventFilter = undefined;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const row = list.rowOf(id);
    list.element.querySelector('.hit')?.classList.remove('hit');
    row?.classList.add('hit');
    row?.scrollIntoView({ block: 'center' });
    row?.focus({ preventScroll: true });
  }
}
