/** What a site's bundler makes of our package: each part costs what it is, and nothing is lost. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect } from 'chai';
import { furnish } from '../frameworks/project.js';
import { BUNDLERS } from './bundlers.js';

const { ENGINES_RUN = '' } = process.env;
const folder = join(ENGINES_RUN, 'bundlers');

/** Words that stand in one part of the program alone. */
const MARKS = {
  card: 'entente-card',
  timeline: 'scrubber',
  comments: 'Nobody has written yet.',
  record: 'Are Iran and Pakistan allies?',
  persian: 'دیدگاه',
  lit: 'litHtmlVersions',
};
type Mark = keyof typeof MARKS;

/** App -> its source, and the parts that are in what is made of it. */
const APPS: Record<string, { source: string; holds: Mark[] }> = {
  version: { source: "import { VERSION } from 'entente-elements';\nconsole.log(VERSION);", holds: [] },
  card: { source: "import 'entente-elements/define/card';", holds: ['card', 'lit'] },
  'card-class': {
    source:
      "import { EntenteCard } from 'entente-elements/card';\ncustomElements.define('entente-card', EntenteCard);",
    holds: ['card', 'lit'],
  },
  'card-of-all': {
    source:
      "import { EntenteCard } from 'entente-elements';\ncustomElements.define('entente-card', EntenteCard);",
    holds: ['card', 'lit'],
  },
  timeline: { source: "import 'entente-elements/define/timeline';", holds: ['timeline', 'lit'] },
  comments: { source: "import 'entente-elements/define/comments';", holds: ['comments', 'lit'] },
  everything: {
    source: "import 'entente-elements/define';",
    holds: ['card', 'timeline', 'comments', 'record', 'lit'],
  },
  locale: {
    source: "import 'entente-elements/locales/fa';\nimport 'entente-elements/define/card';",
    holds: ['card', 'persian', 'lit'],
  },
  feed: {
    source:
      "import record from 'entente-elements/feeds/iran-pakistan';\nimport 'entente-elements/define/card';\ndocument.querySelector('entente-card').data = record;",
    holds: ['card', 'record', 'lit'],
  },
  'feed-by-name': {
    source: "import 'entente-elements/feeds/iran-pakistan';\nimport 'entente-elements/define/card';",
    holds: ['card', 'record', 'lit'],
  },
  validate: {
    source:
      "import { readFeed, renderHtml, renderText } from 'entente-elements/validate';\nimport json from './feed.json';\nconst feed = readFeed(json);\nconsole.log(renderHtml(feed), renderText(feed));",
    holds: ['record'],
  },
};

before(() => {
  mkdirSync(folder);
  furnish(folder);
  cpSync('data/iran-pakistan.json', join(folder, 'feed.json'));
  for (const [name, { source }] of Object.entries(APPS)) writeFileSync(join(folder, `${name}.js`), source);
});

for (const [bundler, bundle] of Object.entries(BUNDLERS))
  describe(bundler, function () {
    this.timeout(120_000);

    for (const [name, { holds }] of Object.entries(APPS))
      it(`makes of “${name}” what it asks for: ${holds.join(', ') || 'next to nothing'}`, async () => {
        const text = await bundle(folder, `${name}.js`);
        const found = Object.entries(MARKS).filter(([, words]) => text.includes(words));
        // Where the card goes by its name, the others name it too.
        const marks = found
          .map(([mark]) => mark as Mark)
          .filter((mark) => mark !== 'card' || holds.includes(mark));
        expect(marks).to.have.members(holds);
        if (!holds.length) expect(text.length).to.be.below(1000);
      });
  });

describe('Node', () => {
  it('checks a record and writes it out, without a page', () => {
    const code = `
      import { lintFeed, readFeed, renderHtml, renderText } from 'entente-elements/validate';
      import { readFileSync } from 'node:fs';
      const feed = readFeed(JSON.parse(readFileSync('feed.json', 'utf8')));
      let refused;
      try { readFeed({ ...feed, lang: 7 }); } catch (error) { refused = error.code; }
      console.log(JSON.stringify({
        faults: lintFeed({ ...feed, lang: 7 }).length, refused,
        html: renderHtml(feed, { element: 'timeline' }), text: renderText(feed, { asOf: '1971' }),
      }));`;
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', code], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(stderr).to.equal('');
    const { faults, refused, html, text } = JSON.parse(stdout) as Record<string, string | number>;
    expect([faults, refused]).to.deep.equal([1, 'feed/invalid']);
    expect(html).to.match(/^<section/);
    expect(text).to.contain('1971');
  });
});

describe('TypeScript', () => {
  it('takes an imported JSON file for a feed in one line, and knows every entry', function () {
    this.timeout(120_000);
    writeFileSync(
      join(folder, 'site.ts'),
      `import type { Feed } from 'entente-elements';
import { EntenteCard } from 'entente-elements/card';
import { EntenteTimeline } from 'entente-elements/timeline';
import { EntenteComments } from 'entente-elements/comments';
import record from 'entente-elements/feeds/iran-pakistan';
import { readFeed } from 'entente-elements/validate';
import 'entente-elements/define/card';
import 'entente-elements/locales/fa';
import json from './feed.json';

const feed: Feed = readFeed(json);
const card: EntenteCard = document.createElement('entente-card');
card.data = feed;
card.data = record;
const title: string = record.question;
export { EntenteTimeline, EntenteComments, title };
`,
    );
    const args = [
      '--noEmit',
      '--strict',
      '--target',
      'es2022',
      '--module',
      'esnext',
      '--moduleResolution',
      'bundler',
    ];
    const { stdout } = spawnSync(
      process.execPath,
      [
        resolve('node_modules/typescript/bin/tsc'),
        ...args,
        '--resolveJsonModule',
        '--skipLibCheck',
        'false',
        'site.ts',
      ],
      { cwd: folder, encoding: 'utf8' },
    );
    expect(stdout).to.equal('');
  });
});
