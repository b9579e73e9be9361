/**
 * `npm run test:bundlers`: small apps of our package as it is published, built with Vite, esbuild and webpack: what
 * each of them leaves out, and what it keeps. Ends with `N passed, N failed`.
 */
import { build, install, root } from '../../support/prepare.mjs';
import { runSpecs } from '../../support/specs.mjs';

process.chdir(root);
install();
build();
await runSpecs(['tests/external/bundlers/bundlers.spec.ts'], {});
