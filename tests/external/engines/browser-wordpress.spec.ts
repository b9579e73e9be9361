/** The built bundle on pages of WordPress itself, and threads that WordPress closes. */
import { expect } from 'chai';
import { onWordPress } from './engine.js';
import { Site } from './page.js';
import type { Visit } from './page.js';
import { signIn } from './session.js';

onWordPress('a page and', (engine) => {
  const site = new Site();
  const visits: Visit[] = [];
  before('open a browser', function () {
    if (!process.env['CHROMIUM_PATH']) return this.skip();
    return site.open();
  });
  after(() => site.close());
  afterEach(() => Promise.all(visits.splice(0).map((visit) => visit.leave())));

  async function visit(): Promise<Visit> {
    const { name, url, thread } = engine();
    const come = await site.visit({ provider: name, endpoint: url, thread });
    visits.push(come);
    return come;
  }
  async function visitAs(user: string): Promise<Visit> {
    const { cookie } = await signIn(engine().url, user);
    const come = await site.goTo(`${engine().url}/box.php`, cookie);
    visits.push(come);
    await come.ready();
    return come;
  }

  it('offers nothing to write where a thread is closed', async () => {
    await engine().seed(1);
    await engine().rule('closed');
    const seen = await (await visit()).ready();
    expect(seen).to.include({ canWrite: false });
    expect(seen.ids).to.deep.equal(['1']);
  });

  it('keeps a comment for a thread that is closed while it is written', async () => {
    const reader = await visit();
    await reader.ready();
    await engine().rule('closed');
    await reader.write('Too late');
    await reader.sees('a refusal', ({ unsent }) => unsent[0]?.state === 'failed');
  });

  it('lets a subscriber write without name and address, and offers no change', async () => {
    await engine().set({ comment_registration: '1' });
    const reader = await visitAs('reader');
    expect((await reader.seen()).actions).to.not.include('edit');
    await reader.write('From a subscriber');
    const { actions } = await reader.sees(
      'the comment',
      ({ ids, unsent }) => ids.length === 1 && !unsent.length,
    );
    expect(actions).to.not.include('edit');
    const [[author] = []] = await engine().database.query('SELECT user_id FROM wp_comments');
    expect(author).to.equal('2');
  });

  it('lets an editor change and remove a comment', async () => {
    const reader = await visitAs('admin');
    await reader.write('To be changed');
    await reader.sees('a button', ({ actions }) => actions.includes('edit'));
    await reader.press('edit', '1');
    await reader.sees('the form', ({ actions }) => actions.includes('closeForm'));
    await reader.write('Changed & <better>');
    await reader.sees('the change', ({ texts }) => texts[0] === 'Changed & <better>');
    expect(await engine().texts()).to.deep.equal(['Changed &#038; &lt;better&gt;']);
    await reader.press('askToDelete', '1');
    await reader.sees('the question', ({ actions }) => actions.includes('delete'));
    await reader.press('delete', '1');
    await reader.sees('nothing', ({ ids }) => !ids.length);
    const [[status] = []] = await engine().database.query('SELECT comment_approved FROM wp_comments');
    expect(status).to.equal('trash');
  });
});
