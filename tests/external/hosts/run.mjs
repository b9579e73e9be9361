/**
 * `npm run test:hosts`: what becomes of the three forms to paste in real generators, parsers and sanitisers, and
 * what a reader then sees of them. What was found must be what `expected.json` says; a run of all hosts that is
 * green writes it to `demo/hosts.md`. Ends with `N passed, N failed`, and `N skipped` where a host could not be
 * installed. WordPress is not among these: `npm run test:engines` has the real one.
 *
 *   npm run test:hosts -- hugo         only hosts whose name or setting contains one of the words
 *   UPDATE_HOSTS=true …                take what is found as what is expected from now on
 *   ENGINES_CACHE=folder               where the hosts are kept between runs
 *   HOSTS_SKIP=docusaurus,hugo         packages and programs to do without
 */
import { build, install, root } from '../../support/prepare.mjs';
import { find, runSpecs } from '../../support/specs.mjs';

process.chdir(root);
install();
build();
const { CHROMIUM_ARGS, ensureBrowser } = await import('../../support/browsers.mjs');

const CHROMIUM_PATH = await find('chromium', () => ensureBrowser('chromium'));
await runSpecs(['tests/external/hosts/hosts.spec.ts'], {
  ...(CHROMIUM_PATH && { CHROMIUM_PATH }),
  CHROMIUM_ARGS: CHROMIUM_ARGS.join(' '),
  HOSTS_ONLY: process.argv.slice(2).join(' ').toLowerCase(),
});
