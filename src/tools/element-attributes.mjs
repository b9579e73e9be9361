/** The elements with their attributes, as the manifest has them: the one place that they are read from. */
import { readFileSync } from 'node:fs';

/** Attributes that hold addresses: who lets strangers write them has to look at their schemes. */
const isAddress = (name) => /^(src|href|endpoint)$|-url$/.test(name);

/** Tag -> name, kind (`text`, `url` or `flag`), type in TypeScript and description of each attribute. */
export function readElements(dist = 'dist') {
  const { modules } = JSON.parse(readFileSync(`${dist}/custom-elements.json`, 'utf8'));
  const elements = modules.flatMap(({ declarations }) => declarations).filter(({ tagName }) => tagName);
  if (elements.length < 3) throw new Error('The manifest lacks an element.');
  const vague = elements
    .flatMap(({ attributes }) => attributes)
    .find(({ type }) => /typeof/.test(type?.text));
  if (vague) throw new Error(`The manifest does not spell out the type of the attribute ${vague.name}.`);
  const users = ({ name }) =>
    elements.filter(({ attributes }) => attributes.some((one) => one.name === name)).length;
  return elements.map(({ tagName, name: className, attributes, members, events }) => ({
    tagName,
    className,
    // What all elements have comes first, and so it does in what a CMS writes: the address, then the view.
    attributes: attributes
      .toSorted((a, b) => users(b) - users(a))
      .map(({ name, type: { text: type }, description }) => ({
        name,
        kind: type === 'boolean' ? 'flag' : isAddress(name) ? 'url' : 'text',
        type,
        description,
      })),
    /** What a template can set, though it has no attribute. */
    properties: members.filter(({ kind, attribute }) => kind === 'field' && !attribute),
    events: events.map(({ name, type: { text: type }, description }) => ({ name, type, description })),
  }));
}

/** Those that the page for iframes hands on as they are: it knows view, language and colours by other names. */
export function attributesOfFrames(elements) {
  const own = ['lang', 'theme', 'view', 'layout'];
  /** Of no use in a frame, which stands alone. */
  const useless = ['detached', 'heading-level', 'href'];
  const names = elements
    .filter(({ tagName }) => tagName !== 'entente-comments')
    .flatMap(({ attributes }) => attributes.map(({ name }) => name));
  return [...new Set(names)].filter((name) => ![...own, ...useless].includes(name));
}

/** `as-of` -> `asOf`. */
const camel = (name) => name.replace(/-./g, ([, letter]) => letter.toUpperCase());

/** The attributes of a WordPress block, as block.json has them. */
export const blockAttributes = ({ attributes }) =>
  Object.fromEntries(
    attributes.map(({ name, kind }) => [
      camel(name),
      kind === 'flag' ? { type: 'boolean', default: false } : { type: 'string', default: '' },
    ]),
  );

/** All attributes with their kinds, as a PHP file that returns them. */
export function attributesPhp(elements) {
  const rows = elements.map(
    ({ tagName, attributes }) =>
      `\t'${tagName}' => array(\n${attributes.map(({ name, kind }) => `\t\t'${name}' => '${kind}',\n`).join('')}\t),\n`,
  );
  return `<?php
/**
 * The attributes of each tag as the elements document them, with the kind of their values: text, url or flag.
 * Written by the build.
 *
 * @package Entente
 */

defined( 'ABSPATH' ) || exit;

return array(
${rows.join('')});
`;
}
