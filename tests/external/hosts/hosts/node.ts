/** Generators that come from npm and work on Markdown as it is: Eleventy and Hexo. */
import { join } from 'node:path';
import { fromNpm } from '../fetch.js';
import { link, runModule, template, withFrontMatter, write } from '../host.js';
import type { Host } from '../host.js';

const eleventy = fromNpm('eleventy', { '@11ty/eleventy': '3.1.8' });
const hexo = fromNpm('hexo', {
  hexo: '8.1.2',
  'hexo-renderer-marked': '7.0.1',
  'hexo-renderer-ejs': '2.0.0',
});

export default [
  {
    name: 'Eleventy',
    install: eleventy.install,
    async build(folder, pages) {
      link(folder, eleventy.modules());
      write(folder, {
        ...withFrontMatter(pages, (name) => `${name}.md`, 'layout: page.njk\n'),
        '_includes/page.njk': template('{{ content | safe }}'),
      });
      await runModule(folder, eleventy.modules(), '@11ty/eleventy/cmd.cjs', ['--quiet', '--output=out']);
      return join(folder, 'out');
    },
  },
  {
    name: 'Hexo',
    install: hexo.install,
    async build(folder, pages) {
      link(folder, hexo.modules());
      const dependencies = { hexo: '*', 'hexo-renderer-marked': '*', 'hexo-renderer-ejs': '*' };
      write(folder, {
        ...withFrontMatter(pages, (name) => `source/${name}.md`),
        'package.json': JSON.stringify({ name: 'site', private: true, hexo: {}, dependencies }),
        '_config.yml': 'title: A site\nurl: http://127.0.0.1\ntheme: plain\n',
        'themes/plain/layout/index.ejs': '',
        'themes/plain/layout/page.ejs': template('<%- page.content %>'),
      });
      await runModule(folder, hexo.modules(), 'hexo-cli/bin/hexo', ['generate']);
      return join(folder, 'public');
    },
  },
] satisfies Host[];
