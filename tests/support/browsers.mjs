/**
 * Finds a browser, or gets one: from PATH, by apt as root on Debian, else Chrome for Testing, else the
 * Chromium inside an npm package. `CHROMIUM_PATH`, `FIREFOX_PATH` and `WEBKIT_PATH` name one by hand.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './prepare.mjs';

const windows = process.platform === 'win32';
const CACHE = process.env.BROWSER_CACHE ?? join(root, '.cache/browsers');
const KNOWN = {
  chromium: [
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ],
  firefox: [
    'firefox-esr',
    'firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ],
  webkit: ['WebKitWebDriver'],
};
const PACKAGES = {
  chromium: ['chromium', 'fonts-liberation'],
  firefox: ['firefox-esr', 'fonts-liberation'],
  webkit: ['webkit2gtk-driver', 'xvfb', 'fonts-liberation'],
};

/** One look for every page: no hidden network traffic, one colour profile, no scroll bars in pictures. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
  '--disable-dev-shm-usage',
  '--hide-scrollbars',
  '--force-color-profile=srgb',
  // Letters as they are designed, whatever this machine prefers.
  '--font-render-hinting=none',
  '--disable-lcd-text',
];

function runs(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const run = (command, args, options = {}) =>
  spawnSync(command, args, { stdio: ['ignore', 2, 2], shell: windows, ...options }).status === 0;

function find(kind) {
  const variable = `${kind.toUpperCase()}_PATH`;
  const own = process.env[variable];
  if (own && !runs(own)) throw new Error(`${variable}=${own} is not an executable file`);
  const folders = (process.env.PATH ?? '').split(delimiter);
  const files = KNOWN[kind].flatMap((name) =>
    /[\\/]/.test(name) ? name : folders.map((dir) => join(dir, name)),
  );
  const path = own ?? files.find(runs);
  // The WebKit driver draws on a virtual screen where there is no other.
  const screen =
    process.env.DISPLAY || process.env.WAYLAND_DISPLAY || folders.some((dir) => runs(join(dir, 'Xvfb')));
  return kind === 'webkit' && !screen ? undefined : path;
}

function apt(kind) {
  if (process.platform !== 'linux' || process.getuid() !== 0 || !existsSync('/usr/bin/apt-get'))
    return undefined;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const get = (...args) => run('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=300', ...args], { env });
  for (let attempt = 0; attempt < 3; attempt++) {
    get('update');
    if (get('install', '-y', '--no-install-recommends', ...PACKAGES[kind])) return find(kind);
  }
  return undefined;
}

function chromeForTesting(kind) {
  const build = { chromium: 'chrome-headless-shell@stable', firefox: 'firefox@stable' }[kind];
  if (!build) return undefined;
  const args = ['-y', '@puppeteer/browsers@2', 'install', build, '--path', CACHE, '--format', '{{path}}'];
  const { status, stdout } = spawnSync('npx', args, {
    stdio: ['ignore', 'pipe', 'ignore'],
    encoding: 'utf8',
    timeout: 300_000,
    shell: windows,
  });
  const path = stdout?.trim().split('\n').at(-1);
  return status === 0 && path && runs(path) ? path : undefined;
}

async function npmPackage(kind) {
  if (kind !== 'chromium' || process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const folder = join(CACHE, 'npm');
  // The last version of that package for Node 20.
  const args = [
    'install',
    '--no-save',
    '--no-audit',
    '--no-fund',
    '--prefix',
    folder,
    '@sparticuz/chromium@143.0.4',
  ];
  if (!run('npm', args)) return undefined;
  const file = join(folder, 'node_modules/@sparticuz/chromium/build/esm/index.js');
  const { default: chromium } = await import(pathToFileURL(file).href);
  return chromium.executablePath();
}

/** The path of an executable browser (`chromium`, `firefox`, `webkit`), fetched if need be; throws when there is none. */
export async function ensureBrowser(kind) {
  const skip = (process.env.BROWSER_SKIP ?? '').split(',');
  for (const [name, get] of Object.entries({ find, apt, chromeForTesting, npmPackage })) {
    const path = skip.includes(name) ? undefined : await get(kind);
    if (path) return path;
  }
  throw new Error(
    `No ${kind} was found or could be fetched. Install one, or set ${kind.toUpperCase()}_PATH.`,
  );
}
