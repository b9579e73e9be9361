/** A host that is a library: each page is one call, put into a template of ours. */
import { inHtml, template, write } from './host.js';
import type { Host } from './host.js';

export interface Library extends Omit<Host, 'around' | 'build'> {
  /** It is handed HTML, as an editor keeps it, instead of Markdown. */
  takesHtml?: boolean;
  /** Gives what makes of a source what is seen. */
  load(): Convert | Promise<Convert>;
}

export type Convert = (source: string) => string | Promise<string>;

export const library = ({ load, takesHtml, ...host }: Library): Host => ({
  ...host,
  around: takesHtml ? inHtml : undefined,
  async build(folder, pages) {
    const convert = await load();
    for (const { name, source } of pages)
      write(folder, { [`${name}.html`]: template(await convert(source)) });
    return folder;
  },
});
