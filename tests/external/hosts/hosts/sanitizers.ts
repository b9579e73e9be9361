/** Sanitisers: what stands between an author and the page in editors, forums and wikis. */
import createDOMPurify from 'dompurify';
import { JSDOM } from 'jsdom';
import { fromNpm } from '../fetch.js';
import { versionOf } from '../host.js';
import type { Host } from '../host.js';
import { library } from '../library.js';
import type { Convert } from '../library.js';

/** Attributes of the forms, for lists of what is allowed. */
const CARD = ['src', 'view'];
const QUOTE = ['data-src', 'data-view'];
const FRAME = ['src', 'title', 'width', 'height', 'loading', 'sandbox'];

const dompurify = {
  name: 'DOMPurify',
  install: () => versionOf('node_modules', 'dompurify'),
  takesHtml: true,
};
const purify = createDOMPurify(new JSDOM('').window);

const sanitizeHtml = fromNpm('sanitize-html', { 'sanitize-html': '2.17.7' });
interface SanitizeHtml {
  (html: string, options?: object): string;
  defaults: { allowedTags: string[]; allowedAttributes: Record<string, string[]> };
}

async function sanitizing(change?: (defaults: SanitizeHtml['defaults']) => object): Promise<Convert> {
  const { default: sanitize } = await sanitizeHtml.load<{ default: SanitizeHtml }>('sanitize-html');
  return (html) => sanitize(html, change?.(sanitize.defaults));
}

const remark = fromNpm('rehype-sanitize', {
  'rehype-sanitize': '6.0.0',
  'rehype-raw': '7.0.0',
  'rehype-stringify': '10.0.1',
  'remark-parse': '11.0.0',
  'remark-rehype': '11.1.2',
  unified: '11.0.5',
});
interface Schema {
  tagNames: string[];
  attributes: Record<string, unknown[]>;
}
interface Processor {
  use(plugin: unknown, options?: unknown): Processor;
  process(source: string): Promise<unknown>;
}

async function rehyping(change = (schema: Schema): Schema => schema): Promise<Convert> {
  const load = async (name: string) => (await remark.load<{ default: unknown }>(name)).default;
  const { unified } = await remark.load<{ unified: () => Processor }>('unified');
  const sanitize = await remark.load<{ default: unknown; defaultSchema: Schema }>('rehype-sanitize');
  const processor = unified()
    .use(await load('remark-parse'))
    .use(await load('remark-rehype'), { allowDangerousHtml: true })
    .use(await load('rehype-raw'))
    .use(sanitize.default, change(sanitize.defaultSchema))
    .use(await load('rehype-stringify'));
  return async (source) => String(await processor.process(source));
}

const rehypeSanitize = { name: 'remark + rehype-sanitize', install: remark.install };

export default [
  library({ ...dompurify, load: () => (html) => purify.sanitize(html) }),
  library({
    ...dompurify,
    setting: '`CUSTOM_ELEMENT_HANDLING` for `entente-`, `ADD_TAGS` with `iframe`',
    load: () => (html) =>
      purify.sanitize(html, {
        CUSTOM_ELEMENT_HANDLING: { tagNameCheck: /^entente-/, attributeNameCheck: /^(src|view)$/ },
        ADD_TAGS: ['iframe'],
        ADD_ATTR: ['sandbox'],
      }),
  }),
  library({
    name: 'sanitize-html',
    install: sanitizeHtml.install,
    takesHtml: true,
    load: () => sanitizing(),
  }),
  library({
    name: 'sanitize-html',
    setting: 'the forms in `allowedTags` and `allowedAttributes`',
    install: sanitizeHtml.install,
    takesHtml: true,
    load: () =>
      sanitizing(({ allowedTags, allowedAttributes }) => ({
        allowedTags: [...allowedTags, 'entente-card', 'iframe'],
        allowedAttributes: {
          ...allowedAttributes,
          'entente-card': CARD,
          blockquote: ['class', ...QUOTE],
          iframe: ['class', ...FRAME],
        },
      })),
  }),
  library({ ...rehypeSanitize, load: () => rehyping() }),
  library({
    ...rehypeSanitize,
    setting: 'the forms in the schema',
    load: () =>
      rehyping((schema) => ({
        ...schema,
        tagNames: [...schema.tagNames, 'entente-card', 'iframe'],
        attributes: {
          ...schema.attributes,
          'entente-card': CARD,
          blockquote: [['className', 'entente-card'], 'dataSrc', 'dataView'],
          iframe: [['className', 'entente-frame'], ...FRAME],
        },
      })),
  }),
] satisfies Host[];
