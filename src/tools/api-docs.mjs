/**
 * Writes into README.md the tables of attributes, events, parts and tokens, from dist/custom-elements.json,
 * and the size of the built file.
 * With `--check` it writes nothing and fails when the README is stale.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { format, resolveConfig } from 'prettier';

const FILE = 'README.md';
const START = '<!-- api:start -->';
const END = '<!-- api:end -->';

const code = (text) => (text ? `\`${text}\`` : '');
const cell = (text = '') => text.replace(/\s+/g, ' ').replaceAll('|', '\\|').trim();

/** A titled table, or nothing where there are no rows. `columns`: heading -> what it says of a row. */
function table(title, rows, columns) {
  if (!rows?.length) return [];
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [
    `#### ${title}\n`,
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
    `### \`<${element.tagName}>\`\n`,
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

const { modules } = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8'));
const elements = modules.flatMap(({ declarations }) => declarations).filter(({ tagName }) => tagName);
if (!elements.length) throw new Error('The manifest names no element.');

const readme = readFileSync(FILE, 'utf8');
const [before, after] = [readme.split(START)[0], readme.split(END)[1]];
if (after === undefined || before === readme) throw new Error(`${FILE} lacks ${START} or ${END}.`);

const tables = `${before}${START}\n\n${elements.map(section).join('\n')}\n${END}${after}`;
const kilobytes = Math.ceil(brotliCompressSync(readFileSync('dist/entente.js')).length / 1000);
const sized = tables.replace(/(<!-- size:start -->).*?(<!-- size:end -->)/, `$1${kilobytes} kB (brotli)$2`);
const fresh = await format(sized, { ...(await resolveConfig(FILE)), parser: 'markdown' });

if (!process.argv.includes('--check')) writeFileSync(FILE, fresh);
else if (fresh !== readme) {
  console.error(`${FILE} is stale: run \`npm run docs\`.`);
  process.exitCode = 1;
}
