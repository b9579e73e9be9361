/** What Rollup has to be told of our sources beyond what its own plugins know. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { minify as compressProgram } from '@swc/core';
import MagicString from 'magic-string';

/** Folders of third parties whose code is inside what was built: their licences are published with it. */
export const inlined = new Set();
export const noteLicences = {
  name: 'note-licences',
  buildEnd() {
    for (const id of this.getModuleIds()) {
      const [folder] = /^[^\0]*[\\/]node_modules[\\/](@[^\\/]+[\\/])?[^\\/]+/.exec(id) ?? [];
      if (folder && !this.getModuleInfo(id)?.isExternal) inlined.add(folder);
    }
  },
};

/**
 * A record as one string for `JSON.parse`: engines read that faster than an object literal. Its longest lists
 * come first, which compresses better by one per cent.
 */
export const recordAsString = {
  name: 'record-as-string',
  transform(code, id) {
    if (!id.endsWith('.json')) return undefined;
    const { sources, events, periods, ...rest } = JSON.parse(code);
    const text = JSON.stringify({ sources, events, periods, ...rest }).replace(/[\\']/g, '\\$&');
    return { code: `export default JSON.parse('${text}')`, map: { mappings: '' } };
  },
};

/** The part of Valibot that the schema is written in: see the file. */
export const lightSchema = {
  name: 'light-schema',
  resolveId: (id) =>
    id === 'valibot' ? fileURLToPath(new URL('../record/valibot-lite.ts', import.meta.url)) : null,
};

/** Like texts beside each other: within the window of a compressor, and after what they repeat. */
const KINDS = [
  /\.styles\.ts$/,
  /\/src\/i18n\/en/,
  /\/src\/lib\//,
  /\/src\/dates\//,
  /\/src\/(record|chronology|loading|page-bus)\//,
  /\/src\/i18n\//,
  /\/src\/(summary|formats|embed)\//,
  /\/node_modules\//,
  /\/src\/comments\/(?!ui)/,
];
const kindOf = (id) => {
  const kind = KINDS.findIndex((pattern) => pattern.test(id.replaceAll('\\', '/')));
  return kind < 0 ? KINDS.length : kind;
};

/** Name of an entry that stands for several. */
const ENTRY = '\0entry';

/**
 * One entry that imports several, and before them all that they import, module after module by kind. Where a module
 * stands in the file is a matter of its compressed size alone: what it needs comes before it in any case.
 */
export const inOrderOfKind = (entries) => ({
  name: 'in-order-of-kind',
  resolveId: (id) => (id === ENTRY ? id : null),
  async load(id) {
    if (id !== ENTRY) return null;
    const found = new Set();
    const wanted = [];
    for (const entry of entries) wanted.push((await this.resolve(entry)).id);
    while (wanted.length) {
      const next = wanted.pop();
      if (found.has(next)) continue;
      found.add(next);
      const { importedIds } = await this.load({ id: next, resolveDependencies: true });
      wanted.push(...importedIds.toReversed());
    }
    const sorted = [...found].sort((a, b) => kindOf(a) - kindOf(b));
    return { code: sorted.map((one) => `import ${JSON.stringify(one)};`).join('\n'), map: { mappings: '' } };
  },
});
inOrderOfKind.entry = ENTRY;

/**
 * A classic script is read in the encoding of its page, whatever that is: in ASCII all are the same. Minifiers leave
 * templates as they are.
 */
export const ascii = {
  name: 'ascii',
  renderChunk(code) {
    const text = new MagicString(code);
    for (const { index, 0: letter } of code.matchAll(/[^\0-\x7f]/g))
      text.overwrite(index, index + 1, `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
    return { code: text.toString(), map: text.generateMap({ hires: true }) };
  },
};

/** Whole programs: names at the top are nobody's but the file's. */
export const minify = {
  name: 'minify',
  renderChunk: (code) =>
    compressProgram(code, {
      ecma: 2022,
      module: true,
      compress: { ecma: 2022, passes: 3, unsafe_arrows: true },
      mangle: { toplevel: true },
      format: { ecma: 2022, comments: 'some', asciiOnly: true },
      sourceMap: true,
    }),
};

/** The page for iframes, which runs no script but its own and those beside it. */
export const embedPage = {
  name: 'embed-page',
  generateBundle(_, bundle) {
    const page = readFileSync('src/embed/frame-page.html', 'utf8');
    for (const [name, { code }] of Object.entries(bundle)) {
      delete bundle[name];
      const script = code.replaceAll('</script', '<\\/script');
      const [css] = /(?<=<style>)[^]*?(?=<\/style>)/.exec(page);
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
      const source = page
        .replace(/(?<=<script>)\s*\/\* script \*\/\s*(?=<\/script>)/, () => script)
        .replace('{csp}', csp);
      this.emitFile({ type: 'asset', fileName: 'embed.html', source });
    }
  },
};
