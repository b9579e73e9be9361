import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import ts from 'typescript';

const FILE = 'dist/frameworks/attributes.d.ts';
const program = ts.createProgram([FILE], {
  strict: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: [],
  // The package itself, whose classes say what each property is.
  paths: { 'entente-elements': ['./src/index.ts'] },
  experimentalDecorators: true,
  useDefineForClassFields: false,
  resolveJsonModule: true,
  skipLibCheck: true,
});
const checker = program.getTypeChecker();
const file = program.getSourceFile(FILE) as ts.SourceFile;
const exported = checker.getExportsOfModule(checker.getSymbolAtLocation(file) as ts.Symbol);

/** Of each element that an interface of the types names: its members, and their types in words. */
function members(name: string): Record<string, Record<string, string>> {
  const symbol = exported.find((one) => one.name === name) as ts.Symbol;
  const typeOf = (one: ts.Symbol) => checker.getTypeOfSymbolAtLocation(one, file);
  const properties = (type: ts.Type) => checker.getPropertiesOfType(type);
  const words = (type: ts.Type) =>
    checker.typeToString(type, undefined, ts.TypeFormatFlags.InTypeAlias).replaceAll('"', "'");
  return Object.fromEntries(
    properties(checker.getDeclaredTypeOfSymbol(symbol)).map((tag) => [
      tag.name,
      Object.fromEntries(properties(typeOf(tag)).map((one) => [one.name, words(typeOf(one))])),
    ]),
  );
}

interface Row {
  name: string;
  fieldName?: string;
  type?: { text: string };
}
interface Declaration {
  tagName?: string;
  attributes?: Row[];
  events?: Row[];
}
const { modules } = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8')) as {
  modules: { declarations: Declaration[] }[];
};
const elements = modules.flatMap(({ declarations }) => declarations).filter(({ tagName }) => tagName);

/** `'a' | 'b'` in one order, a number as templates may write it, without what may be left out. */
const tidy = (type: string) =>
  type
    .split(' | ')
    .filter((one) => one !== 'undefined')
    .flatMap((one) => (one === 'number' ? ['number', '`${number}`'] : [one]))
    .filter((one, at, all) => all.indexOf(one) === at)
    .sort()
    .join(' | ');

describe('the types of attributes and events', () => {
  const attributes = members('Attributes');
  const events = members('Events');

  it('are those of all elements', () => {
    expect(elements.length).to.equal(3);
    for (const all of [attributes, events])
      expect(Object.keys(all)).to.have.members(elements.map(({ tagName }) => tagName));
  });

  for (const { tagName = '', attributes: rows = [], events: fired = [] } of elements) {
    it(`are those that the manifest names: ${tagName}`, () => {
      // Every framework knows `lang`.
      const named = rows.filter(({ name }) => name !== 'lang');
      expect(named.length).to.be.greaterThan(8);
      expect(Object.keys(attributes[tagName] ?? {})).to.have.members(named.map(({ name }) => name));
      for (const { name, type } of named)
        expect(tidy(attributes[tagName]?.[name] ?? ''), name).to.equal(tidy(type?.text ?? ''));
    });

    it(`are those of the properties of the class: ${tagName}`, () => {
      const properties = members('Elements')[tagName];
      for (const { name, fieldName = '' } of rows.filter(({ name }) => name !== 'lang'))
        expect(tidy(attributes[tagName]?.[name] ?? ''), name).to.equal(tidy(properties?.[fieldName] ?? ''));
    });

    it(`have its events: ${tagName}`, () => {
      expect(events[tagName]).to.deep.equal(
        Object.fromEntries(fired.map(({ name, type }) => [name, type?.text])),
      );
    });
  }
});
