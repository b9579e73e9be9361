/** What is published beside the bundles: records, schemas, page style, licences, types for frameworks, hashes. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { transform } from 'esbuild';
import { tsImport } from 'tsx/esm/api';
import { frameworkTypes } from './framework-types.mjs';

const read = (file) => readFileSync(file, 'utf8');

function write(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Records and schemas, and the page that bundled records call their method. */
async function writeData() {
  for (const name of readdirSync('data').filter((name) => name.endsWith('.json')))
    write(`dist/feeds/${name}`, JSON.stringify(JSON.parse(read(`data/${name}`))));

  const { feedJsonSchema } = await tsImport('../record/json-schema.ts', import.meta.url);
  const schema = JSON.stringify(feedJsonSchema(), null, 2) + '\n';
  // In CI the committed copy is left as it is, or the test that finds it stale never could.
  for (const folder of process.env.CI ? ['dist'] : ['data', 'dist'])
    write(`${folder}/schema/feed-1.schema.json`, schema);
  write('dist/schema/comments-1.schema.json', read('data/schema/comments-1.schema.json'));

  write('dist/demo.css', read('demo/demo.css'));
  write('dist/method.html', read('demo/method.html').replace(/<header class="site">.*?<\/header>/s, ''));
}

async function writePageStyle() {
  const { code } = await transform(read('src/styles/entente.css'), {
    loader: 'css',
    minify: true,
    target: 'chrome125',
  });
  write('dist/entente.css', code);
}

/** @param folders of those whose code is in ours */
function writeLicences(folders) {
  const licences = ['.', ...[...folders].sort()].map((folder) => {
    const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
    return `${JSON.parse(read(`${folder}/package.json`)).name}\n\n${read(`${folder}/${file}`)}`;
  });
  write('dist/licenses.txt', licences.join('\n----\n\n'));
}

export async function writePublished({ elements, folders }) {
  await Promise.all([writeData(), writePageStyle()]);
  writeLicences(folders);
  for (const [name, text] of Object.entries(frameworkTypes(elements))) write(`dist/frameworks/${name}`, text);
}

/** What a page asks a server for, and is text: not the modules, which are bundled first, nor maps and types. */
const ASKED_FOR = /^[^/]+\.(js|css|html|json|txt)$|^(locales|feeds|schema)\/[^/]+\.(js|json)$/;
/** Of a page none is asked for: a program for Node, and what editors and tools read. */
const NOT_ASKED_FOR = /^(cli\.js|custom-elements\.json|html-custom-data\.json|web-types\.json)$/;

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/** Writes `.br` and `.gz` beside what pages ask for: as small as they get, which no server takes the time for. */
export async function compressPublished() {
  const files = readdirSync('dist', { recursive: true })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => ASKED_FOR.test(file) && !NOT_ASKED_FOR.test(file));
  await Promise.all(
    files.map(async (file) => {
      const text = readFileSync(join('dist', file));
      const params = { [constants.BROTLI_PARAM_SIZE_HINT]: text.length };
      write(`dist/${file}.br`, await brotli(text, { params }));
      write(`dist/${file}.gz`, await gzipped(text, { level: 9 }));
    }),
  );
}

/** The hash of each file for a page: it is the sign of a finished build, and the last that the plugin brings along. */
export function writeHashes(files) {
  const hash = (file) =>
    'sha384-' +
    createHash('sha384')
      .update(readFileSync(`dist/${file}`))
      .digest('base64');
  const hashes = Object.fromEntries([...files, 'entente.css'].map((file) => [basename(file), hash(file)]));
  write('dist/integrity.json', JSON.stringify(hashes, null, 2));
}
