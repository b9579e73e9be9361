import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { strFromU8, unzipSync } from 'fflate';

const ZIP = 'dist/wordpress/entente.zip';
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const files = unzipSync(readFileSync(ZIP));
const text = (file: string): string => strFromU8(files[`entente/${file}`] ?? new Uint8Array());

describe('the packed plugin', () => {
  it('is the same, whenever and wherever it is packed', () => {
    const folder = mkdtempSync(join(tmpdir(), 'entente-pack-'));
    try {
      cpSync('dist', folder, { recursive: true });
      const pack = `import('./src/wordpress/pack.mjs').then((m) => m.packPlugin(${JSON.stringify(folder)}, '${version}'))`;
      execFileSync(process.execPath, ['-e', pack], { env: { ...process.env, TZ: 'Asia/Tehran' } });
      expect(readFileSync(join(folder, 'wordpress/entente.zip')).equals(readFileSync(ZIP))).to.equal(true);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('has one folder, with all that it needs', () => {
    const names = Object.keys(files);
    expect(names.filter((name) => !name.startsWith('entente/'))).to.deep.equal([]);
    expect(names).to.include.members(
      ['entente.php', 'uninstall.php', 'readme.txt', 'LICENSE', 'blocks/editor.js'].map(
        (n) => `entente/${n}`,
      ),
    );
    for (const file of ['entente.js', 'entente.css', 'integrity.json', 'licenses.txt', 'locales/fa.js'])
      expect(text(`assets/${file}`) === readFileSync(`dist/${file}`, 'utf8'), file).to.equal(true);
  });

  it('says its version everywhere', () => {
    expect(text('entente.php')).to.match(new RegExp(`Version: +${version}\n`));
    expect(text('readme.txt')).to.contain(`Stable tag: ${version}`);
    for (const name of Object.keys(files))
      expect(strFromU8(files[name] ?? new Uint8Array()), name).not.to.contain('__VERSION__');
  });
});
