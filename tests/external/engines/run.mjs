/**
 * `npm run test:engines`: our providers, the outbox and the built bundle against a real WordPress and a real
 * Waline, which are installed once, live in a temporary folder, and answer on the loopback address alone. Ends
 * with `N passed, N failed`, and `N skipped` where an engine could not be installed.
 *
 *   npm run test:engines -- waline     only the files whose path contains one of the words
 *   ENGINES_CACHE=folder               where the engines are kept between runs
 *   ENGINES_SKIP=wordpress,waline      engines to do without; newer-wordpress is one more
 */
import { readdirSync } from 'node:fs';
import { build, install, root } from '../../support/prepare.mjs';
import { find, runSpecs } from '../../support/specs.mjs';

process.chdir(root);
install();
build();
const { CHROMIUM_ARGS, ensureBrowser } = await import('../../support/browsers.mjs');
const { installNewerWordPress, installThemes, installWaline, installWordPress } =
  await import('./install.mjs');

const words = process.argv.slice(2);
const files = readdirSync('tests/external/engines')
  .filter((name) => name.endsWith('.spec.ts') && (!words.length || words.some((word) => name.includes(word))))
  .map((name) => `tests/external/engines/${name}`);

const skip = (process.env.ENGINES_SKIP ?? '').split(',');

/** Where an engine is, unless it is not wanted. */
const engine = (name, get) =>
  find(name, () => {
    if (skip.includes(name)) throw new Error('ENGINES_SKIP names it.');
    return get();
  });

/** What the tests are told of this machine. */
const found = {
  ENGINES_WORDPRESS: await engine('wordpress', installWordPress),
  ENGINES_THEMES: await engine('wordpress-themes', installThemes),
  ENGINES_NEWER_WORDPRESS: await engine('newer-wordpress', installNewerWordPress),
  ENGINES_WALINE: await engine('waline', installWaline),
  CHROMIUM_PATH: await engine('chromium', () => ensureBrowser('chromium')),
};
const env = Object.fromEntries(Object.entries(found).filter(([, value]) => value));
await runSpecs(files, { ...env, CHROMIUM_ARGS: CHROMIUM_ARGS.join(' ') });
