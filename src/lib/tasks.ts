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

// The task in which the file is loaded.
void nextTask();
