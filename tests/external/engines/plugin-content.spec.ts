/** What people write with the plugin, and what readers of it get: alive, in feeds, and without JavaScript. */
import { expect } from 'chai';
import type { Page } from 'puppeteer-core';
import { onWordPress } from './engine.js';
import { Site } from './page.js';
import { Plugin, ROLES, html } from './plugin.js';

const STANDS_IN = '<p><strong>Are Iran and Pakistan allies?</strong> Not formally.</p>';
/** Over several lines, which automatic paragraphs break most. */
const CLASSIC = `Before.

<entente-card feed="iran-pakistan" view="compact" heading-level="3" onclick="alert(1)">
${STANDS_IN}
<p>As of 2 July 2026</p>
</entente-card>

After.`;
const BLOCK = `<!-- wp:paragraph -->
<p>Before.</p>
<!-- /wp:paragraph -->

<!-- wp:entente/card {"feed":"iran-pakistan","view":"compact","headingLevel":"3"} -->
<div class="wp-block-entente-card"><section><h3>Are Iran and Pakistan allies?</h3><p>Saved by the editor.</p></section></div>
<!-- /wp:entente/card -->`;

onWordPress('the plugin in', (engine) => {
  const site = new Site();
  let plugin: Plugin;
  before('install the plugin', async function () {
    if (!process.env['CHROMIUM_PATH'] || !process.env['ENGINES_THEMES']) return this.skip();
    plugin = new Plugin(engine());
    plugin.install('twentytwentyone');
    await site.open();
  });
  after(() => site.close());
  after('nothing that PHP complains of', () => {
    expect(plugin.complaints()).to.deep.equal([]);
  });

  /** Runs in a page of the site, until there is an answer. */
  async function inPage<T>(url: string, run: (page: Page) => Promise<T>): Promise<T> {
    const visit = await site.goTo(url);
    try {
      return await run(visit.page);
    } finally {
      await visit.leave();
    }
  }
  const isAlive = (tag: string) => async (page: Page) => {
    await page.waitForSelector(`${tag}:state(ready)`);
    return page.$eval(tag, (element) => ({
      words: element.shadowRoot?.textContent.includes('Are Iran and Pakistan allies?'),
      inside: element.textContent.replace(/\s+/g, ' ').trim(),
      parent: element.parentElement?.localName,
    }));
  };

  for (const by of ROLES) {
    it(`shows a card that the ${by} wrote as a tag, in the classic way`, async () => {
      const slug = `classic-${by}`;
      const url = await plugin.post({ by, content: CLASSIC, slug, classic: true });
      const stored = await plugin.stored(slug);
      expect(stored).to.contain('<entente-card feed="iran-pakistan" view="compact" heading-level="3"');
      // Who may write any HTML may write this, too.
      expect(stored.includes('onclick')).to.equal(by === 'admin' || by === 'editor');
      expect(await inPage(url, isAlive('entente-card'))).to.deep.include({
        words: true,
        inside: 'Are Iran and Pakistan allies? Not formally. As of 2 July 2026',
      });
    });

    it(`shows a card that the ${by} wrote as a block`, async () => {
      const slug = `block-${by}`;
      const url = await plugin.post({ by, content: BLOCK, slug });
      expect(await plugin.stored(slug)).to.equal(BLOCK);
      expect(await inPage(url, isAlive('entente-card'))).to.deep.equal({
        words: true,
        inside: 'Are Iran and Pakistan allies?Saved by the editor.',
        parent: 'div',
      });
    });

    it(`shows what the ${by} wrote as shortcodes`, async () => {
      const content = '[entente-timeline feed="iran-pakistan" layout="list" limit="2"]';
      const url = await plugin.post({ by, content, slug: `shortcode-${by}`, classic: true });
      const { inside } = await inPage(url, isAlive('entente-timeline'));
      expect(inside)
        .to.contain('Level: Cooperative. As of July 2, 2026.')
        .and.to.contain('1947–1955: Early ties');
    });
  }

  it('lets nothing of others through but our tags', async () => {
    const content =
      '<entente-card feed="x" style="color:red" onload="x()">a</entente-card><entente-other>b</entente-other><script>c</script>';
    await plugin.post({ by: 'author', content, slug: 'kses', classic: true });
    expect(await plugin.stored('kses')).to.equal('<entente-card feed="x">a</entente-card>bc');
    const inComments = engine().php(`return wp_kses_data('<entente-card feed="x">a</entente-card>');`);
    expect(inComments).to.equal('a');
  });

  it('takes schemes away that are not ours', async () => {
    const content =
      '<entente-comments endpoint="javascript:x" report-url="mailto:a@example.org" privacy-url="vbscript:y">a</entente-comments>';
    await plugin.post({ by: 'author', content, slug: 'schemes', classic: true });
    expect(await plugin.stored('schemes')).to.equal(
      '<entente-comments endpoint="x" report-url="mailto:a@example.org" privacy-url="y">a</entente-comments>',
    );
  });

  it('stands in without JavaScript, inside of the element, for tag, block, and shortcode', async () => {
    const content = `${CLASSIC}\n\n[entente-card feed="iran-pakistan" /]\n\n[entente-card feed="iran-pakistan"]Mine <script>x</script>[/entente-card]`;
    const url = await plugin.post({ by: 'editor', content, slug: 'plain', classic: true });
    const visit = await site.goTo('about:blank');
    await visit.page.setJavaScriptEnabled(false);
    await visit.page.goto(url);
    const texts = await visit.page.$$eval('entente-card', (cards) =>
      cards.map((card) => (card as HTMLElement).innerText.split(/\n+/)),
    );
    await visit.leave();
    expect(texts).to.deep.equal([
      ['Are Iran and Pakistan allies? Not formally.', 'As of 2 July 2026'],
      [
        'Are Iran and Pakistan allies?',
        'Not formally',
        'Cooperative neighbours, without a defence treaty.',
        'Level: Cooperative. As of July 2, 2026.',
      ],
      ['Mine x'],
    ]);
  });

  it('puts tag and text into the RSS feed, and no script', async () => {
    await plugin.post({ by: 'author', content: BLOCK, slug: 'rss' });
    await plugin.post({ by: 'author', content: '[entente-card feed="iran-pakistan"]', slug: 'rss-2' });
    const feed = await html(`${engine().url}/feed/`);
    expect(feed).to.contain('<entente-card feed="iran-pakistan" heading-level="3" view="compact"><section>');
    expect(feed).to.contain('Saved by the editor.').and.to.contain('<time datetime="2026-07-02">');
    expect(feed).not.to.match(/<script|entente\.js/);
  });

  it('makes a card of the address of a feed on its own line, and leaves other addresses', async () => {
    const feed = `${engine().url}/wp-content/plugins/entente/assets/feeds/iran-pakistan.json`;
    const other = `${engine().url}/wp-content/plugins/entente/assets/integrity.json`;
    const url = await plugin.post({
      by: 'author',
      content: `Before.\n\n${feed}\n\nAfter.\n\n${other}`,
      slug: 'address',
      classic: true,
    });
    const page = await html(url);
    expect(page).to.contain(`<entente-card src="${feed}"><section>`);
    expect(page.match(/<entente-card/g)?.length).to.equal(1);
    expect(page).to.contain(other);
    expect((await inPage(url, isAlive('entente-card'))).parent).to.equal('div');
  });

  it('wakes a blockquote, for which it only brings the script', async () => {
    const content = '<blockquote class="entente-card" data-feed="iran-pakistan"><p>Quoted</p></blockquote>';
    const url = await plugin.post({ by: 'author', content, slug: 'quote', classic: true });
    expect(await html(url))
      .to.contain('assets/entente.js')
      .and.to.contain(content.slice(0, 30));
  });
});
