/** Generators that compile a page: Astro, VitePress and Docusaurus. */
import { join } from 'node:path';
import { fromNpm } from '../fetch.js';
import { link, runModule, withFrontMatter, write } from '../host.js';
import type { Host, Written } from '../host.js';

const astro = fromNpm('astro', { astro: '5.18.1' });
const vitepress = fromNpm('vitepress', { vitepress: '1.6.4' });
const docusaurus = fromNpm('docusaurus', {
  '@docusaurus/core': '3.10.2',
  '@docusaurus/preset-classic': '3.10.2',
  react: '19.3.1',
  'react-dom': '19.3.1',
});

/** A template that any page of Astro's may use. */
const LAYOUT = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>A page</title></head>
<body><main><slot /></main></body>
</html>
`;

async function buildAstro(folder: string, files: Record<string, string>): Promise<string> {
  link(folder, astro.modules());
  write(folder, { ...files, 'package.json': '{"type": "module"}', 'src/layouts/page.astro': LAYOUT });
  await runModule(folder, astro.modules(), 'astro/astro.js', ['build']);
  return join(folder, 'dist');
}

async function buildVitePress(folder: string, pages: Written[], config: object, vue = ''): Promise<string> {
  link(folder, vitepress.modules());
  const text = JSON.stringify({ title: 'A site', ...config });
  write(folder, {
    ...withFrontMatter(pages, (name) => `${name}.md`),
    'package.json': '{"type": "module"}',
    '.vitepress/config.mjs': `export default { ...${text}, ${vue} };\n`,
  });
  await runModule(folder, vitepress.modules(), 'vitepress/bin/vitepress.js', ['build']);
  return join(folder, '.vitepress/dist');
}

async function buildDocusaurus(folder: string, pages: Written[], config: object): Promise<string> {
  link(folder, docusaurus.modules());
  const all = {
    title: 'A site',
    url: 'http://127.0.0.1',
    baseUrl: '/',
    onBrokenLinks: 'ignore',
    presets: [['classic', { docs: false, blog: false }]],
    ...config,
  };
  write(folder, {
    ...withFrontMatter(pages, (name) => `src/pages/${name}.md`),
    'package.json': '{"name": "site", "version": "0.0.0", "private": true}',
    'docusaurus.config.js': `module.exports = ${JSON.stringify(all)};\n`,
  });
  await runModule(folder, docusaurus.modules(), '@docusaurus/core/bin/docusaurus.mjs', [
    'build',
    '--no-minify',
  ]);
  return join(folder, 'build');
}

export default [
  {
    name: 'Astro',
    install: astro.install,
    build: (folder, pages) =>
      buildAstro(
        folder,
        withFrontMatter(pages, (name) => `src/pages/${name}.md`, 'layout: ../layouts/page.astro\n'),
      ),
  },
  {
    name: 'Astro',
    setting: 'in an `.astro` page',
    install: astro.install,
    around: (html) => `<p>A paragraph before it.</p>\n${html}\n<p>A paragraph after it.</p>\n`,
    build: (folder, pages) =>
      buildAstro(
        folder,
        Object.fromEntries(
          pages.map(({ name, source }) => [
            `src/pages/${name}.astro`,
            `---\nimport Page from '../layouts/page.astro';\n---\n<Page>\n${source}</Page>\n`,
          ]),
        ),
      ),
  },
  {
    name: 'VitePress',
    install: vitepress.install,
    build: (folder, pages) => buildVitePress(folder, pages, {}),
  },
  {
    name: 'VitePress',
    setting: '`isCustomElement` for `entente-`, the script in `head`',
    install: vitepress.install,
    build: (folder, pages, script) =>
      buildVitePress(
        folder,
        pages,
        { head: [['script', { type: 'module', src: script }]] },
        "vue: { template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('entente-') } } }",
      ),
  },
  {
    name: 'Docusaurus',
    install: docusaurus.install,
    build: (folder, pages) => buildDocusaurus(folder, pages, {}),
  },
  {
    name: 'Docusaurus',
    setting: '`markdown.format: "detect"`, the script in `scripts`',
    install: docusaurus.install,
    build: (folder, pages, script) =>
      buildDocusaurus(folder, pages, {
        markdown: { format: 'detect' },
        scripts: [{ src: script, type: 'module' }],
      }),
  },
] satisfies Host[];
