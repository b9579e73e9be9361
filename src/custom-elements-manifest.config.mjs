/** How dist/custom-elements.json is read from the JSDoc of the elements. */
import { readFileSync } from 'node:fs';

/** The analyzer stops at a spread among a property's options, which never carries a name or a type here. */
const withoutSpread = (text) => text.replace(/(@property\(\{)\s*\.\.\.\w+,/g, '$1');

/** `(typeof VIEWS)[number]` tells a reader nothing: the values of the list stand there instead. */
function spelledOut() {
  const lists = new Map();
  return {
    name: 'spelled-out',
    collectPhase({ ts, node }) {
      const list =
        ts.isVariableDeclaration(node) &&
        ts.isAsExpression(node.initializer ?? node) &&
        node.initializer.expression;
      if (list && ts.isArrayLiteralExpression(list))
        lists.set(node.name.text, list.elements.map((element) => element.getText()).join(' | '));
    },
    packageLinkPhase({ customElementsManifest }) {
      for (const { members = [], attributes = [] } of declarations(customElementsManifest))
        for (const { type } of [...members, ...attributes])
          if (type)
            type.text = type.text.replace(
              /\(typeof (\w+)\)\[number\]/,
              (text, name) => lists.get(name) ?? text,
            );
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
  globs: ['src/elements/**/*.ts', 'src/define.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  overrideModuleCreation: ({ ts, globs }) =>
    globs.map((file) =>
      ts.createSourceFile(file, withoutSpread(readFileSync(file, 'utf8')), ts.ScriptTarget.ES2022, true),
    ),
  plugins: [spelledOut(), documentedEvents],
};
