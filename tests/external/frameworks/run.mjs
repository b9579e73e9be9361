/**
 * `npm run test:frameworks`: the elements in real React, Vue, Svelte, Preact and Solid: what a template sets and
 * hears, on a page in Chromium; what the types that we ship let through; and what a server makes of the imports.
 * Ends with `N passed, N failed`, and `N skipped` where a framework could not be installed.
 *
 *   npm run test:frameworks -- vue     only frameworks whose name begins with one of the words
 *   ENGINES_CACHE=folder               where the frameworks are kept between runs
 *   FRAMEWORKS_SKIP=solid,vue          frameworks to do without
 */
import { build, install, root } from '../../support/prepare.mjs';
import { find, runSpecs } from '../../support/specs.mjs';

process.chdir(root);
install();
build();
const { CHROMIUM_ARGS, ensureBrowser } = await import('../../support/browsers.mjs');

const CHROMIUM_PATH = await find('chromium', () => ensureBrowser('chromium'));
await runSpecs(['tests/external/frameworks/frameworks.spec.ts'], {
  ...(CHROMIUM_PATH && { CHROMIUM_PATH }),
  CHROMIUM_ARGS: CHROMIUM_ARGS.join(' '),
  FRAMEWORKS_ONLY: process.argv.slice(2).join(' ').toLowerCase(),
});
