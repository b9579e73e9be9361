/**
 * Gets the real engines, each once, into a folder outside of the project: WordPress as Debian packs it, with
 * PHP and MariaDB, and Waline from npm. What is there already is left as it is. Nothing here starts a service:
 * the packages of servers that begin on their own are not among those that are asked for.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const CACHE = process.env.ENGINES_CACHE ?? join(tmpdir(), 'entente-engines');
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

const run = (command, args, options) =>
  spawnSync(command, args, { stdio: ['ignore', 2, 2], ...options }).status === 0;

/** `sbin`, too: that is where servers are, and it is not on everybody's path. */
const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin'];
const has = (program) => folders.some((folder) => existsSync(join(folder, program)));

function hasPhp() {
  const { stdout } = spawnSync('php', ['-m'], { encoding: 'utf8' });
  return ['mysqli', 'xml', 'mbstring'].every((name) => stdout?.split('\n').includes(name));
}

const isReady = () => PROGRAMS.every(has) && hasPhp();

let updated = false;

/** apt-get, its lists brought up to date before it is asked for anything: root alone can do that. */
function apt(...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const get = (all, options) =>
    run('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=300', ...all], { env, ...options });
  if (!updated && process.getuid?.() === 0) updated = get(['update']);
  return get(...args);
}

/** Makes a folder whole or not at all: a run that was broken off leaves nothing that looks finished. */
function once(name, fill) {
  const folder = join(CACHE, name);
  if (existsSync(folder)) return folder;
  mkdirSync(CACHE, { recursive: true });
  const draft = mkdtempSync(join(CACHE, 'new-'));
  try {
    fill(draft);
    renameSync(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return folder;
}

function programs() {
  if (isReady()) return;
  if (process.platform !== 'linux' || !has('apt-get')) throw new Error('There is no apt-get here.');
  if (process.getuid() !== 0)
    throw new Error(`Only root can install ${PACKAGES.join(', ')}; who has them needs no root.`);
  if (!apt(['install', '-y', '--no-install-recommends', ...PACKAGES]) || !isReady())
    throw new Error('apt-get could not install PHP and MariaDB.');
}

/** The folder of WordPress's own files; throws what stands in the way. */
export function installWordPress() {
  programs();
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
export function installWaline() {
  const folder = once(`waline-${WALINE}`, (draft) => {
    const flags = ['--no-audit', '--no-fund', '--no-save', '--prefix', draft];
    if (!run('npm', ['install', ...flags, `@waline/vercel@${WALINE}`]))
      throw new Error('npm could not install Waline.');
  });
  return join(folder, 'node_modules');
}
