/** What lint enforces beyond taste: the direction of imports, safe templates, small functions. */
import { posix } from 'node:path';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/**
 * Each room of src with the rooms that it may import from; everything else is reported. A room may lie in another:
 * what stands in `elements` itself is one room, `elements/card` another.
 */
const WORDS = ['i18n', 'dates', 'lib'];
const RECORD = ['chronology', 'page-bus', 'record', ...WORDS];
const VIEWS = ['embed', 'formats', 'summary', 'styles', ...RECORD];
const COMMENTS = ['comments/text', 'comments/thread', 'comments/outbox', 'comments/providers'];
export const ROOMS = {
  lib: [],
  styles: [],
  dates: ['lib'],
  i18n: ['dates', 'lib'],
  record: ['dates', 'lib'],
  chronology: ['record', 'dates', 'lib'],
  'page-bus': ['record', 'lib'],
  loading: ['page-bus', 'record', 'lib'],
  summary: ['record', ...WORDS],
  formats: ['summary', ...RECORD],
  embed: ['formats', 'lib'],
  'elements/ui': VIEWS,
  elements: ['elements/ui', 'loading', ...VIEWS],
  'elements/card': ['elements', 'elements/ui', ...VIEWS],
  'elements/timeline': ['elements', 'elements/ui', ...VIEWS],
  'comments/providers': ['lib'],
  'comments/text': ['lib'],
  'comments/thread': ['comments/providers', 'lib'],
  'comments/outbox': ['comments/providers', 'lib'],
  comments: [...COMMENTS, 'lib'],
  'comments/ui': ['comments', ...COMMENTS, 'elements', 'elements/ui', 'loading', 'styles', ...RECORD],
  cli: ['embed', 'formats', 'summary', ...RECORD],
};
/** How a record is checked is its own business: others ask what has been read. Files with who else may import them. */
const INNER = {
  'record/references.ts': [],
  'record/schema-walker.ts': ['cli'],
  'record/lint.ts': ['cli'],
};
/** Rooms that may know Lit, beside every controller; of `loading`, it is what runs a task. */
const KNOW_LIT = [
  'loading',
  'styles',
  'elements',
  'elements/ui',
  'elements/card',
  'elements/timeline',
  'comments/ui',
];

/** The room that a path below `src` lies in: the longest name that fits; none for an entry and for data. */
const roomOf = (path) =>
  Object.keys(ROOMS)
    .filter((room) => path.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0];

/** What is wrong with an import, in a sentence; nothing if it may be. */
function faultOf(file, source) {
  const room = roomOf(file);
  if (/^(lit|@lit)(\/|$)/.test(source))
    return KNOW_LIT.includes(room) || file.endsWith('-controller.ts')
      ? undefined
      : 'Only elements, controllers and styles know Lit.';
  if (!source.startsWith('.')) return undefined;
  const target = posix.join('src', posix.dirname(file), source).replace(/^src\//, '');
  if (target.startsWith('data/'))
    return file === 'record/bundled-record.ts' ? undefined : 'Only record/bundled-record.ts imports data.';
  const other = roomOf(target);
  if (other === room) return undefined;
  const allowed = INNER[target.replace(/\.js$/, '.ts')];
  if (allowed && !allowed.includes(room))
    return `Only ${['record', ...allowed].join(' and ')} may import it.`;
  if (ROOMS[room].includes(other)) return undefined;
  return `Imports point down: ${room} may import ${ROOMS[room].join(', ') || 'no other room'}.`;
}

const importsPointDown = {
  create(context) {
    const [, file] = /[\\/]src[\\/](.+)$/.exec(context.filename) ?? [];
    const path = file?.replaceAll('\\', '/');
    if (!path || !roomOf(path)) return {};
    const check = ({ source }) => {
      const message = source && faultOf(path, source.value);
      if (message) context.report({ node: source, message });
    };
    return { ImportDeclaration: check, ExportNamedDeclaration: check, ExportAllDeclaration: check };
  },
};

const UNSAFE = 'Text from a feed never meets an HTML parser: see comments/text/sanitize.';
const SYNTAX = [
  { selector: 'ImportExpression', message: 'The bundle is one file: import statically.' },
  { selector: "Identifier[name='unsafeHTML']", message: UNSAFE },
  { selector: "Identifier[name='unsafeSVG']", message: UNSAFE },
  {
    selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]',
    message: UNSAFE,
  },
  {
    selector: 'TaggedTemplateExpression[tag.name=html] TemplateElement[value.raw=/data-action="/]',
    message: 'Name an action by action(): the compiler knows which there are.',
  },
  {
    selector: "Identifier[name='styleMap']",
    message: 'A strict CSP blocks it on first render: bind .style instead.',
  },
  {
    selector:
      'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/\\sstyle=|<style/]',
    message: 'A strict CSP blocks inline styles: bind .style instead.',
  },
];

export default defineConfig(
  { ignores: ['dist/', 'coverage/', '.cache/'] },
  {
    files: ['src/**/*.ts', 'tests/**/*.ts'],
    extends: [tseslint.configs.strict, tseslint.configs.stylistic],
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      // An interface or a type, whichever reads better.
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
    },
  },
  {
    files: ['tests/**/*.ts'],
    // Chai's assertions are expressions.
    rules: { '@typescript-eslint/no-unused-expressions': 'off' },
  },
  {
    files: ['src/**/*.ts'],
    extends: [
      tseslint.configs.strictTypeCheckedOnly,
      lit.configs['flat/recommended'],
      wc.configs['flat/recommended'],
      litA11y.configs.recommended,
    ],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    settings: { wc: { elementBaseClasses: ['LitElement'] } },
    rules: {
      'max-lines-per-function': ['error', { max: 40, skipComments: true, skipBlankLines: true }],
      'no-console': ['error', { allow: ['error', 'info', 'warn'] }],
      'no-restricted-syntax': ['error', ...SYNTAX],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // Types promise what an old browser or an empty document lacks.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // Our interfaces are made of closures, not of methods.
      '@typescript-eslint/unbound-method': 'off',
      // A walk up the tree begins at `this`.
      '@typescript-eslint/no-this-alias': 'off',
    },
  },
  {
    files: ['src/**/*.ts'],
    plugins: { entente: { rules: { 'imports-point-down': importsPointDown } } },
    rules: { 'entente/imports-point-down': 'error' },
  },
  // The tokenizer names what it takes apart.
  { files: ['src/comments/text/sanitize.ts'], rules: { 'no-restricted-syntax': 'off' } },
);
