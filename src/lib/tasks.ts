/**
 * Loading the file, reading a feed and drawing it are tasks of their own: in one, they would hold up the page
 * for longer than readers notice.
 */
let pause: Promise<void> | undefined;

/** Settles in the next task, the same one for all who ask in this. */
export const nextTask = (): Promise<void> =>
  (pause ??= new Promise((resolve) => setTimeout(() => resolve((pause = undefined)))));

/** The pause that somebody has asked for, if there is one. */
export const pending = (): Promise<void> | undefined => pause;

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
    // Not the pause that elements wait for: they would wait for all of it.
    await new Promise((resolve) => setTimeout(resolve));
    if (!wanted()) return;
    const until = performance.now() + BUDGET;
    do step();
    while (more() && performance.now() < until);
    after();
  }
}

// The task in which the file is loaded.
void nextTask();
