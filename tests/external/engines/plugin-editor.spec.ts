/** The blocks in the editor of WordPress: an older one, and one that draws the post in a frame. */
import { expect } from 'chai';
import type { Frame, Page } from 'puppeteer-core';
import { onNewerWordPress, onWordPress } from './engine.js';
import { Site } from './page.js';
import type { Visit } from './page.js';
import { Plugin, html } from './plugin.js';
import { until } from './processes.js';
import { signIn } from './session.js';
import type { WordPress } from './wordpress.js';

interface Block {
  name: string;
  isValid: boolean;
  attributes: Record<string, unknown>;
}
interface Editor {
  wp: {
    blocks: { createBlock: (name: string, attributes: object) => Block };
    data: {
      select: (store: string) => {
        getBlocks: () => Block[];
        getCurrentPostId: () => number;
        isEditedPostDirty: () => boolean;
      };
      dispatch: (store: string) => {
        insertBlock: (block: Block) => void;
        editPost: (edits: object) => void;
        savePost: () => Promise<void>;
        set?: (scope: string, name: string, value: boolean) => void;
      };
    };
  };
}

function editor(engine: () => WordPress, theme: string): void {
  const site = new Site();
  const visits: Visit[] = [];
  let plugin: Plugin;
  before('install the plugin', async function () {
    if (!process.env['CHROMIUM_PATH'] || !process.env['ENGINES_THEMES']) return this.skip();
    plugin = new Plugin(engine());
    plugin.install(theme);
    await site.open();
  });
  afterEach(() => Promise.all(visits.splice(0).map((visit) => visit.leave())));
  after(() => site.close());
  after('nothing that PHP complains of', () => {
    expect(plugin.complaints()).to.deep.equal([]);
  });

  async function open(by: string, path: string): Promise<Page> {
    const { cookie } = await signIn(engine().url, by);
    const visit = await site.goTo(`${engine().url}/wp-admin/${path}`, cookie);
    visits.push(visit);
    const { page } = visit;
    await page.setViewport({ width: 1280, height: 900 });
    await page.waitForFunction(() =>
      (globalThis as unknown as Partial<Editor>).wp?.data?.select('core/editor')?.getCurrentPostId(),
    );
    // Its own greetings would lie over everything.
    await page.evaluate(() => {
      const { data } = (globalThis as unknown as Editor).wp;
      data.dispatch('core/preferences').set?.('core/edit-post', 'welcomeGuide', false);
    });
    return page;
  }

  const insert = (page: Page, name: string, attributes: object) =>
    page.evaluate(
      (name, attributes) => {
        const { wp } = globalThis as unknown as Editor;
        wp.data.dispatch('core/block-editor').insertBlock(wp.blocks.createBlock(name, attributes));
      },
      name,
      attributes,
    );
  const blocks = (page: Page) =>
    page.evaluate(() =>
      (globalThis as unknown as Editor).wp.data
        .select('core/block-editor')
        .getBlocks()
        .map(({ name, isValid, attributes }) => ({ name, isValid, attributes })),
    );
  /** The frame that has the post, which is the page itself in an older editor. */
  const canvas = (page: Page): Frame =>
    page.frames().find((frame) => frame.name() === 'editor-canvas') ?? page.mainFrame();

  /** Waits for the element; gives what it shows. */
  const preview = (page: Page, tag: string) =>
    until(`the preview of ${tag}`, () =>
      canvas(page)
        .$eval(tag, (element) => element.matches(':state(ready)') && element.shadowRoot?.textContent)
        .catch(() => false as const),
    );
  const kept = (page: Page) =>
    until('what stands in', async () => {
      const [block] = await blocks(page);
      return block?.attributes['fallback'] as string | undefined;
    });

  async function publish(page: Page, title: string): Promise<string> {
    const id = await page.evaluate(async (title) => {
      const { data } = (globalThis as unknown as Editor).wp;
      data.dispatch('core/editor').editPost({ title, status: 'publish' });
      await data.dispatch('core/editor').savePost();
      return data.select('core/editor').getCurrentPostId();
    }, title);
    return `${id}`;
  }

  for (const by of ['admin', 'author'])
    it(`shows the element to the ${by}, and keeps its text in the post`, async () => {
      const page = await open(by, 'post-new.php');
      await insert(page, 'entente/card', { feed: 'iran-pakistan', view: 'compact' });
      expect(await preview(page, 'entente-card')).to.contain('Are Iran and Pakistan allies?');
      expect(await kept(page)).to.contain('Are Iran and Pakistan allies?');
      const id = await publish(page, 'Edited');
      const [[content = ''] = []] = await engine().database.query(
        `SELECT post_content FROM wp_posts WHERE ID = ${id}`,
      );
      expect(content).to.contain('<!-- wp:entente/card {"feed":"iran-pakistan","view":"compact"} -->');
      expect(content).to.match(
        /<div class="wp-block-entente-card"><section[^]*Are Iran and Pakistan allies\?/,
      );
      expect(await html(`${engine().url}/?p=${id}`)).to.match(
        /<entente-card feed="iran-pakistan" view="compact"><section[^]*Are Iran and Pakistan allies\?/,
      );

      // Opened again, it is what was saved, and nobody is asked to save it anew.
      await page.goto(`${engine().url}/wp-admin/post.php?post=${id}&action=edit`);
      await preview(page, 'entente-card');
      const [block] = await blocks(page);
      expect(block).to.include({ name: 'entente/card', isValid: true });
      const isDirty = await page.evaluate(() =>
        (globalThis as unknown as Editor).wp.data.select('core/editor').isEditedPostDirty(),
      );
      expect(isDirty).to.equal(false);
    });

  it('has a timeline, comments, and fields for a new block', async () => {
    const page = await open('editor', 'post-new.php');
    await insert(page, 'entente/timeline', { feed: 'iran-pakistan', layout: 'strip' });
    expect(await preview(page, 'entente-timeline')).to.contain('Iran');
    await insert(page, 'entente/comments', {});
    await insert(page, 'entente/card', {});
    const frame = canvas(page);
    await frame.waitForSelector('[data-type="entente/comments"] .components-placeholder__instructions');
    // A new card asks for a record, and shows it at once.
    await frame.waitForSelector('[data-type="entente/card"] select');
    await frame.select('[data-type="entente/card"] select', 'iran-pakistan');
    await preview(page, 'entente-card');
    const id = await publish(page, 'Three');
    const shown = await html(`${engine().url}/?p=${id}`);
    for (const tag of ['entente-timeline', 'entente-comments', 'entente-card'])
      expect(shown).to.contain(`<${tag} `);
  });

  it('writes the text anew when a setting is changed', async () => {
    const page = await open('editor', 'post-new.php');
    await insert(page, 'entente/card', { feed: 'iran-pakistan' });
    expect(await kept(page)).to.contain('</h2>');
    await page.locator('::-p-aria([name="Look"][role="button"])').click();
    const level = await page.waitForSelector('::-p-xpath(//select[@id = //label[. = "Heading level"]/@for])');
    await level?.select('4');
    await until('another text', async () => (await kept(page)).includes('</h4>'));
  });
}

onWordPress('the blocks in the editor of', (engine) => editor(engine, 'twentytwentyone'));
onNewerWordPress('the blocks in the editor of', (engine) => editor(engine, 'twentytwentyfour'));
