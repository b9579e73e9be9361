import { expect } from '@open-wc/testing';
import { integrityOf } from '../../src/embed/integrity.js';

const HASH = `sha384-${'a'.repeat(64)}`;
const { fetch } = window;

/** What is known of a script once its folder has been asked, and how often that was. */
async function asked(script: string, answer: () => Promise<Response>): Promise<[string | undefined, number]> {
  let times = 0;
  window.fetch = () => (times++, answer());
  await new Promise<void>((told) => void integrityOf(script, told));
  return [integrityOf(script, () => undefined), times];
}
const holds = (hashes: unknown) => () => Promise.resolve(new Response(JSON.stringify(hashes)));

describe('the hash of the script', () => {
  afterEach(() => {
    window.fetch = fetch;
  });

  it('is read once from the file beside it, whatever stands behind its name', async () => {
    const answer = holds({ 'entente.js': HASH });
    expect(await asked('https://a.example/dist/entente.js?v=1#x', answer)).to.deep.equal([HASH, 1]);
  });

  it('is that of another file of the same folder, without asking again', async () => {
    await asked('https://b.example/entente.js', holds({ 'entente.core.js': HASH }));
    expect(integrityOf('https://b.example/entente.core.js', () => undefined)).to.equal(HASH);
    expect(integrityOf('https://b.example/entente.js', () => undefined)).to.equal(undefined);
  });

  for (const [what, answer] of Object.entries({
    'the file is not there': () => Promise.resolve(new Response('', { status: 404 })),
    'the page forbids to ask': () => Promise.reject(new TypeError()),
    'it is no JSON': () => Promise.resolve(new Response('<!doctype html>')),
    'it holds something else': holds(null),
    'it holds no hash': holds({ 'entente.js': '" onload="alert(1)' }),
  }))
    it(`is left out where ${what}`, async () => {
      const [hash, times] = await asked(`https://c.example/${encodeURIComponent(what)}/entente.js`, answer);
      expect([hash, times]).to.deep.equal([undefined, 1]);
    });

  it('is none where the script’s address is not known', () => {
    expect(integrityOf('entente.js', () => undefined)).to.equal(undefined);
  });
});
