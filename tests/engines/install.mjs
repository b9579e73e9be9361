/**
 * Gets the real engines, each once, into a folder outside of the project: WordPress as Debian packs it, with
 * PHP and MariaDB, and Waline from npm. What is there already is left as it is. Nothing here starts a service:
 * the packages of servers that begin on their own are not among those that are asked for.
 */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { unzipSync } from 'fflate';

const CACHE = process.env.ENGINES_CACHE ?? join(tmpdir(), 'entente-engines');
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

/** Milliseconds for one step: what takes longer is not to be had, so that nobody waits for a slow network for ever. */
const PATIENCE = 300_000;

const run = (command, args, options) =>
  spawnSync(command, args, { stdio: ['ignore', 2, 2], timeout: PATIENCE, ...options }).status === 0;

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

/** Unpacked, not installed: packages of servers would bring one that listens to everyone. */
function unpack(packages, folder) {
  const isDownloaded = apt(['download', ...packages], { cwd: folder });
  const files = readdirSync(folder).filter((name) => name.endsWith('.deb'));
  if (!isDownloaded || files.length !== packages.length)
    throw new Error(`apt-get could not download ${packages.join(', ')}.`);
  for (const file of files)
    if (!run('dpkg-deb', ['-x', join(folder, file), folder])) throw new Error(`${file} cannot be unpacked.`);
}

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
export function installWaline() {
  const folder = once(`waline-${WALINE}`, (draft) => {
    const flags = ['--no-audit', '--no-fund', '--no-save', '--prefix', draft];
    if (!run('npm', ['install', ...flags, `@waline/vercel@${WALINE}`]))
      throw new Error('npm could not install Waline.');
  });
  return join(folder, 'node_modules');
}
