import { expect } from '@open-wc/testing';
import { closePages, openPage, part, textOf, until } from '../support/page.js';
import type { Shown } from '../support/page.js';

type Page = Awaited<ReturnType<typeof openPage>>;
const FEED = '/faults/ok?title=Fetched&key=embed';
const open = (query: string) => openPage({ src: `/built/embed.html?${query}` });
const settled = (page: Page): Promise<Shown> =>
  until(() =>
    page.document.querySelector<Shown>(
      ':is(entente-card, entente-timeline):is(:state(ready), :state(error))',
    ),
  );

/** A page with the script that holds the frame, and the frame once it is as high as what is in it. */
async function holding(html: string): Promise<{ page: Page; frame: HTMLIFrameElement }> {
  const page = await openPage({
    srcdoc: `<!doctype html><html lang="en"><script src="/tests/pages/probe.js"></script><script src="/dist/entente.js"></script>${html}`,
  });
  return { page, frame: page.document.querySelector('iframe') as HTMLIFrameElement };
}
const frameOf = (sandbox: string) =>
  `<iframe class="entente-frame" width="600" height="111" src="/built/embed.html?feed=iran-pakistan" ${sandbox}></iframe>`;

describe('dist/embed.html', () => {
  afterEach(closePages);

  it('shows the card that its query describes, under its own name', async () => {
    const page = await open(`src=${encodeURIComponent(FEED)}&view=full&as-of=1958&theme=dark&lang=en`);
    const card = await settled(page);
    expect(card.localName).to.equal('entente-card');
    expect(textOf(part(card, 'question'))).to.equal('Fetched');
    expect(textOf(part(card, 'as-of'))).to.equal('As of 31 Dec 1958');
    expect(page.getComputedStyle(page.document.documentElement).colorScheme).to.equal('dark');
    expect(page.document.title).to.equal('Fetched');
  });

  it('shows a timeline, in another language', async () => {
    const page = await open('feed=iran-pakistan&element=timeline&view=mini&lang=fa');
    const timeline = await settled(page);
    expect(timeline.localName).to.equal('entente-timeline');
    expect(textOf(part(timeline, 'title'))).to.contain('۱۳۲۶');
  });

  it('tells why it shows nothing, in a sentence', async () => {
    const page = await open('view=full');
    expect(textOf(part(await settled(page), 'error'))).to.contain('No record is chosen');
  });

  for (const [what, query] of Object.entries({
    'a script for an address': 'src=javascript:parent.hacked=1',
    'data for an address': `src=${encodeURIComponent('data:application/json,{}')}`,
    'a file for an address': 'src=file:///etc/passwd',
  }))
    it(`refuses ${what}`, async () => {
      const page = await open(query);
      expect(textOf(part(await settled(page), 'error'))).to.contain('has to start with https');
      expect((window as { hacked?: unknown }).hacked).to.equal(undefined);
    });

  it('runs nothing that its query brings', async () => {
    const nasty = encodeURIComponent('"><img src=x onerror=parent.hacked=1><script>parent.hacked=1</script>');
    const names = [
      'view',
      'theme',
      'lang',
      'as-of',
      'calendar',
      'element',
      'order',
      'from',
      'limit',
      'dimensions',
    ];
    const page = await open(`feed=iran-pakistan&${names.map((name) => `${name}=${nasty}`).join('&')}`);
    const card = await settled(page);
    expect(textOf(part(card, 'question'))).to.equal('Are Iran and Pakistan allies?');
    expect((window as { hacked?: unknown }).hacked).to.equal(undefined);
    expect(page.document.querySelector('img')).to.equal(null);
  });

  for (const sandbox of ['', 'sandbox="allow-scripts"'])
    it(`gives its frame the height of its card, and follows it ${sandbox}`, async () => {
      const { frame } = await holding(frameOf(sandbox));
      const height = () => frame.getBoundingClientRect().height;
      const narrow = await until(() => (height() > 150 ? height() : 0));
      frame.width = '320';
      await until(() => (height() > narrow ? true : null));
    });

  it('is believed only where the message comes out of that frame, and is a sane height', async () => {
    const { page, frame } = await holding('<iframe class="entente-frame"></iframe><iframe></iframe>');
    const [inner, other] = [...page.document.querySelectorAll('iframe')].map(
      ({ contentWindow }) => contentWindow as Window & typeof globalThis,
    );
    // Called in a frame, so that the message is its own; gives the height once it has been heard.
    const say = async (from: (Window & typeof globalThis) | undefined, data: unknown) => {
      const heard = new Promise((resolve) => page.addEventListener('message', resolve, { once: true }));
      from?.eval(`parent.postMessage(${JSON.stringify(data)}, '*')`);
      await heard;
      return frame.style.height;
    };
    expect(await say(inner, { type: 'entente-height', height: 222.2 })).to.equal('223px');
    expect(await say(other, { type: 'entente-height', height: 99 })).to.equal('223px');
    for (const height of [-5, 0, 1e9, 'calc(1px)', null])
      expect(await say(inner, { type: 'entente-height', height })).to.equal('223px');
    expect(await say(inner, { type: 'other', height: 77 })).to.equal('223px');
    expect(await say(inner, null)).to.equal('223px');
  });

  it('opens links beside the page that holds it', async () => {
    const page = await open('feed=iran-pakistan');
    const link = part(await settled(page), 'assessor')?.querySelector('a') as HTMLAnchorElement;
    expect(new URL(link.href).pathname).to.equal('/built/method.html');
    link.addEventListener('click', (event) => event.preventDefault());
    link.click();
    expect([link.target, link.rel]).to.deep.equal(['_blank', 'noopener']);
  });
});
