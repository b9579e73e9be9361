/** What the tests ask of a real engine besides what readers do, and the suites that run where there is one. */
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import type { ProviderKind } from '../../support/comment-servers/engine.js';
import { Waline } from './waline.js';
import { WordPress } from './wordpress.js';

/** What its owner may want: comments are read first, or refused in one way or another. */
export type Rule = 'held' | 'login' | 'flood' | 'closed' | 'spam' | 'secure';

export interface RealEngine {
  /** As the attribute `provider` has it. */
  readonly name: string;
  readonly provider: ProviderKind;
  readonly thread: string;
  url: string;
  /** Installs it anew, and starts it. */
  open(): Promise<void>;
  close(): Promise<void>;
  /** Ends its server in the middle of whatever it does. */
  kill(): Promise<void>;
  start(): Promise<void>;
  rule(rule: Rule): Promise<void>;
  /** No comments, and no rules. */
  reset(): Promise<void>;
  /** Puts comments where it keeps them, a minute apart and numbered from 1; `parentOf` gives the number of another. */
  seed(count: number, parentOf?: (number: number) => number): Promise<void>;
  /** The texts of all comments that it has, whatever becomes of them. */
  texts(): Promise<string[]>;
}

/** A folder of this run alone. */
function folder(): string {
  const run = process.env['ENGINES_RUN'];
  if (!run) throw new Error('Start these with `npm run test:engines`.');
  return mkdtempSync(join(run, 'engine-'));
}

function suiteOf<T extends RealEngine>(title: string, files: string | undefined, make: (files: string) => T) {
  return (what: string, tests: (engine: () => T) => void): void => {
    let engine: T | undefined;
    const get = () => {
      if (!engine) throw new Error('not open');
      return engine;
    };
    // Where it could not be installed, its tests are counted as skipped.
    (files ? describe : describe.skip)(`${what} a real ${title}`, () => {
      before('install it', async function () {
        this.timeout(120_000);
        engine = make(files ?? '');
        await engine.open();
      });
      beforeEach(() => get().reset());
      after('stop it', () => engine?.close());
      tests(get);
    });
  };
}

export const onWordPress = suiteOf(
  'WordPress',
  process.env['ENGINES_WORDPRESS'],
  (files) => new WordPress(files, folder()),
);
export const onNewerWordPress = suiteOf(
  'WordPress 6.5',
  process.env['ENGINES_NEWER_WORDPRESS'],
  (files) => new WordPress(files, folder()),
);
export const onWaline = suiteOf(
  'Waline',
  process.env['ENGINES_WALINE'],
  (files) => new Waline(files, folder()),
);
/** The same tests on both. */
export function onBoth(what: string, tests: (engine: () => RealEngine) => void): void {
  onWordPress(what, tests);
  onWaline(what, tests);
}
