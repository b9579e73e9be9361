/**
 * Reading a feed and drawing it are tasks of their own, and so are the slices of long work: in one, they would
 * hold up the page for longer than readers notice.
 */

/** Settles in the next task. */
export const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Milliseconds of work after which the page gets a turn. */
export const BUDGET = 12;

/** Work that is done in slices, for as long as somebody wants it. */
interface Job {
  more: () => boolean;
  step: () => void;
  wanted: () => boolean;
  /** At the end of each slice. */
  after: () => void;
}

/** Works in tasks that hold up nobody; settles when there is no more, or nobody wants it. */
export async function inSlices({ more, step, wanted, after }: Job): Promise<void> {
  while (more()) {
    await nextTask();
    if (!wanted()) return;
    const until = performance.now() + BUDGET;
    do step();
    while (more() && performance.now() < until);
    after();
  }
}
