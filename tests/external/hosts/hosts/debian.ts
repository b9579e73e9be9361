/** Generators that Debian has: Hugo, Jekyll, Pelican and MkDocs. */
import { join } from 'node:path';
import { fromDebian } from '../fetch.js';
import { AFTER, BEFORE, run, template, withFrontMatter, write } from '../host.js';
import type { Host, Written } from '../host.js';

/** Installs a program, and gives the first version number that it says it has. */
const program = (name: string, ...args: string[]) => ({
  async install() {
    fromDebian([name], [name]);
    return /\d+(\.\d+)+/.exec(await run('.', name, args))?.[0] ?? '';
  },
});

const hugo = {
  name: 'Hugo',
  ...program('hugo', 'version'),
  async build(folder: string, pages: Written[], config: string) {
    write(folder, {
      ...withFrontMatter(pages, (name) => `content/${name}.md`),
      'config.toml': `title = "A site"\nbaseURL = "/"\ndisableKinds = ["taxonomy", "term", "RSS"]\n${config}`,
      'layouts/_default/single.html': template('{{ .Content }}'),
      'layouts/_default/list.html': '',
      'layouts/shortcodes/raw.html': '{{ .Inner | safeHTML }}',
    });
    await run(folder, 'hugo', ['--quiet']);
    return join(folder, 'public');
  },
};

export default [
  { ...hugo, build: (folder, pages) => hugo.build(folder, pages, '') },
  {
    ...hugo,
    setting: '`markup.goldmark.renderer.unsafe = true`',
    build: (folder, pages) => hugo.build(folder, pages, '[markup.goldmark.renderer]\nunsafe = true\n'),
  },
  {
    ...hugo,
    setting: 'a shortcode of `{{ .Inner | safeHTML }}` around it',
    around: (html) => `${BEFORE}\n\n{{< raw >}}\n${html}\n{{< /raw >}}\n\n${AFTER}\n`,
    build: (folder, pages) => hugo.build(folder, pages, ''),
  },
  {
    name: 'Jekyll',
    ...program('jekyll', '--version'),
    async build(folder, pages) {
      write(folder, {
        ...withFrontMatter(pages, (name) => `${name}.md`, 'layout: page\n'),
        '_config.yml': 'title: A site\n',
        '_layouts/page.html': template('{{ content }}'),
      });
      await run(folder, 'jekyll', ['build', '--quiet', '--disable-disk-cache', '--destination', 'out']);
      return join(folder, 'out');
    },
  },
  {
    name: 'Pelican',
    ...program('pelican', '--version'),
    async build(folder, pages) {
      const content = pages.map(({ name, title, source }) => [
        `content/pages/${name}.md`,
        `Title: ${title}\nSlug: ${name}\n\n${source}`,
      ]);
      write(folder, {
        ...(Object.fromEntries(content) as Record<string, string>),
        'pelicanconf.py':
          'SITENAME = "A site"\nTHEME = "simple"\nTIMEZONE = "UTC"\nFEED_ALL_ATOM = None\nCATEGORY_FEED_ATOM = None\nPAGE_SAVE_AS = "{slug}.html"\n',
      });
      await run(folder, 'pelican', ['content', '--output', 'out', '--settings', 'pelicanconf.py', '--quiet']);
      return join(folder, 'out');
    },
  },
  {
    name: 'MkDocs',
    ...program('mkdocs', '--version'),
    async build(folder, pages) {
      write(folder, {
        ...withFrontMatter(pages, (name) => `docs/${name}.md`),
        'docs/index.md': '# A site\n',
        // Its highlighter would come from elsewhere, and is an error where there is no network.
        'mkdocs.yml': 'site_name: A site\ntheme:\n  name: mkdocs\n  highlightjs: false\n',
      });
      await run(folder, 'mkdocs', ['build', '--quiet', '--site-dir', 'out']);
      return join(folder, 'out');
    },
  },
] satisfies Host[];
