import { expect } from 'chai';
import { run } from '../support/cli.js';
import { main } from '../../src/cli/main.js';

describe('entente', () => {
  it('says how it is called, on the output when asked', async () => {
    for (const args of [['--help'], ['-h'], ['help'], ['validate', '--help'], ['convert', 'x', '-h']]) {
      const { code, out, err } = await run(args);
      expect([code, err], args.join(' ')).to.deep.equal([0, '']);
      for (const command of ['validate', 'show', 'convert']) expect(out).to.include(`entente ${command} `);
    }
  });

  it('says it beside the output when nothing is asked', async () => {
    const { code, out, err } = await run([]);
    expect([code, out]).to.deep.equal([2, '']);
    expect(err).to.include('entente validate ');
  });

  it('knows its version', async () => {
    expect(await run(['--version'])).to.deep.equal({ code: 0, out: '__VERSION__\n', err: '' });
  });

  // One line each, and exit code 2.
  const wrong: [args: string[], said: string][] = [
    [['fly'], 'entente: no such command: fly'],
    [['toString'], 'entente: no such command: toString'],
    [['validate'], 'entente validate: expected a file'],
    [['validate', '--strict', 'a'], "entente validate: Unknown option '--strict'"],
    [['show', 'a', 'b'], 'entente show: expected one file, got b too'],
    [['show', 'a', '--as-of'], "entente show: Option '--as-of <value>' argument missing"],
    [['show', 'a', '--as-of', '--json'], "entente show: Option '--as-of' argument is ambiguous"],
    [['show', 'a', '--lang', 'e n'], 'entente show: --lang: expected a language tag such as en, got e n'],
    [['show', 'a', '--json=yes'], "entente show: Option '--json' does not take an argument"],
  ];
  for (const [args, said] of wrong)
    it(`refuses ${args.join(' ')}`, async () => {
      expect(await run(args, { a: '{}' })).to.deep.equal({
        code: 2,
        out: '',
        err: `${said}; see entente --help\n`,
      });
    });

  it('lets a fault of its own through', async () => {
    let fault: unknown;
    const out = () => {
      throw new RangeError('full');
    };
    const io = {
      read: async function* () {
        yield await Promise.resolve(new Uint8Array());
      },
      now: () => new Date(),
      hashes: () => Promise.resolve(undefined),
      out,
      err: out,
    };
    await main(['validate', 'a'], io).catch((error: unknown) => (fault = error));
    expect(fault).to.be.instanceOf(RangeError);
  });
});

describe('a file that cannot be read', () => {
  const latin = Buffer.from('{\n"question": "Fran\xe7ais"}', 'latin1');
  const files = {
    empty: ' \n',
    broken: '{\n  "version": 1,\n  "id" "a"\n}',
    short: '{"version": 1',
    text: 'Hello\nyou',
    latin,
    folder: { code: 'EISDIR' },
    locked: { code: 'EACCES' },
    odd: { code: 'EIO' },
    huge: new Uint8Array(10_000_001).fill(32),
  };
  const said: Record<string, string> = {
    missing: 'no such file',
    folder: 'a directory, where a file is expected',
    locked: 'not readable: permission denied',
    odd: 'EIO',
    'https://example.org/f.json': 'an address, where a file is expected: download it first',
    'file:///f.json': 'an address, where a file is expected: download it first',
    huge: 'larger than 10 MB, the most that a feed may have',
    latin: 'line 2 is not UTF-8, but perhaps Windows-1252: save the file as UTF-8',
    empty: 'empty, where JSON is expected',
  };
  for (const [name, why] of Object.entries(said)) {
    it(`is told by show: ${name}: ${why}`, async () => {
      expect(await run(['show', name], files)).to.deep.equal({
        code: 1,
        out: '',
        err: `entente show: ${name}: ${why}\n`,
      });
    });
    it(`is a problem to validate: ${name}`, async () => {
      expect(await run(['validate', name], files)).to.deep.equal({
        code: 1,
        out: '',
        err: `${name}: ${why}\n1 problem in 1 of 1 file\n`,
      });
    });
  }

  // What else is said about it differs between engines.
  for (const [name, place] of Object.entries({
    broken: 'line 3, column 8',
    short: 'line 1, column 14',
    text: 'Hello',
  }))
    it(`is told where it ceases to be JSON: ${name}`, async () => {
      const { code, err } = await run(['show', name], files);
      expect(code).to.equal(1);
      expect(err)
        .to.match(/^entente show: \w+: not JSON: .+\n$/)
        .and.to.include(place);
    });

  it('is not read on when it is too large', async () => {
    let parts = 0;
    const code = await main(['show', '/dev/zero'], {
      async *read() {
        for (; parts < 1000; parts++) yield new Uint8Array(1_000_000);
      },
      now: () => new Date(),
      hashes: () => Promise.resolve(undefined),
      out: () => undefined,
      err: () => undefined,
    });
    expect([code, parts]).to.deep.equal([1, 10]);
  });

  it('may start with a byte order mark, and be UTF-16', async () => {
    const text = '\uFEFF{"version":1}';
    const utf16 = Buffer.from(text, 'utf16le');
    for (const content of [text, utf16, Buffer.from(utf16).swap16()])
      expect((await run(['show', 'a'], { a: content })).err).to.include('id: expected');
  });
});
