import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect } from 'chai';

const cli = resolve('dist/cli.js');
/** Coverage is that of the tests' own process: another, which runs little, would count against it. */
const env = { ...process.env, NODE_V8_COVERAGE: '' };
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

describe('dist/cli.js', () => {
  let folder: string;
  before(() => (folder = mkdtempSync(join(tmpdir(), 'entente-'))));
  after(() => rmSync(folder, { recursive: true }));

  /** In a folder of its own: the file needs nothing that is beside it. */
  function entente(args: readonly string[], input = '') {
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
      cwd: folder,
      env,
      encoding: 'utf8',
      input,
    });
    return { status, stdout, stderr };
  }

  it('is a program of Node that imports nothing else', () => {
    const text = readFileSync(cli, 'utf8');
    expect(text).to.match(/^#!\/usr\/bin\/env node\n/);
    if (process.platform !== 'win32') expect(statSync(cli).mode & 0o111).to.equal(0o111);
    const imported = [...text.matchAll(/^import .* from ["'](.*)["'];$/gm)].map(([, from]) => from);
    expect(imported).to.include('node:util');
    for (const from of imported) expect(from).to.match(/^node:/);
  });

  it('knows the version of the package', () => {
    expect(entente(['--version'])).to.deep.equal({ status: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('owes the licences that are published beside it', () => {
    const licences = readFileSync('dist/licenses.txt', 'utf8');
    for (const name of ['csv-parse', 'htmlparser2', 'entities', 'valibot', 'lit', '@lit/task'])
      expect(licences).to.match(RegExp(`^${name}\n\n`, 'm'));
  });

  it('converts, validates and shows', () => {
    const table = 'Year,Headline,Text\n1955,A pact,"<a href=""https://a.example/"">Text</a>"\n';
    writeFileSync(join(folder, 'in.csv'), table);
    const asked = ['--parties', 'Aland,Borland', '--question', 'Allies?'];
    const converted = entente(['convert', '--from', 'csv', 'in.csv', ...asked]);
    expect(converted.status).to.equal(0);
    expect(converted.stderr).to.match(/^Kept: 1 event, 1 period, 0 dimensions, 1 source, 0 pictures\n/);

    const feed = converted.stdout.replace('"reference"', '"primary"');
    expect(entente(['validate', '-'], feed)).to.deep.equal({
      status: 0,
      stdout: '1 file, no problem\n',
      stderr: '',
    });
    const shown = entente(['show', '-', '--json'], feed);
    expect(JSON.parse(shown.stdout)).to.include({
      asOf: '1955',
      sentence: 'Aland–Borland: not rated as of 1955',
    });
  });

  it('tells in one line what is no file', () => {
    mkdirSync(join(folder, 'sub'), { recursive: true });
    expect(entente(['show', 'sub'])).to.deep.equal({
      status: 1,
      stdout: '',
      stderr: 'entente show: sub: a directory, where a file is expected\n',
    });
    expect(entente(['show', 'none.json']).stderr).to.equal('entente show: none.json: no such file\n');
  });

  it('refuses 50 MB without reading them all', () => {
    writeFileSync(join(folder, 'huge.csv'), Buffer.alloc(50_000_000, 'a'));
    const { status, stderr } = entente([
      'convert',
      '--from',
      'csv',
      'huge.csv',
      '--parties',
      'A,B',
      '--question',
      'C',
    ]);
    expect([status, stderr]).to.deep.equal([
      1,
      'entente convert: huge.csv: larger than 10 MB, the most that a feed may have\n',
    ]);
  });
});

describe('src/cli/entente.ts', () => {
  it('stops in peace when nobody reads on', () => {
    const shown = `${process.execPath} --import tsx src/cli/entente.ts show data/iran-pakistan.json`;
    const { status, stdout, stderr } = spawnSync('bash', ['-c', `set -o pipefail; ${shown} | true`], {
      env,
      encoding: 'utf8',
    });
    expect({ status, stdout, stderr }).to.deep.equal({
      status: 0,
      stdout: '',
      stderr: '',
    });
  });
});
