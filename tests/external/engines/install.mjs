/**
 * Gets the real engines: WordPress as Debian packs it, with PHP and MariaDB, and Waline from npm. Nothing here
 * starts a service: the packages of servers that begin on their own are not among those that are asked for.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { apt, debian, npm, once, run } from '../../support/packages.mjs';

const WALINE = '1.39.3';
/** A package that carries WordPress as it was published, for people who run it in a browser. */
const BUILDS = '@wp-playground/wordpress-builds@0.9.19';
const NEWER = 'wp-6.5';
/** One made of blocks, and one from before them. */
const THEMES = ['twentytwentythree', 'twentytwentyone'];
const PROGRAMS = ['php', 'mariadbd', 'mariadb', 'dpkg-deb'];
const PACKAGES = [
  'php-cli',
  'php-mysql',
  'php-xml',
  'php-mbstring',
  'mariadb-server-core',
  'mariadb-client-core',
];

function hasPhp() {
  const { stdout } = spawnSync('php', ['-m'], { encoding: 'utf8' });
  return ['mysqli', 'xml', 'mbstring'].every((name) => stdout?.split('\n').includes(name));
}

/** Unpacked, not installed: packages of servers would bring one that listens to everyone. */
function unpack(packages, folder) {
  const isDownloaded = apt(['download', ...packages], { cwd: folder });
  const files = readdirSync(folder).filter((name) => name.endsWith('.deb'));
  if (!isDownloaded || files.length !== packages.length)
    throw new Error(`apt-get could not download ${packages.join(', ')}.`);
  for (const file of files)
    if (!run('dpkg-deb', ['-x', join(folder, file), folder])) throw new Error(`${file} cannot be unpacked.`);
}

const programs = () => debian(PACKAGES, PROGRAMS, hasPhp);

/** The folder of WordPress's own files; throws what stands in the way. */
export function installWordPress() {
  programs();
  const folder = once('wordpress', (draft) => unpack(['wordpress'], draft));
  return join(folder, 'usr/share/wordpress');
}

/** The folder of themes that WordPress comes with elsewhere, for pages of it that are looked at. */
export function installThemes() {
  const packages = THEMES.map((name) => `wordpress-theme-${name}`);
  const folder = once('wordpress-themes', (draft) => unpack(packages, draft));
  return join(folder, 'usr/share/wordpress/wp-content/themes');
}

/** A WordPress that has script modules and draws posts in a frame of its editor. */
export function installNewerWordPress() {
  programs();
  return once(`wordpress-${NEWER}`, (draft) => {
    const pack = ['pack', '--silent', '--pack-destination', draft, BUILDS];
    const isPacked = run('npm', pack);
    const archive = readdirSync(draft).find((name) => name.endsWith('.tgz'));
    if (!isPacked || !archive) throw new Error('npm could not get a newer WordPress.');
    // Code and what browsers load are in two places there.
    const parts = { zip: `package/src/wordpress/${NEWER}.zip`, files: `package/public/${NEWER}` };
    if (!run('tar', ['-xzf', archive, parts.zip, parts.files], { cwd: draft }))
      throw new Error(`${archive} cannot be unpacked.`);
    for (const [name, data] of Object.entries(unzipSync(readFileSync(join(draft, parts.zip))))) {
      const file = join(draft, name);
      mkdirSync(dirname(file), { recursive: true });
      if (!name.endsWith('/')) writeFileSync(file, data);
    }
    cpSync(join(draft, parts.files), draft, { recursive: true });
    for (const name of [archive, 'package', 'wp-config.php']) rmSync(join(draft, name), { recursive: true });
  });
}

/** The folder of Waline's `node_modules`; throws what stands in the way. */
export const installWaline = () => npm(`waline-${WALINE}`, [`@waline/vercel@${WALINE}`]);
