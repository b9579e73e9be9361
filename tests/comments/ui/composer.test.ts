import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { serve, talk } from '../../support/comment-engine.js';
import {
  all,
  control,
  controls,
  eventually,
  expectFocus,
  field,
  fields,
  key,
  row,
  open,
  part,
  parts,
  post,
  restore,
  settle,
  spoken,
  text,
  tick,
  told,
  type,
} from '../../support/comments.js';

/** What is said to be wrong with a field, by what it is described by. */
const faultOf = (box: Element, input: Element): string =>
  (input.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .filter((id) => id.includes('fault'))
    .map((id) => spoken(all(box, `#${id}`)[0]))
    .join();

async function send(box: Parameters<typeof settle>[0]): Promise<void> {
  control(box, 'Post comment').click();
  await settle(box);
}

describe('<entente-comments> writing', () => {
  afterEach(restore);

  describe('what is wrong is said at its field, which gets the focus', () => {
    it('nothing was written', async () => {
      const engine = serve();
      const box = await open(engine);
      for (const words of ['', '  \n ']) {
        await type(box, text(box), words);
        await send(box);
        expectFocus(box, text(box));
        expect(text(box).getAttribute('aria-invalid')).to.equal('true');
        expect(faultOf(box, text(box))).to.equal('Write something first.');
      }
      await type(box, text(box), 'Words.');
      expect(text(box).hasAttribute('aria-invalid')).to.equal(false);
      expect(all(box, '[role=alert]')).to.have.length(0);
      expect(engine.posted).to.have.length(0);
    });

    it('too much was written', async () => {
      const engine = serve(talk(), { maxLength: 10 });
      const box = await open(engine);
      await type(box, text(box), 'Eleven long');
      expect(spoken(part(box, 'composer'))).to.contain('11 / 10');
      await send(box);
      expect(faultOf(box, text(box))).to.equal(
        'The comment is too long for this site. Shorten it, then try again.',
      );
      await type(box, text(box), 'Ten long..');
      await send(box);
      await told(box, 'published');
      expect(engine.posted).to.have.length(1);
    });

    it('name and e-mail are wanted', async () => {
      const engine = serve(talk(), { name: 'required', email: 'required' });
      const box = await open(engine);
      const name = field(box, 'Name');
      const email = field(box, 'E-mail');
      expect([name.required, email.required]).to.deep.equal([true, true]);
      await post(box, 'Words.', '  ');
      expectFocus(box, name);
      expect(faultOf(box, name)).to.equal('Write your name.');
      await type(box, name, 'Fay');
      for (const wrong of ['', 'fay', 'fay@']) {
        await type(box, email, wrong);
        await send(box);
        expectFocus(box, email);
        expect(faultOf(box, email)).to.equal('Write an e-mail address such as name@example.org.');
        expect(faultOf(box, name)).to.equal('');
      }
      await type(box, email, 'fay@a.example');
      await send(box);
      await told(box, 'published');
      expect(engine.posted[0]?._entente.email).to.equal('fay@a.example');
    });

    it('an address that is none, though none is wanted', async () => {
      const box = await open(serve());
      expect(spoken(field(box, 'E-mail').closest('label'))).to.contain('optional, never shown');
      await type(box, field(box, 'E-mail'), 'fay');
      await post(box, 'Words.');
      expectFocus(box, field(box, 'E-mail'));
    });

    it('consent is wanted', async () => {
      const engine = serve();
      const box = await open(engine, { consent: '' });
      await post(box, 'Words.');
      expectFocus(box, field(box, 'I agree'));
      expect(faultOf(box, field(box, 'I agree'))).to.equal('Tick the box above first.');
      await tick(box, 'I agree');
      await send(box);
      await told(box, 'published');
      // It was given for that comment.
      await post(box, 'More words.');
      expect(engine.posted).to.have.length(1);
      expectFocus(box, field(box, 'I agree'));
    });
  });

  it('asks for no more than the engine has a use for', async () => {
    const box = await open(serve(talk(), { name: 'none', email: 'none' }));
    expect(fields(box, 'Name').concat(fields(box, 'E-mail'), fields(box, 'Remember'))).to.deep.equal([]);
    const named = await open(serve(talk(), { email: 'none' }));
    expect([fields(named, 'Name').length, fields(named, 'E-mail').length]).to.deep.equal([1, 0]);
  });

  for (const modifier of ['Control', 'Meta'])
    it(`${modifier}+Enter sends, Enter alone makes a line`, async function () {
      const engine = serve();
      const box = await open(engine);
      text(box).focus();
      await executeServerCommand('x-press', 'a');
      await executeServerCommand('x-press', 'Enter');
      await executeServerCommand('x-press', 'b');
      expect(text(box).value).to.equal('a\nb');
      // A real key with ⌘ belongs to the browser here.
      const init = { key: 'Enter', bubbles: true, composed: true, cancelable: true };
      const meta = { ...init, metaKey: modifier === 'Meta', ctrlKey: modifier === 'Control' };
      expect(text(box).dispatchEvent(new KeyboardEvent('keydown', meta))).to.equal(false);
      await told(box, 'published');
      expect(engine.posted.map(({ content_text }) => content_text)).to.deep.equal(['a\nb']);
    });

  it('keys typed in fields do not reach the shortcuts of the page', async () => {
    const box = await open(serve(), { feed: 'iran-pakistan' });
    await eventually(() => fields(box, 'About').length, 'events');
    const heard: string[] = [];
    const listen = ({ type, key }: KeyboardEvent) => heard.push(`${type} ${key}`);
    const types = ['keydown', 'keypress', 'keyup'] as const;
    for (const each of types) document.addEventListener(each, listen);
    for (const label of ['Your comment', 'Name', 'E-mail', 'About', 'Remember']) {
      field(box, label).focus();
      await key(box, 'j');
    }
    expect(heard).to.deep.equal([]);
    control(box, 'Post comment').focus();
    for (const each of types) document.removeEventListener(each, listen);
    expect(text(box).value).to.equal('j');
  });

  describe('before the first comment', () => {
    const first = (box: Element) => parts(box, 'before-first').map(spoken);

    it('the reader is told what becomes public, and that an editor reads it', async () => {
      expect(first(await open(serve(talk(), { moderated: true })))).to.deep.equal([
        'Before your first comment: your name and text will be public. An editor reads it before it appears. You see it at once, marked as held.',
      ]);
    });

    it('and not after it, nor where nothing is sent', async () => {
      const box = await open(serve());
      expect(first(box)).to.deep.equal(['Before your first comment: your name and text will be public.']);
      await post(box, 'Words.');
      await told(box, 'published');
      expect(first(box)).to.deep.equal([]);
      expect(first(await open(undefined, { thread: 'first' }))).to.deep.equal([]);
    });

    it('says who stores the words', async () => {
      expect(spoken(part(await open(serve()), 'notice'))).to.equal(
        'Stored by this site’s comment server. Name and text are public.',
      );
    });
  });

  it('shows what was typed as lines and paragraphs, addresses as links', async () => {
    const box = await open(serve());
    await post(box, 'One\ntwo\n\nthree https://a.example/x.');
    await told(box, 'published');
    const body = row(box, 'three').querySelector('.comment-body') as HTMLElement;
    expect([...body.querySelectorAll('p')].map(({ textContent }) => textContent)).to.deep.equal([
      'Onetwo',
      'three https://a.example/x.',
    ]);
    expect(body.querySelectorAll('p:first-child > br')).to.have.length(1);
    const links = all(box, '.comment-body a') as HTMLAnchorElement[];
    expect(links.map(({ href, rel }) => [href, rel])).to.deep.equal([
      ['https://a.example/x', 'nofollow ugc noopener'],
    ]);
    expect(controls(box, 'Post comment')).to.have.length(1);
  });

  it('what is typed is left alone by all that happens around it', async () => {
    const engine = serve();
    const box = await open(engine);
    const area = text(box);
    await type(box, area, 'Half a sent');
    await type(box, field(box, 'Name'), 'Fay');
    area.setSelectionRange(4, 4);
    await box.refresh();
    box.headingLevel = 5;
    box.setAttribute('theme', 'dark');
    dispatchEvent(new Event('offline'));
    await settle(box);
    expect(text(box) === area).to.equal(true);
    expect([area.value, area.selectionStart, field(box, 'Name').value]).to.deep.equal([
      'Half a sent',
      4,
      'Fay',
    ]);
  });
});
