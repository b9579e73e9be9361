import { expect } from '@open-wc/testing';
import { scriptToPaste } from '../../src/embed/script-url.js';
import type { ScriptNeeds } from '../../src/embed/paste-forms.js';

const HASH = `sha384-${'a'.repeat(64)}`;
const { fetch } = window;
const CARD: ScriptNeeds = { elements: ['card'] };

/** A page that runs one file of a folder whose `integrity.json` names others. */
function running(file: string, names: readonly string[]): string {
  const folder = `https://${crypto.randomUUID()}.example/dist/`;
  const script = document.createElement('script');
  // Not run: a page's scripts are found by their addresses alone.
  script.type = 'text/plain';
  script.src = folder + file;
  document.head.append(script);
  const hashes = Object.fromEntries(names.map((name) => [name, HASH]));
  window.fetch = () => Promise.resolve(new Response(JSON.stringify(hashes)));
  return folder;
}

const now = (needs: ScriptNeeds) => scriptToPaste(needs, () => undefined);

/** What is to be pasted once the folder has been asked. */
async function pasted(needs: ScriptNeeds) {
  await new Promise<void>((told) => void scriptToPaste(needs, told));
  return now(needs);
}

describe('the script to paste', () => {
  afterEach(() => {
    window.fetch = fetch;
    for (const script of document.querySelectorAll('script[src*=".example/"]')) script.remove();
  });

  for (const file of ['entente.js', 'entente.core.js', 'entente-card.js', 'entente-record.js'])
    it(`is the smallest that holds the element, where ${file} runs`, async () => {
      const folder = running(`${file}?v=1`, ['entente-card.js', 'entente-record.js', 'entente.js']);
      expect(await pasted(CARD)).to.deep.equal({ script: `${folder}entente-card.js`, integrity: HASH });
      expect(now({ elements: ['timeline'] })).to.have.property('script', `${folder}entente-record.js`);
      expect(now({ ...CARD, bundled: true })).to.have.property('script', `${folder}entente.js`);
    });

  it('is the one that runs, where the site has copied that alone', async () => {
    const folder = running('entente.js', ['entente.js']);
    expect(await pasted(CARD)).to.deep.equal({ script: `${folder}entente.js`, integrity: HASH });
  });

  it('is named without an address where none of ours is on the page', () => {
    expect(now({ elements: ['timeline'] })).to.deep.equal({
      script: 'entente-record.js',
    });
  });
});
