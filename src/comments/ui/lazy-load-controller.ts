import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How far below the screen a box begins to load. */
const NEAR = '600px';

/** Knows whether an element is near enough to the screen to load; once it was, it stays so. */
export class LazyLoadController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #isLazy: () => boolean;
  #seen = false;
  #watch?: IntersectionObserver;

  constructor(host: ReactiveControllerHost & Element, isLazy: () => boolean) {
    this.#host = host;
    this.#isLazy = isLazy;
    host.addController(this);
  }

  get near(): boolean {
    return (this.#seen ||= !this.#isLazy());
  }

  hostUpdated(): void {
    if (this.near || this.#watch) return;
    this.#watch = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        this.#seen = true;
        this.hostDisconnected();
        this.#host.requestUpdate();
      },
      { rootMargin: NEAR },
    );
    this.#watch.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#watch?.disconnect();
    this.#watch = undefined;
  }
}
