/** Parsers of Markdown, which most blogs are made with. */
import MarkdownIt from 'markdown-it';
import { marked } from 'marked';
import { fromDebian, fromNpm } from '../fetch.js';
import { run, versionOf } from '../host.js';
import type { Host } from '../host.js';
import { library } from '../library.js';

const showdown = fromNpm('showdown', { showdown: '2.1.0' });
interface Showdown {
  Converter: new () => { makeHtml(source: string): string };
}

const markdownIt = { name: 'markdown-it', install: () => versionOf('node_modules', 'markdown-it') };

const PYTHON = '/usr/bin/python3';
const PRINT = 'import markdown, sys; print(markdown.markdown(sys.argv[1], extensions=sys.argv[2:]))';

const pythonMarkdown = {
  name: 'Python-Markdown',
  async install() {
    fromDebian(['python3-markdown'], ['markdown_py']);
    return (await run('.', PYTHON, ['-c', 'import markdown; print(markdown.__version__)'])).trim();
  },
};

export default [
  library({ name: 'HTML as it is', install: () => '', takesHtml: true, load: () => (source) => source }),
  library({
    name: 'marked',
    install: () => versionOf('node_modules', 'marked'),
    load: () => (source) => marked.parse(source),
  }),
  library({ ...markdownIt, showsMarkup: true, load: () => (source) => new MarkdownIt().render(source) }),
  library({
    ...markdownIt,
    setting: '`html: true`',
    load: () => (source) => new MarkdownIt({ html: true }).render(source),
  }),
  library({
    name: 'Showdown',
    install: showdown.install,
    async load() {
      const { default: module } = await showdown.load<{ default: Showdown }>('showdown');
      return (source) => new module.Converter().makeHtml(source);
    },
  }),
  library({ ...pythonMarkdown, load: () => (source) => run('.', PYTHON, ['-c', PRINT, source]) }),
] satisfies Host[];
