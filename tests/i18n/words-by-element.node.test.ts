/** Each element brings the English words that it can say, all of them and no others: read from its bundle. */
import { expect } from 'chai';
import { build } from 'esbuild';
import ts from 'typescript';
import { cardWords } from '../../src/i18n/en-card.js';
import { commentsWords } from '../../src/i18n/en-comments.js';
import { shared } from '../../src/i18n/en-shared.js';
import { timelineWords } from '../../src/i18n/en-timeline.js';
import { en } from '../../src/i18n/en.js';
import type { Messages } from '../../src/i18n/locale-registry.js';

const ELEMENTS: Record<string, { file: string; words: readonly Messages[]; shows: RegExp }> = {
  EntenteCard: {
    file: 'elements/card/entente-card.ts',
    words: cardWords,
    shows: /^(feed\/|config\/)/,
  },
  EntenteTimeline: {
    file: 'elements/timeline/entente-timeline.ts',
    words: timelineWords,
    shows: /^(feed\/|config\/)/,
  },
  EntenteComments: {
    file: 'comments/ui/entente-comments.ts',
    words: commentsWords,
    // It loads the record that it is linked to, and says nothing where that fails.
    shows: /^(comments\/|config\/(?!no-feed|unknown-feed|bad-src))/,
  },
};
const KEYS = Object.keys(en);

/** The program of an element, as a bundler would leave it. */
async function bundleOf(name: string, file: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: `export { ${name} } from './${file}'`, resolveDir: 'src', loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    packages: 'external',
    loader: { '.json': 'empty' },
    charset: 'utf8',
  });
  return outputFiles[0]?.text ?? '';
}

/** A key is asked for: it stands in a call of `t` or `announce`, be it as one of two. */
function isAsked(literal: ts.Node): boolean {
  let outer = literal.parent;
  while (ts.isConditionalExpression(outer) || ts.isParenthesizedExpression(outer)) outer = outer.parent;
  return ts.isCallExpression(outer) && /(^|\.)(t|announce)$/.test(outer.expression.getText());
}

/** The keys that a program certainly says, and those that it may say: a word without a dot can mean another thing. */
function keysIn(program: string, shows: RegExp): { said: Set<string>; maybe: Set<string> } {
  const [said, maybe] = [new Set<string>(), new Set<string>()];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node)) {
      // A table's own key, such as a layout's, may be what its button says.
      if (ts.isObjectLiteralExpression(node.initializer) && KEYS.includes(node.name.getText()))
        maybe.add(node.name.getText());
      return visit(node.initializer);
    }
    if (ts.isStringLiteralLike(node)) {
      const { text } = node;
      if (KEYS.includes(text)) (text.includes('.') || isAsked(node) ? said : maybe).add(text);
      if (KEYS.includes(`error.${text}`) && shows.test(text)) said.add(`error.${text}`);
    }
    // `level.${level}` may be any of them; an error is one of the codes in the program.
    if (ts.isTemplateExpression(node) && /^(?!error)\w+\.$/.test(node.head.text))
      for (const key of KEYS) if (key.startsWith(node.head.text)) said.add(key);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('bundle.js', program, ts.ScriptTarget.ES2022, true));
  return { said, maybe };
}

const dates = Object.keys(shared).filter((key) => key.startsWith('date.'));

describe('words by element', () => {
  it('has no text in two parts', () => {
    const keys = [shared, ...new Set([cardWords, timelineWords, commentsWords].flat())].flatMap(Object.keys);
    expect(keys.filter((key, i) => keys.indexOf(key) < i)).to.deep.equal([]);
    expect(keys.filter((key) => !(key in en))).to.deep.equal([]);
  });

  for (const [name, { file, words, shows }] of Object.entries(ELEMENTS))
    it(`gives ${name} what it says, and nothing that it does not`, async () => {
      const program = await bundleOf(name, file);
      const { said, maybe } = keysIn(program, shows);
      const own = new Set(words.flatMap((part) => Object.keys(part)));
      expect(
        [...said].filter((key) => !own.has(key) && !(key in shared)),
        'missing',
      ).to.deep.equal([]);
      expect(
        [...own].filter((key) => !said.has(key) && !maybe.has(key)),
        'never said',
      ).to.deep.equal([]);
      const others = KEYS.filter((key) => key.includes('.') && !own.has(key) && !(key in shared));
      expect(
        others.filter((key) => program.includes(`"${key}":`)),
        'of other elements',
      ).to.deep.equal([]);
    });

  it('shares what more than one element says, and dates', async () => {
    const sets = await Promise.all(
      Object.entries(ELEMENTS).map(async ([name, { file, shows }]) =>
        keysIn(await bundleOf(name, file), shows),
      ),
    );
    const users = (key: string) => sets.filter(({ said, maybe }) => said.has(key) || maybe.has(key)).length;
    expect(Object.keys(shared).filter((key) => users(key) < 2)).to.deep.equal(dates);
  });
});
