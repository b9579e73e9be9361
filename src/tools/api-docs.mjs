/**
 * Writes what the papers hold of the code: the tables of attributes, events, parts and tokens in docs/api.md, from
 * dist/custom-elements.json; the sizes of the built files in README.md; the picture in docs/architecture.svg.
 * With `--check` it writes nothing and fails when one of them is stale.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { format, resolveConfig } from 'prettier';
import { architecturePicture } from './architecture-picture.mjs';

/** The files for a script tag: each is complete. */
const SCRIPTS = {
  'entente.js': 'All three elements, and the bundled record of Iran and Pakistan',
  'entente.core.js': 'All three elements, no record',
  'entente-record.js': 'Card and timeline',
  'entente-card.js': 'The card',
  'entente-comments.js': 'The comments',
};

const ORDER = ['entente-card', 'entente-timeline', 'entente-comments'];

const code = (text) => (text ? `\`${text}\`` : '');
const cell = (text = '') => text.replace(/\s+/g, ' ').replaceAll('|', '\\|').trim();

/** A titled table, or nothing where there are no rows. `columns`: heading -> what it says of a row. */
function table(title, rows, columns) {
  if (!rows?.length) return [];
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [
    `### ${title}\n`,
    line(Object.keys(columns)),
    line(Object.keys(columns).map(() => '-')),
    ...rows.map((row) => line(Object.values(columns).map((text) => cell(text(row))))),
    '',
  ];
}

const named = (heading, show = (row) => row.name) => ({
  [heading]: (row) => code(show(row)),
  Description: (row) => row.description,
});

function section(element) {
  const members = (element.members ?? []).filter((row) => !row.privacy && !row.static && row.description);
  const call = ({ name, parameters = [] }) =>
    `${name}(${parameters.map((parameter) => parameter.name).join(', ')})`;
  return [
    `## \`<${element.tagName}>\`\n`,
    `${element.description}\n`,
    ...table('Attributes', element.attributes, {
      Attribute: (row) => code(row.name),
      Property: (row) => code(row.fieldName),
      Type: (row) => code(row.type?.text),
      Default: (row) => code(row.default),
      Description: (row) => row.description,
    }),
    ...table(
      'Properties without an attribute',
      members.filter((row) => row.kind === 'field' && !row.attribute),
      {
        Property: (row) => code(row.name),
        Type: (row) => code(row.type?.text),
        Description: (row) => row.description,
      },
    ),
    ...table(
      'Methods',
      members.filter((row) => row.kind === 'method'),
      named('Method', call),
    ),
    ...table('Events', element.events, {
      Event: (row) => code(row.name),
      Type: (row) => code(row.type?.text),
      Description: (row) => row.description,
    }),
    ...table('Slots', element.slots, {
      Slot: (row) => code(row.name) || '(default)',
      Description: (row) => row.description,
    }),
    ...table(
      'CSS parts',
      element.cssParts,
      named('Part', ({ name }) => `::part(${name})`),
    ),
    ...table('CSS custom properties', element.cssProperties, {
      Property: (row) => code(row.name),
      Default: (row) => code(row.default),
      Description: (row) => row.description,
    }),
    ...table(
      'CSS states',
      element.cssStates,
      named('State', ({ name }) => `:state(${name})`),
    ),
  ].join('\n');
}

/** The tables of all elements. */
function elementTables() {
  const { modules } = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8'));
  const elements = modules.flatMap(({ declarations }) => declarations ?? []).filter(({ tagName }) => tagName);
  return ORDER.map((name) => {
    const element = elements.find(({ tagName }) => tagName === name);
    if (!element) throw new Error(`The manifest does not name <${name}>.`);
    return section(element);
  }).join('\n');
}

/** What a file weighs on its way, as servers send it that have been told of the `.br` beside it. */
function weight(file) {
  const path = `dist/${file}`;
  const bytes = existsSync(`${path}.br`)
    ? readFileSync(`${path}.br`).length
    : brotliCompressSync(readFileSync(path)).length;
  return `${(bytes / 1000).toFixed(1)} kB`;
}

/** A row a file that the build has made. */
function sizeTable() {
  const rows = Object.entries(SCRIPTS)
    .filter(([file]) => existsSync(`dist/${file}`))
    .map(([file, holds]) => `| ${code(file)} | ${holds} | ${weight(file)} |`);
  return ['| File | What is in it | Brotli |', '| - | - | -: |', ...rows].join('\n');
}

/** A page with what stands between two of its marks written anew. */
async function page(file, name, text) {
  const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
  const [before, rest] = readFileSync(file, 'utf8').split(start);
  const after = rest?.split(end)[1];
  if (after === undefined) throw new Error(`${file} lacks ${start} or ${end}.`);
  const fresh = `${before}${start}\n\n${text}\n\n${end}${after}`;
  return [file, await format(fresh, { ...(await resolveConfig(file)), parser: 'markdown' })];
}

const papers = [
  await page('docs/api.md', 'api', elementTables()),
  await page('README.md', 'size', sizeTable()),
  ['docs/architecture.svg', architecturePicture()],
];
for (const [file, text] of papers)
  if (!process.argv.includes('--check')) writeFileSync(file, text);
  else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
    console.error(`${file} is stale: run \`npm run docs\`.`);
    process.exitCode = 1;
  }
