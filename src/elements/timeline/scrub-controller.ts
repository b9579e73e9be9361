import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ScrubberStop } from '../../chronology/scrubber-stops.js';

/** What time travel needs of the element. */
export interface ScrubHost extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
  /** Oldest first; empty without a feed. */
  readonly stops: readonly ScrubberStop[];
  /** The day shown, and its place on the axis in %; undefined without a feed. */
  readonly drawn: { asOf: { day: number }; at: number } | undefined;
  goTo(stop: ScrubberStop): void;
  /** What stands at a place (%) of the strip. */
  titleAt(at: number): string;
}

/** Towards which end a key goes; Page keys go from change to change of level. */
const KEYS: Readonly<Record<string, -1 | 1>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  PageDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageUp: 1,
};

/** The scrubber: a native range that halts at stops only, by pointer, by key and by the buttons beside it. */
export class ScrubController implements ReactiveController {
  readonly #host: ScrubHost;

  constructor(host: ScrubHost) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    const { renderRoot, drawn } = this.#host;
    for (const type of ['input', 'keydown', 'pointermove']) renderRoot.addEventListener(type, this);
    const range = this.#range;
    // The reader may have left it between two stops.
    if (range && drawn) range.value = `${drawn.at}`;
  }

  /** The next change of level on this side, else the end of the axis. */
  change(by: number): ScrubberStop | undefined {
    const { stops } = this.#host;
    return this.#from(
      stops.filter((stop, i) => stop.change || !i),
      by,
    );
  }

  handleEvent(event: Event): void {
    const range = event.target as HTMLInputElement;
    if (range !== this.#range) return;
    if (event.type === 'pointermove')
      range.title = this.#host.titleAt(this.#place(event as PointerEvent, range));
    else if (event.type === 'input') this.#go(this.#nearest(Number(range.value)));
    else this.#press(event as KeyboardEvent, range);
  }

  get #range(): HTMLInputElement | null {
    return this.#host.renderRoot.querySelector('input[type="range"]');
  }

  #press(event: KeyboardEvent, range: HTMLInputElement): void {
    const { key, altKey, ctrlKey, metaKey } = event;
    if (altKey || ctrlKey || metaKey) return;
    const { stops } = this.#host;
    // Left and Right follow the eye.
    const turned = key === 'ArrowLeft' || key === 'ArrowRight' ? rightToLeft(range) : false;
    const by = (KEYS[key] ?? 0) * (turned ? -1 : 1);
    const stop =
      key === 'Home'
        ? stops[0]
        : key === 'End'
          ? stops.at(-1)
          : by
            ? key.startsWith('Page')
              ? this.change(by)
              : this.#from(stops, by)
            : undefined;
    if (!stop) return;
    event.preventDefault();
    this.#go(stop);
  }

  #go(stop: ScrubberStop | undefined): void {
    if (stop) this.#host.goTo(stop);
  }

  /** The next of some stops on one side of the day shown, else the last on that side. */
  #from(stops: readonly ScrubberStop[], by: number): ScrubberStop | undefined {
    const { day = Infinity } = this.#host.drawn?.asOf ?? {};
    return by < 0
      ? (stops.findLast((stop) => stop.day < day) ?? stops[0])
      : (stops.find((stop) => stop.day > day) ?? stops.at(-1));
  }

  /** A change of level is easier to hit than what is as near. */
  #nearest(at: number): ScrubberStop | undefined {
    const far = (stop: ScrubberStop) => Math.abs(stop.at - at) - (stop.change ? 0.01 : 0);
    let best: ScrubberStop | undefined;
    for (const stop of this.#host.stops) if (!best || far(stop) < far(best)) best = stop;
    return best;
  }

  /** Where a pointer is on the axis, in %. The range is wider than the axis by half a thumb on both sides. */
  #place({ offsetX }: PointerEvent, range: HTMLInputElement): number {
    const at = ((offsetX - 14) / (range.clientWidth - 28)) * 100;
    return rightToLeft(range) ? 100 - at : at;
  }
}

const rightToLeft = (element: Element): boolean => getComputedStyle(element).direction === 'rtl';
