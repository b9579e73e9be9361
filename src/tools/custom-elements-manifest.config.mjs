/** How dist/custom-elements.json is read from the JSDoc of the elements. */
import { readFileSync } from 'node:fs';

/** The analyzer stops at a spread among a property's options, which never carries a name or a type here. */
const withoutSpread = (text) => text.replace(/(@property\(\{)\s*\.\.\.\w+,/g, '$1');

/** Holds names of types that elements use, and no element. */
const NAMES = 'src/comments/providers/provider.ts';

/** `(typeof VIEWS)[number]` tells a reader nothing: the values of that file's list stand there instead. */
function spelledOut() {
  const lists = new Map();
  /** Name of a type -> what it stands for, and the file that says so. */
  const names = new Map();
  const spell = (text, file) => {
    if (names.has(text)) return spell(...names.get(text));
    return text.replace(/^\(typeof (\w+)\)\[number\]$/, (all, name) => lists.get(`${file} ${name}`) ?? all);
  };
  return {
    name: 'spelled-out',
    collectPhase({ ts, node }) {
      const { fileName } = node.getSourceFile();
      if (ts.isTypeAliasDeclaration(node)) names.set(node.name.text, [node.type.getText(), fileName]);
      const list =
        ts.isVariableDeclaration(node) &&
        ts.isAsExpression(node.initializer ?? node) &&
        node.initializer.expression;
      if (list && ts.isArrayLiteralExpression(list))
        lists.set(
          `${fileName} ${node.name.text}`,
          list.elements.map((element) => element.getText()).join(' | '),
        );
    },
    packageLinkPhase({ customElementsManifest }) {
      customElementsManifest.modules = customElementsManifest.modules.filter(({ path }) => path !== NAMES);
      for (const { path, declarations } of customElementsManifest.modules)
        for (const { members = [], attributes = [] } of declarations)
          for (const { type } of [...members, ...attributes]) if (type) type.text = spell(type.text, path);
    },
  };
}

/** The analyzer also lists every `dispatchEvent` it meets, by a guessed name: an event is what JSDoc says. */
const documentedEvents = {
  name: 'documented-events',
  packageLinkPhase({ customElementsManifest }) {
    for (const declaration of declarations(customElementsManifest))
      declaration.events = declaration.events?.filter(({ description }) => description);
  },
};

const declarations = ({ modules }) => modules.flatMap((module) => module.declarations);

export default {
  globs: ['src/elements/**/*.ts', 'src/comments/ui/*.ts', 'src/define.ts', NAMES],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  overrideModuleCreation: ({ ts, globs }) =>
    globs.map((file) =>
      ts.createSourceFile(file, withoutSpread(readFileSync(file, 'utf8')), ts.ScriptTarget.ES2022, true),
    ),
  plugins: [spelledOut(), documentedEvents],
};
