/** A piece of HTML or SVG as data: written as text only when it is complete. */
export interface Markup {
  readonly name: string;
  readonly attributes: Attributes;
  readonly children: readonly (Markup | string)[];
}

/** What has no value is left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** What can stand inside: lists are laid flat, what is empty is left out. */
export type Content = Markup | string | false | null | undefined | readonly Content[];

const flat = (content: Content): (Markup | string)[] =>
  typeof content === 'string'
    ? content
      ? [content]
      : []
    : !content
      ? []
      : 'name' in content
        ? [content]
        : content.flatMap(flat);

/** An element with its attributes and children. */
export const el = (name: string, attributes: Attributes = {}, ...children: Content[]): Markup => ({
  name,
  attributes,
  children: flat(children),
});

/**
 * Text or attribute value. Beyond what HTML asks for: braces and brackets, which MDX, Vue, Liquid and
 * WordPress shortcodes would run, and white space other than the blank, which would end the HTML block of
 * Markdown. Without what XML cannot hold at all.
 */
export const escape = (text: string): string =>
  text
    .replace(/[\p{Cs}\0-\x08\x0b\x0e-\x1f\ufffe\uffff]/gu, '')
    .replace(/[&<>"`{}[\]\t\n\f\r]/g, (char) => (char === '&' ? '&amp;' : `&#${char.charCodeAt(0)};`));

/** The start tag of an element. */
export const startTag = (name: string, attributes: Attributes): string =>
  `<${name}${Object.entries(attributes)
    .map(([key, value]) => (value === undefined ? '' : ` ${key}="${escape(`${value}`)}"`))
    .join('')}>`;

/** What stands in a line of text; all else begins a line of its own. */
const INLINE = /^(a|b|bdi|cite|dd|dt|small|span|strong|time|text|tspan|title|desc)$/;

/** Running text: any white space between words is one blank. */
const prose = (text: string): string => escape(text.replace(/\s+/g, ' '));

const isBlock = (node: Markup | string): boolean => typeof node !== 'string' && !INLINE.test(node.name);

/** The markup as text, block children on lines of their own, no line empty or indented: it survives Markdown. */
export function toHtml(node: Markup | string): string {
  if (typeof node === 'string') return prose(node);
  const { name, attributes, children } = node;
  const inner = children.map((child, i) => {
    if (!isBlock(child)) return toHtml(child);
    const before = children[i - 1];
    return `${before && isBlock(before) ? '' : '\n'}${toHtml(child)}\n`;
  });
  return `${startTag(name, attributes)}${inner.join('')}</${name}>`;
}
