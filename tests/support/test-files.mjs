/**
 * What the end of a test file's name says: `.node.test.ts` runs in Node, `.chromium.test.ts` in Chromium alone (pictures
 * and what needs media emulation), any other `.test.ts` in every browser. With `.dist` before that it reads `dist/`, so
 * a build comes first; all others run from source.
 */
import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { root } from './prepare.mjs';

export const isForNode = (file) => file.endsWith('.node.test.ts');
export const isForChromium = (file) => file.endsWith('.chromium.test.ts');
export const readsDist = (file) => /\.dist(\.\w+)?\.test\.ts$/.test(file);

/** Paths of the test files that contain one of the words, of all where there is no word. */
export const testFiles = (words = []) =>
  readdirSync(join(root, 'tests'), { recursive: true })
    .map((name) => join('tests', name).split(sep).join('/'))
    .filter(
      (name) => name.endsWith('.test.ts') && (!words.length || words.some((word) => name.includes(word))),
    )
    .sort();
