import type { ScrubberStop } from '../../chronology/scrubber-stops.js';
import { bandTitleAt } from './strip.js';
import type { TimelineHost } from './timeline-context.js';

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
export class Scrubber implements EventListenerObject {
  readonly #host: TimelineHost;

  constructor(host: TimelineHost) {
    this.#host = host;
  }

  /** Hears the range. */
  handleEvent(event: Event): void {
    const range = event.currentTarget as HTMLInputElement;
    const { drawn } = this.#host;
    if (event.type === 'input') this.#halt(range);
    else if (event.type === 'keydown') this.#press(event as KeyboardEvent, range);
    else if (drawn) range.title = bandTitleAt(drawn, placeOf(event as PointerEvent, range));
  }

  /** To the next change of level on a side, by a button: the range itself says what it is moved to. */
  async step(by: number): Promise<void> {
    this.#goTo(this.#nextChange(by));
    await this.#host.updateComplete;
    await this.#host.announceText(this.#host.drawn?.valueText ?? '');
  }

  /** Oldest first; none without a feed. */
  get #stops(): readonly ScrubberStop[] {
    return this.#host.drawn?.stops ?? [];
  }

  /** The reader may have left it between two stops. */
  #halt(range: HTMLInputElement): void {
    const stop = this.#nearest(Number(range.value));
    if (stop) range.value = `${stop.at}`;
    this.#goTo(stop);
  }

  #press(event: KeyboardEvent, range: HTMLInputElement): void {
    const { key, altKey, ctrlKey, metaKey } = event;
    if (altKey || ctrlKey || metaKey) return;
    // Left and Right follow the eye.
    const turned = key === 'ArrowLeft' || key === 'ArrowRight' ? isRightToLeft(range) : false;
    const by = (KEYS[key] ?? 0) * (turned ? -1 : 1);
    let stop: ScrubberStop | undefined;
    if (key === 'Home') stop = this.#stops[0];
    else if (key === 'End') stop = this.#stops.at(-1);
    else if (by) stop = key.startsWith('Page') ? this.#nextChange(by) : this.#next(this.#stops, by);
    if (!stop) return;
    event.preventDefault();
    this.#goTo(stop);
  }

  #goTo(stop: ScrubberStop | undefined): void {
    if (stop) this.#host.moveTo(stop.date);
  }

  /** The next change of level on this side, else the end of the axis. */
  #nextChange(by: number): ScrubberStop | undefined {
    return this.#next(
      this.#stops.filter((stop, i) => stop.change || !i),
      by,
    );
  }

  /** The next of some stops on one side of the day shown, else the last on that side. */
  #next(stops: readonly ScrubberStop[], by: number): ScrubberStop | undefined {
    const { day = Infinity } = this.#host.drawn?.asOf ?? {};
    return by < 0
      ? (stops.findLast((stop) => stop.day < day) ?? stops[0])
      : (stops.find((stop) => stop.day > day) ?? stops.at(-1));
  }

  /** A change of level is easier to hit than what is as near. */
  #nearest(at: number): ScrubberStop | undefined {
    const distance = (stop: ScrubberStop) => Math.abs(stop.at - at) - (stop.change ? 0.01 : 0);
    let best: ScrubberStop | undefined;
    for (const stop of this.#stops) if (!best || distance(stop) < distance(best)) best = stop;
    return best;
  }
}

/** Where a pointer is on the axis, in %. The range is wider than the axis by half a thumb on both sides. */
function placeOf({ offsetX }: PointerEvent, range: HTMLInputElement): number {
  const at = ((offsetX - 14) / (range.clientWidth - 28)) * 100;
  return isRightToLeft(range) ? 100 - at : at;
}

const isRightToLeft = (element: Element): boolean => getComputedStyle(element).direction === 'rtl';
