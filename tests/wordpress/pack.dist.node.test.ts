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
    for (const file of [
      'entente.js',
      'entente-card.js',
      'entente-record.js',
      'entente-comments.js',
      'entente.css',
      'integrity.json',
      'licenses.txt',
      'locales/fa.js',
    ])
      expect(text(`assets/${file}`) === readFileSync(`dist/${file}`, 'utf8'), file).to.equal(true);
  });

  it('knows the attributes that the elements have, in PHP, in the blocks and in their settings', () => {
    const camel = (name: string) => name.replace(/-./g, ([, letter = '']) => letter.toUpperCase());
    const php = text('includes/attributes.php');
    const editor = text('blocks/editor.js');
    const { modules } = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8')) as {
      modules: { declarations: { tagName: string; attributes: { name: string }[] }[] }[];
    };
    for (const { tagName, attributes } of modules.flatMap(({ declarations }) => declarations)) {
      const names = attributes.map(({ name }) => name);
      const [, rows = ''] = new RegExp(`'${tagName}' => array\\(([^)]*)\\)`).exec(php) ?? [];
      expect([...rows.matchAll(/'([a-z-]+)' => '(text|url|flag)'/g)].map(([, name]) => name)).to.have.members(
        names,
      );
      const block = JSON.parse(text(`blocks/${tagName.slice(8)}/block.json`)) as { attributes: object };
      expect(block.attributes).to.include.keys(names.map(camel));
      for (const name of names.map(camel))
        expect(editor).to.match(new RegExp(`\\b${name}: (text|choice|flag)\\(`));
    }
    expect(php)
      .to.match(/'endpoint' => 'url'/)
      .and.to.match(/'detached' => 'flag'/);
  });

  it('says its version everywhere', () => {
    expect(text('entente.php')).to.match(new RegExp(`Version: +${version}\n`));
    expect(text('readme.txt')).to.contain(`Stable tag: ${version}`);
    for (const name of Object.keys(files))
      expect(strFromU8(files[name] ?? new Uint8Array()), name).not.to.contain('__VERSION__');
  });
});
