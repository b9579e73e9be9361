/** What lint enforces beyond taste: the direction of imports, safe templates, small files. */
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Each folder of src with what it may import from; everything else is reported. */
const LAYERS = {
  lib: [],
  dates: ['lib'],
  styles: [],
  i18n: ['dates', 'lib'],
  feed: ['dates', 'lib'],
  comments: ['dates', 'lib'],
  export: ['feed', 'comments', 'i18n', 'dates', 'lib'],
  cli: ['export', 'feed', 'comments', 'i18n', 'dates', 'lib'],
  elements: ['export', 'feed', 'comments', 'i18n', 'styles', 'dates', 'lib'],
};

const LIT = { regex: '^(lit|@lit)(/|$)', message: 'Only elements, controllers and styles know Lit.' };
const DATA = { regex: '(^|/)data/', message: 'Only feed/bundled.ts imports data.' };
const ENTRY = {
  regex: '^(\\.\\./)+(index|define)\\.js$',
  message: 'Imports point down: nothing imports an entry.',
};

function upward(layer) {
  const closed = Object.keys(LAYERS).filter((name) => name !== layer && !LAYERS[layer].includes(name));
  const message = `Imports point down: ${layer} may import ${LAYERS[layer].join(', ') || 'no other folder'}.`;
  return { regex: `^(\\.\\./)+(${closed.join('|')})/`, message };
}

const restrict = (files, patterns) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns }] },
});

const layers = Object.keys(LAYERS).flatMap((layer) => {
  const own = [upward(layer), ENTRY];
  const litIsFine = layer === 'elements' || layer === 'styles';
  return [
    restrict([`src/${layer}/**/*.ts`], litIsFine ? [...own, DATA] : [...own, DATA, LIT]),
    restrict([`src/${layer}/**/*-controller.ts`], [...own, DATA]),
  ];
});

const UNSAFE = 'Text from a feed never meets an HTML parser: see lib/sanitize.';
const SYNTAX = [
  { selector: 'ImportExpression', message: 'The bundle is one file: import statically.' },
  { selector: "Identifier[name='unsafeHTML']", message: UNSAFE },
  { selector: "Identifier[name='unsafeSVG']", message: UNSAFE },
  {
    selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]',
    message: UNSAFE,
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
      'max-lines': ['error', { max: 260 }],
      'no-console': ['error', { allow: ['info', 'warn'] }],
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
  ...layers,
  restrict(['src/feed/bundled.ts'], [upward('feed'), ENTRY, LIT]),
  // The frameworks are not here: to our compiler their types are errors.
  {
    files: ['src/frameworks/*.d.ts'],
    rules: { '@typescript-eslint/no-redundant-type-constituents': 'off' },
  },
  // The tokenizer names what it takes apart.
  { files: ['src/lib/sanitize.ts'], rules: { 'no-restricted-syntax': 'off' } },
);
