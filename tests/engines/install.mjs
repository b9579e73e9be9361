/**
 * Gets the real engines: WordPress as Debian packs it, with PHP and MariaDB, and Waline from npm. Nothing here
 * starts a service: the packages of servers that begin on their own are not among those that are asked for.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { apt, debian, npm, once, run } from '../packages.mjs';

const WALINE = '1.39.3';
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

/** The folder of WordPress's own files; throws what stands in the way. */
export function installWordPress() {
  debian(PACKAGES, PROGRAMS, hasPhp);
  // Unpacked, not installed: the package would bring a web server that listens to everyone.
  const folder = once('wordpress', (draft) => {
    const isDownloaded = apt(['download', 'wordpress'], { cwd: draft });
    const file = readdirSync(draft).find((name) => name.endsWith('.deb'));
    if (!isDownloaded || !file) throw new Error('apt-get could not download WordPress.');
    if (!run('dpkg-deb', ['-x', join(draft, file), draft])) throw new Error(`${file} cannot be unpacked.`);
  });
  return join(folder, 'usr/share/wordpress');
}

/** The folder of Waline's `node_modules`; throws what stands in the way. */
export const installWaline = () => npm(`waline-${WALINE}`, [`@waline/vercel@${WALINE}`]);
