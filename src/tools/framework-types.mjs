/** Types for the templates of frameworks, made of the manifest: what each element may be given, and what it tells. */

const PACKAGE = 'entente-elements';
/** Every framework knows `lang`; TypeScript objects to a second declaration of it. */
const known = (name) => name === 'lang';
/** In a template a number may stand as its digits. */
const valueOf = (type) => (type === 'number' ? 'number | `${number}`' : type);
const comment = (text, indent) => `${indent}/** ${text.replace(/\s+/g, ' ').trim()} */\n`;

const rowsOf = (rows) =>
  rows.map(
    ({ name, type, description }) => `${comment(description, '    ')}    ${name}?: ${type} | undefined;\n`,
  );

const attributesOf = ({ tagName, attributes }) => {
  const own = attributes.filter(({ name }) => !known(name));
  const rows = own.map((row) => ({ ...row, name: `'${row.name}'`, type: valueOf(row.type) }));
  return `  '${tagName}': {\n${rowsOf(rows).join('')}  };\n`;
};

const propertiesOf = ({ tagName, properties }) => {
  const rows = properties.map((row) => ({ ...row, type: row.type?.text ?? 'unknown' }));
  return `  '${tagName}': {\n${rowsOf(rows).join('')}  };\n`;
};

const eventsOf = ({ tagName, events }) => `  '${tagName}': {
${events.map(({ name, type, description }) => `${comment(description, '    ')}    '${name}': ${type};\n`).join('')}  };
`;

function attributes(elements) {
  const events = elements.flatMap((element) => element.events.map(({ type }) => type));
  const names = [...new Set([...elements.map(({ className }) => className), ...events])].sort();
  return `/** What a template may set on each element, and hear from it. */
import type { ${names.join(', ')} } from '${PACKAGE}';

export interface Elements {
${elements.map(({ tagName, className }) => `  '${tagName}': ${className};\n`).join('')}}

/** By the names of the attributes. */
export interface Attributes {
${elements.map(attributesOf).join('')}}

/** What has no attribute. */
export interface Properties {
${elements.map(propertiesOf).join('')}}

export interface Events {
${elements.map(eventsOf).join('')}}

export type Tag = keyof Elements;

/** Whatever a template can set. */
export type Settings<T extends Tag> = Attributes[T] & Properties[T];

/** The same with handlers: their names with what a framework puts before an event's. */
export type Props<T extends Tag, Prefix extends string = 'on'> = Settings<T> & {
  [Name in keyof Events[T] & string as \`\${Prefix}\${Name}\`]?: ((event: Events[T][Name]) => void) | undefined;
};
`;
}

/** Into one of a framework's own interfaces, each tag with its type. */
const augment = (tags, { module, namespace, name, type }) => {
  const rows = tags.map((tag) => `    '${tag}': ${type(tag)};\n`).join('');
  const body = `  interface ${name} {\n${rows}  }\n`;
  return `declare module '${module}' {\n${namespace ? `  namespace ${namespace} {\n${body}  }\n` : body}}\n`;
};
const own = (tag) => `Own<'${tag}'>`;
const JSX = { namespace: 'JSX', name: 'IntrinsicElements', type: own };

/** By framework: what its types are called, what of them an element of ours has, and where they go. */
const FRAMEWORKS = {
  react: {
    title: 'JSX of React 19 and later',
    imports: "import type { DetailedHTMLProps, HTMLAttributes } from 'react';",
    own: 'Props<T> & Omit<DetailedHTMLProps<HTMLAttributes<Elements[T]>, Elements[T]>, keyof Props<T>>',
    places: [{ module: 'react', ...JSX }],
  },
  preact: {
    title: 'JSX of Preact',
    imports: "import type { HTMLAttributes } from 'preact';",
    own: 'Props<T> & Omit<HTMLAttributes<Elements[T]>, keyof Props<T>>',
    places: [{ module: 'preact', ...JSX }],
  },
  solid: {
    title: 'JSX of Solid',
    imports: "import type { JSX } from 'solid-js';",
    own: "Props<T, 'on:'> & Omit<JSX.HTMLAttributes<Elements[T]>, keyof Props<T> | keyof Props<T, 'on:'>>",
    places: [{ module: 'solid-js', ...JSX }],
  },
  svelte: {
    title: 'templates of Svelte 5 and later',
    imports: "import type { HTMLAttributes } from 'svelte/elements';",
    own: 'Props<T> & Omit<HTMLAttributes<Elements[T]>, keyof Props<T>>',
    places: [{ module: 'svelte/elements', name: 'SvelteHTMLElements', type: own }],
  },
  vue: {
    title: 'templates and JSX of Vue',
    imports: "import type { HTMLAttributes, PublicProps, ReservedProps } from 'vue';",
    more: `/** \`as-of\` -> \`asOf\`, \`AsOf\`: in templates either may be written. */
type Camel<S extends string> = S extends \`\${infer Head}-\${infer Tail}\` ? \`\${Head}\${Capitalize<Camel<Tail>>}\` : S;

/** \`@entente-ready\` in a template is \`onEntenteReady\` in what it is compiled to. */
type Handlers<T extends Tag> = {
  [Name in keyof Events[T] & string as \`on\${Capitalize<Camel<Name>>}\`]?: (event: Events[T][Name]) => void;
};

/** Seen by the tools that check templates. */
type Component<T extends Tag> = new () => Elements[T] & { $props: Own<T> & PublicProps };
`,
    own: `{
  [Name in keyof Settings<T> as Name | Camel<Name & string>]: Settings<T>[Name];
} & Handlers<T> & Omit<HTMLAttributes, keyof Settings<T>>`,
    places: [
      { module: 'vue', name: 'GlobalComponents', type: (tag) => `Component<'${tag}'>` },
      { module: 'vue/jsx-runtime', ...JSX, type: (tag) => `${own(tag)} & ReservedProps` },
    ],
  },
};

/** Name of a file -> its text. */
export function frameworkTypes(elements) {
  const tags = elements.map(({ tagName }) => tagName);
  const files = Object.entries(FRAMEWORKS).map(([name, { title, imports, more = '', own, places }]) => [
    `${name}.d.ts`,
    `/** \`import '${PACKAGE}/${name}'\`: the tags, and their types in ${title}. */
${imports}
import type { ${more ? 'Elements, Events, Settings, Tag' : 'Elements, Props, Tag'} } from './attributes.js';

type Own<T extends Tag> = ${own};

${more && `${more}\n`}${places.map((place) => augment(tags, place)).join('\n')}`,
  ]);
  return { 'attributes.d.ts': attributes(elements), ...Object.fromEntries(files) };
}
