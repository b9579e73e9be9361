/**
 * How dist/custom-elements.json is read from the JSDoc of the elements: what is public, where it is shipped. Editors'
 * data is made of it in passing; the types for frameworks and the attributes in PHP are made of it by the build.
 */
import { readFileSync } from 'node:fs';
import { customElementJetBrainsPlugin } from 'custom-element-jet-brains-integration';
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';

/** The analyzer stops at a spread among a property's options, which never carries a name or a type here. */
const withoutSpread = (text) => text.replace(/(@property\(\{)\s*\.\.\.\w+,/g, '$1');

/** Holds names of types that elements use, and no element. */
const NAMES = 'src/comments/providers/provider.ts';

/**
 * `(typeof VIEWS)[number]` and `keyof typeof LAYOUTS` tell a reader nothing: the values of that file's list, or the keys
 * of its table, stand there instead.
 */
function spelledOut() {
  const lists = new Map();
  /** Name of a type -> what it stands for, and the file that says so. */
  const names = new Map();
  const spell = (text, file) => {
    if (names.has(text)) return spell(...names.get(text));
    return text.replace(
      /^(?:\(typeof (\w+)\)\[number\]|keyof typeof (\w+))$/,
      (all, list, table) => lists.get(`${file} ${list ?? table}`) ?? all,
    );
  };
  return {
    name: 'spelled-out',
    collectPhase({ ts, node }) {
      const { fileName } = node.getSourceFile();
      if (ts.isTypeAliasDeclaration(node)) names.set(node.name.text, [node.type.getText(), fileName]);
      const { initializer } = node;
      const list =
        ts.isVariableDeclaration(node) &&
        initializer &&
        (ts.isAsExpression(initializer) || ts.isSatisfiesExpression(initializer)) &&
        initializer.expression;
      if (!list) return;
      const words = ts.isArrayLiteralExpression(list)
        ? list.elements.map((element) => element.getText())
        : ts.isObjectLiteralExpression(list) &&
          list.properties.map((property) => `'${property.name?.getText()}'`);
      if (words) lists.set(`${fileName} ${node.name.text}`, words.join(' | '));
    },
    packageLinkPhase({ customElementsManifest }) {
      for (const { path, declarations } of customElementsManifest.modules)
        for (const { members = [], attributes = [] } of declarations)
          for (const { type } of [...members, ...attributes]) if (type) type.text = spell(type.text, path);
    },
  };
}

/** The analyzer knows `customElements.define`; here it is `defineElement` that gives a class its tag. */
function definitions() {
  /** Name of a class -> its tag, and the file that says so. */
  const tags = new Map();
  return {
    name: 'definitions',
    collectPhase({ ts, node }) {
      if (!ts.isCallExpression(node) || node.expression.getText() !== 'defineElement') return;
      const [tag, name] = node.arguments;
      tags.set(name.getText(), { tagName: tag.text, path: node.getSourceFile().fileName });
    },
    packageLinkPhase({ customElementsManifest: { modules } }) {
      for (const { path, declarations } of modules.slice())
        for (const declaration of declarations) {
          const { name } = declaration;
          const found = tags.get(name);
          if (!found) continue;
          Object.assign(declaration, { tagName: found.tagName, customElement: true });
          const module = modules.find((one) => one.path === found.path);
          module.exports = [
            {
              kind: 'custom-element-definition',
              name: found.tagName,
              declaration: { name, module: shipped(path) },
            },
          ];
        }
    },
  };
}

/** Where a file of src is in the package. */
const shipped = (path) => path.replace(/^src\//, 'dist/modules/').replace(/\.ts$/, '.js');

/** Of a member or an attribute, what concerns who uses the element: not in which class of ours it was written. */
const withoutOrigin = (row) => {
  const kept = { ...row };
  for (const key of ['inheritedFrom', 'resolveInitializer', 'reflects']) delete kept[key];
  return kept;
};
const isPublic = ({ privacy, static: isStatic, name, description }) =>
  !privacy && !isStatic && description && !name.startsWith('#');

/** Leaves the elements and the files that define them, with what is public and documented. */
const publicOnly = {
  name: 'public-only',
  packageLinkPhase({ customElementsManifest }) {
    customElementsManifest.modules = customElementsManifest.modules
      .map(({ kind, path, declarations, exports }) => ({
        kind,
        path: shipped(path),
        declarations: declarations
          .filter(({ tagName }) => tagName)
          .map(({ superclass, mixins, members = [], attributes = [], events = [], ...rest }) => ({
            ...rest,
            members: members.filter(isPublic).map(withoutOrigin),
            attributes: attributes.map(withoutOrigin),
            // The analyzer also lists every `dispatchEvent` it meets, by a guessed name: an event is what JSDoc says.
            events: events.filter(({ description }) => description).map(withoutOrigin),
            superclass: { name: 'LitElement', package: 'lit' },
          })),
        exports: exports
          .filter(({ name }) => /^(Entente[A-Z]|entente-)/.test(name))
          .map((one) =>
            one.kind === 'js' ? { ...one, declaration: { ...one.declaration, module: shipped(path) } } : one,
          ),
      }))
      .filter(
        ({ declarations, exports }) =>
          declarations.length || exports.some(({ name }) => name.startsWith('entente-')),
      );
  },
};

const quiet = { outdir: 'dist', hideLogs: true };

export default {
  globs: ['src/elements/**/*.ts', 'src/comments/ui/*.ts', 'src/define/*.ts', NAMES],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  overrideModuleCreation: ({ ts, globs }) =>
    globs.map((file) =>
      ts.createSourceFile(file, withoutSpread(readFileSync(file, 'utf8')), ts.ScriptTarget.ES2022, true),
    ),
  plugins: [
    spelledOut(),
    definitions(),
    publicOnly,
    customElementVsCodePlugin({ ...quiet, htmlFileName: 'html-custom-data.json', cssFileName: null }),
    customElementJetBrainsPlugin({ ...quiet, packageJson: false }),
  ],
};
