import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { readsDist, testFiles } from './test-files.mjs';

/** A path in `dist/`, what the test server gives from there, and helpers that load it. */
const BUILT = /["'`=(]\/?(dist|built|csp\/[\w${}-]+)\/|support\/bundle\.js|'entente-elements/;

describe('test files', () => {
  it('say in their names whether they read dist/, so that only those wait for a build', () => {
    const misnamed = testFiles().filter(
      (file) => !file.includes('/support/') && BUILT.test(readFileSync(file, 'utf8')) !== readsDist(file),
    );
    expect(misnamed).to.deep.equal([]);
  });
});
