import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { Script } from 'node:vm';
import { expect } from 'chai';

const read = (file: string): string => readFileSync(`dist/${file}`, 'utf8');
const { version, dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  version: string;
  dependencies: Record<string, string>;
};

describe('dist', () => {
  for (const file of ['entente.js', 'entente.core.js'])
    it(`${file} is a script without import or export, with the licences it owes`, () => {
      expect(() => new Script(read(file))).not.to.throw();
      expect(read(file).slice(0, 300))
        .to.contain(`Entente ${version}`)
        .and.to.match(/Lit.*BSD-3-Clause/);
    });

  it('has scripts that are the same in every encoding of a page', () => {
    const locales = readdirSync('dist/locales').map((name) => `locales/${name}`);
    expect(locales).not.to.be.empty;
    for (const file of ['entente.js', 'entente.core.js', ...locales])
      expect(/[^\0-\x7f]/.exec(read(file))?.[0], file).to.equal(undefined);
  });

  it('has modules for bundlers that import the dependencies instead of holding them', () => {
    const modules = ['index.js', 'define.js', ...readdirSync('dist/shared').map((name) => `shared/${name}`)];
    const outside = modules
      .filter((name) => name.endsWith('.js'))
      .flatMap((name) =>
        [...read(name).matchAll(/from ['"]([^.'"][^'"]*)['"]/g)].map(([, source = '']) => source),
      );
    const roots = outside.map((source) => source.replace(/^(@[^/]+\/)?([^/]+).*/, '$1$2'));
    expect(new Set(roots)).to.deep.equal(new Set(Object.keys(dependencies)));
    expect(read('index.js')).to.contain('EntenteCard');
    expect(read('index.d.ts')).to.contain('EntenteCard');
  });

  it('publishes the hash of each file for a page', () => {
    const published = JSON.parse(read('integrity.json')) as Record<string, string>;
    expect(Object.keys(published)).to.deep.equal(['entente.js', 'entente.core.js', 'entente.css']);
    for (const [file, hash] of Object.entries(published))
      expect(hash).to.equal(`sha384-${createHash('sha384').update(read(file)).digest('base64')}`);
  });
});
