/** What Rollup makes of src: the files for a script tag, the modules for bundlers, their types, the command line. */
import { chmodSync, readdirSync, readFileSync } from 'node:fs';
import { literalsHtmlCssMinifier } from '@literals/rollup-plugin-html-css-minifier';
import resolve from '@rollup/plugin-node-resolve';
import replace from '@rollup/plugin-replace';
import { dts } from 'rollup-plugin-dts';
import esbuild, { minify as minifyQuickly } from 'rollup-plugin-esbuild';
import {
  ascii,
  embedPage,
  inOrderOfKind,
  lightSchema,
  minify,
  noteLicences,
  recordAsString,
} from './src/tools/rollup-plugins.mjs';

const { version, dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
const external = new RegExp(`^(${Object.keys(dependencies).join('|')})(/|$)`);
const BANNER = `/*! Entente ${version}, MIT. With Lit, Copyright Google LLC, BSD-3-Clause: see licenses.txt */`;
/** The complete files for a script tag, each of so many entries of `src`. */
export const SCRIPTS = {
  'entente.js': ['define'],
  'entente.core.js': ['define/define-card', 'define/define-timeline', 'define/define-comments'],
  'entente-record.js': ['define/define-card', 'define/define-timeline'],
  'entente-card.js': ['define/define-card'],
  'entente-comments.js': ['define/define-comments'],
};

/** The modules for bundlers, by the names that package.json gives them in `exports`. */
const MODULES = {
  index: 'src/index.ts',
  card: 'src/elements/card/entente-card.ts',
  timeline: 'src/elements/timeline/entente-timeline.ts',
  comments: 'src/comments/ui/entente-comments.ts',
  define: 'src/define.ts',
  'define/card': 'src/define/define-card.ts',
  'define/timeline': 'src/define/define-timeline.ts',
  'define/comments': 'src/define/define-comments.ts',
  'feeds/iran-pakistan': 'src/record/bundled-record.ts',
  'locales/fa': 'src/i18n/fa.ts',
  validate: 'src/validate.ts',
};

/** Languages with a file of their own: English is in the files themselves. */
const languages = readdirSync('src/i18n')
  .flatMap((name) => /^([a-z]{2})\.ts$/.exec(name)?.[1] ?? [])
  .filter((lang) => lang !== 'en');

/** Writes in what is known only now. */
const known = (values) =>
  replace({ delimiters: ['', ''], preventAssignment: false, sourceMap: true, values });

const toBrowsers = (values) => [
  resolve({ exportConditions: ['browser', 'production'] }),
  recordAsString,
  literalsHtmlCssMinifier({ include: ['src/**/*.ts'], failOnError: true }),
  esbuild({ target: 'es2022', tsconfig: 'tsconfig.json', minifySyntax: true }),
  known(values),
];

/** The command line: one file that needs nothing but Node. Not minified, since nobody waits for it. */
const cli = (values) => ({
  input: 'src/cli/entente.ts',
  output: { file: 'dist/cli.js', format: 'es', banner: '#!/usr/bin/env node' },
  plugins: [
    resolve({ exportConditions: ['node'], preferBuiltins: true }),
    esbuild({ target: 'node20', tsconfig: 'tsconfig.json' }),
    known(values),
    noteLicences,
    { name: 'executable', writeBundle: () => chmodSync('dist/cli.js', 0o755) },
  ],
  // csv-parse has a circle of its own.
  onLog: (level, log, handler) =>
    (log.code === 'CIRCULAR_DEPENDENCY' && log.ids?.every((id) => id.includes('node_modules'))) ||
    handler(level, log),
});

/** Each module a file of its own: what a site does not use, its bundler leaves out by the file. */
const modules = (compile) => ({
  input: Object.values(MODULES),
  external,
  output: {
    dir: 'dist/modules',
    format: 'es',
    preserveModules: true,
    preserveModulesRoot: 'src',
    sourcemap: true,
  },
  plugins: compile,
});

const values = { __VERSION__: version, __LANGUAGES__: languages.join(' ') };
const shrinkers = (quick) => [ascii, quick ? minifyQuickly({ target: 'es2022' }) : minify];

/**
 * All bundles but the page for frames, in lists that may share what they have compiled. A file for a script tag
 * imports, exports and leaks nothing, so that it runs as a module, as a classic script, and twice; nor does that of
 * a language, which is loaded beside any of them, before or after it.
 * @param quick minified in a moment, without maps, and larger
 */
export function bundles({ quick }) {
  const compile = toBrowsers(values);
  const shrink = shrinkers(quick);
  const output = { format: 'iife', sourcemap: !quick };
  const scripts = Object.entries(SCRIPTS).map(([file, entries]) => ({
    input: inOrderOfKind.entry,
    output: { ...output, file: `dist/${file}`, banner: BANNER },
    plugins: [
      inOrderOfKind(entries.map((entry) => `./src/${entry}.ts`)),
      lightSchema,
      ...compile,
      ...shrink,
      noteLicences,
    ],
  }));
  const locales = languages.map((lang) => ({
    input: `src/i18n/${lang}.ts`,
    output: { ...output, file: `dist/locales/${lang}.js` },
    plugins: [...compile, ...shrink],
  }));
  return [scripts, locales, [cli(values)], [modules(compile)]];
}

/**
 * The page for frames, and its script in it.
 * @param attributes what it hands on to its element
 */
export const framePage = ({ quick, attributes }) => ({
  input: 'src/embed/frame-page.ts',
  output: { file: 'dist/embed.js', format: 'iife', banner: BANNER },
  plugins: [
    ...toBrowsers({ ...values, __ATTRIBUTES__: attributes.join(' ') }),
    ...shrinkers(quick),
    embedPage,
  ],
});

/** Built apart from the others: they wait for the whole of TypeScript. */
export const types = {
  input: MODULES,
  external,
  output: { dir: 'dist/types', format: 'es', chunkFileNames: 'shared/[name].d.ts' },
  plugins: [dts()],
  // What only has an effect has no types, and what is private stays so.
  onLog: (level, log, handler) =>
    log.code === 'EMPTY_BUNDLE' || log.message.includes('private shared type') || handler(level, log),
};
