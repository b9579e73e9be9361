/**
 * Builds dist/: the two files for a script tag, the modules for bundlers, their types, and what is
 * published beside them (feeds, JSON Schema, page CSS, licences, hashes).
 */
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { literalsHtmlCssMinifier } from '@literals/rollup-plugin-html-css-minifier';
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { transform } from 'esbuild';
import { dts } from 'rollup-plugin-dts';
import esbuild from 'rollup-plugin-esbuild';
import { tsImport } from 'tsx/esm/api';
import { packPlugin } from './src/wordpress/pack.mjs';

const read = (file) => readFileSync(file, 'utf8');
const { version, dependencies } = JSON.parse(read('package.json'));
const external = new RegExp(`^(${Object.keys(dependencies).join('|')})(/|$)`);

/** Folders of third parties whose code is inside what was built; their licences go to dist/licenses.txt. */
const inlined = new Set();
const noteLicences = {
  name: 'note-licences',
  buildEnd() {
    for (const id of this.getModuleIds()) {
      const [folder] = /^[^\0]*[\\/]node_modules[\\/](@[^\\/]+[\\/])?[^\\/]+/.exec(id) ?? [];
      if (folder && !this.getModuleInfo(id)?.isExternal) inlined.add(folder);
    }
  },
};
const BANNER = `/*! Entente ${version}, MIT. With Lit, Copyright Google LLC, BSD-3-Clause: see licenses.txt */`;

function write(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/**
 * The feed as one string for `JSON.parse`: engines read that faster than an object literal. Its longest lists
 * come first, which compresses better by one per cent.
 */
const feedAsString = {
  name: 'feed-as-string',
  transform(code, id) {
    if (!id.endsWith('.json')) return undefined;
    const { sources, events, periods, ...rest } = JSON.parse(code);
    const text = JSON.stringify({ sources, events, periods, ...rest }).replace(/[\\']/g, '\\$&');
    return { code: `export default JSON.parse('${text}')`, map: { mappings: '' } };
  },
};

/** For sites that bring their own feed: the bundled one is an object without an id. */
const withoutFeed = {
  name: 'without-feed',
  load: (id) => (id.endsWith('.json') ? '{}' : undefined),
};

/** The part of Valibot that the schema is written in: see the file. */
const lightSchema = {
  name: 'light-schema',
  resolveId: (id) =>
    id === 'valibot' ? fileURLToPath(new URL('src/record/valibot-lite.ts', import.meta.url)) : null,
};

/**
 * What Lit carries for browsers older than ours, for the other kind of decorators and for its own tools:
 * half a kilobyte, and five globals that a page would see. File -> pattern -> what stands there instead.
 */
const UNUSED = {
  'reactive-element/css-tag.js': [[/\w\.ShadowRoot&&.*?CSSStyleSheet\.prototype/, 'true']],
  'reactive-element/reactive-element.js': [
    [/\w\.reactiveElementPolyfillSupport/, 'void 0'],
    [/\(\w\.reactiveElementVersions.*?push\("[\d.]+"\)/, '0'],
    [/Symbol\.metadata\?\?=.*?new WeakMap;/, ''],
    [/this\[Symbol\.metadata\]/, 'null'],
  ],
  'reactive-element/decorators/property.js': [[/"object"==typeof \w\?/, 'false?']],
  'lit-html/lit-html.js': [
    [/\w\.litHtmlPolyfillSupport/, 'void 0'],
    [/\(\w\.litHtmlVersions.*?push\("[\d.]+"\)/, '0'],
  ],
  'lit-element/lit-element.js': [
    [/\w\.litElementHydrateSupport/, '(void 0)'],
    [/\w\.litElementPolyfillSupport/, 'void 0'],
    [/\(\w\.litElementVersions.*?push\("[\d.]+"\)/, '0'],
  ],
};
const trimLit = {
  name: 'trim-lit',
  transform(code, id) {
    const patterns = Object.entries(UNUSED).find(([file]) => id.endsWith(`/${file}`))?.[1];
    if (!patterns) return undefined;
    for (const [pattern, text] of patterns) {
      // Another release of Lit: look again what it carries.
      if (!pattern.test(code)) this.error(`${id} no longer holds ${pattern}`);
      code = code.replace(pattern, text);
    }
    return { code, map: null };
  },
};

/** Languages with a file of their own: English is in the files themselves. */
const languages = readdirSync('src/i18n')
  .flatMap((name) => /^([a-z]{2})\.ts$/.exec(name)?.[1] ?? [])
  .filter((lang) => lang !== 'en');

const KNOWN = { __VERSION__: version, __LANGUAGES__: languages.join(' ') };
const versioned = {
  name: 'versioned',
  transform: (code) =>
    /__(VERSION|LANGUAGES)__/.test(code)
      ? { code: code.replace(/__(VERSION|LANGUAGES)__/g, (name) => KNOWN[name]), map: null }
      : undefined,
};

const compile = [
  resolve({ exportConditions: ['browser', 'production'] }),
  trimLit,
  feedAsString,
  literalsHtmlCssMinifier({ include: ['src/**/*.ts'], failOnError: true }),
  esbuild({ target: 'es2022', tsconfig: 'tsconfig.json', minifySyntax: true }),
  versioned,
];

const minify = terser({
  ecma: 2022,
  module: true,
  compress: { passes: 3, unsafe_arrows: true },
  format: { comments: /^!/, ascii_only: true },
});

/**
 * A classic script is read in the encoding of its page, whatever that is: in ASCII all are the same. Terser leaves
 * templates as they are.
 */
const ascii = {
  name: 'ascii',
  renderChunk: (code) => ({
    code: code.replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`),
    map: null,
  }),
};

/** A file for a script tag: nothing imported, exported or leaked, so it runs as a module, as a classic script, and twice. */
const script = (file, { input = 'src/define.ts', plugins = [] } = {}) => ({
  input,
  output: { file, format: 'iife', banner: BANNER },
  plugins: [lightSchema, ...compile, minify, ascii, noteLicences, ...plugins],
});

/** The page for iframes, which runs no script but its own and those beside it. */
const embedPage = {
  name: 'embed-page',
  generateBundle(_, bundle) {
    for (const [name, { code }] of Object.entries(bundle)) {
      delete bundle[name];
      const script = code.replaceAll('</script', '<\\/script');
      const [css] = /(?<=<style>)[^]*?(?=<\/style>)/.exec(read('src/embed/frame-page.html'));
      const digest = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
      const csp = [
        "default-src 'none'",
        `script-src 'strict-dynamic' ${digest(script)}`,
        `style-src ${digest(css)}`,
        'connect-src http: https:',
        'img-src http: https: data: blob:',
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        'trusted-types lit-html entente',
      ].join('; ');
      const source = read('src/embed/frame-page.html')
        .replace(/(?<=<script>)\s*\/\* script \*\/\s*(?=<\/script>)/, () => script)
        .replace('{csp}', csp);
      this.emitFile({ type: 'asset', fileName: 'embed.html', source });
    }
  },
};

/** What is not code, written once the code is there; integrity.json last, as the sign of a finished build. */
const companions = {
  name: 'companions',
  async writeBundle() {
    for (const name of readdirSync('data').filter((name) => name.endsWith('.json')))
      write(`dist/feeds/${name}`, JSON.stringify(JSON.parse(read(`data/${name}`))));

    const { feedJsonSchema } = await tsImport('./src/record/json-schema.ts', import.meta.url);
    const schema = JSON.stringify(feedJsonSchema(), null, 2) + '\n';
    // In CI the committed copy is left as it is, or the test that finds it stale never could.
    for (const folder of process.env.CI ? ['dist'] : ['data', 'dist'])
      write(`${folder}/schema/feed-1.schema.json`, schema);

    // For type checkers alone: our own compiler knows none of the frameworks.
    for (const name of readdirSync('src/frameworks'))
      write(`dist/frameworks/${name}`, read(`src/frameworks/${name}`));

    write('dist/schema/comments-1.schema.json', read('data/schema/comments-1.schema.json'));

    // The page that bundled feeds call their method travels with the files.
    write('dist/demo.css', read('demo/demo.css'));
    write('dist/method.html', read('demo/method.html').replace(/<header class="site">.*?<\/header>/s, ''));

    const css = await transform(read('src/styles/entente.css'), {
      loader: 'css',
      minify: true,
      target: 'chrome125',
    });
    write('dist/entente.css', css.code);

    const licences = ['.', ...[...inlined].sort()].map((folder) => {
      const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
      return `${JSON.parse(read(`${folder}/package.json`)).name}\n\n${read(`${folder}/${file}`)}`;
    });
    write('dist/licenses.txt', licences.join('\n----\n\n'));

    const hash = (file) => 'sha384-' + createHash('sha384').update(readFileSync(file)).digest('base64');
    const files = ['dist/entente.js', 'dist/entente.core.js', 'dist/entente.css'];
    write(
      'dist/integrity.json',
      JSON.stringify(Object.fromEntries(files.map((f) => [basename(f), hash(f)])), null, 2),
    );
    packPlugin('dist', version);
  },
};

/** A file a language, loaded beside either of the two, before or after it. */
const locale = (lang) => ({
  input: `src/i18n/${lang}.ts`,
  output: { file: `dist/locales/${lang}.js`, format: 'iife' },
  plugins: [...compile, minify, ascii],
});

/** The command line: one file that needs nothing but Node. Not minified, since nobody waits for it. */
const cli = {
  input: 'src/cli/entente.ts',
  output: { file: 'dist/cli.js', format: 'es', banner: '#!/usr/bin/env node' },
  plugins: [
    resolve({ exportConditions: ['node'], preferBuiltins: true }),
    esbuild({ target: 'node20', tsconfig: 'tsconfig.json' }),
    versioned,
    noteLicences,
    { name: 'executable', writeBundle: () => chmodSync('dist/cli.js', 0o755) },
  ],
  // csv-parse has a circle of its own.
  onLog: (level, log, handler) =>
    (log.code === 'CIRCULAR_DEPENDENCY' && log.ids?.every((id) => id.includes('node_modules'))) ||
    handler(level, log),
};

const modules = { index: 'src/index.ts', define: 'src/define.ts' };

rmSync('dist', { recursive: true, force: true });

export default [
  script('dist/entente.js'),
  script('dist/entente.core.js', { plugins: [withoutFeed] }),
  script('dist/embed.js', { input: 'src/embed/frame-page.ts', plugins: [embedPage] }),
  ...languages.map(locale),
  cli,
  {
    input: modules,
    external,
    output: { dir: 'dist', format: 'es', chunkFileNames: 'shared/[name].js' },
    plugins: compile,
  },
  {
    input: { ...modules, attributes: 'src/frameworks/attributes.ts' },
    external,
    output: { dir: 'dist', format: 'es', chunkFileNames: 'shared/[name].d.ts' },
    plugins: [dts(), companions],
    // define.ts has no types of its own.
    onLog: (level, log, handler) => log.code === 'EMPTY_BUNDLE' || handler(level, log),
  },
];
