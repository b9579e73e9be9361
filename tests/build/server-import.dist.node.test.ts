import { spawnSync } from 'node:child_process';
import { expect } from 'chai';

/** Runs code in a Node of its own, in this package, so that its names are resolved as a user's are. */
function run(code: string, ...flags: string[]): unknown {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...flags, '--input-type=module', '--eval', `${code}; console.log(JSON.stringify(found))`],
    { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '', NODE_V8_COVERAGE: '' } },
  );
  expect(stderr).to.equal('');
  expect(status).to.equal(0);
  return JSON.parse(stdout);
}

const ENTRIES = [
  ...['', '/card', '/timeline', '/comments', '/validate', '/feeds/iran-pakistan'],
  ...['/define', '/define/card', '/define/timeline', '/define/comments'],
  ...['/react', '/vue', '/svelte', '/preact', '/solid'],
];

describe('on a server', () => {
  for (const entry of ENTRIES)
    it(`entente-elements${entry} is imported, says nothing, and changes nothing`, () => {
      // Lit brings a registry of its own where there is none; that is all.
      const found = run(`
        await import('lit');
        const before = Reflect.ownKeys(globalThis);
        const tags = [];
        globalThis.customElements.define = (name) => tags.push(name);
        await import('entente-elements${entry}');
        const found = { tags, added: Reflect.ownKeys(globalThis).filter((key) => !before.includes(key)).map(String) };
      `);
      expect(found).to.deep.equal({ tags: [], added: [] });
    });

  it('the classes are there, to be named and not to be made', () => {
    const found = run(`
      const all = await import('entente-elements');
      const found = [typeof all.EntenteCard, typeof all.VERSION, new all.EntenteReadyEvent().type];
    `);
    expect(found).to.deep.equal(['function', 'string', 'entente-ready']);
  });

  it('nothing is defined where there is a registry, and no page', () => {
    const found = run(`
      const found = [];
      globalThis.customElements = { get: () => undefined, define: (name) => found.push(name) };
      await import('entente-elements/define');
    `);
    expect(found).to.deep.equal([]);
  });
});
