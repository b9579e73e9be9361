/**
 * The browser tests, bundled from source. run.mjs hands over BROWSERS, FILES and `<BROWSER>_PATH`.
 */
import { availableParallelism, totalmem } from 'node:os';
import { join } from 'node:path';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';
import { visualRegressionPlugin } from '@web/test-runner-visual-regression/plugin';
import puppeteer from 'puppeteer-core';
import { CHROMIUM_ARGS } from './browsers.mjs';
import { faultsPlugin } from './faulty-server.mjs';
import { root } from './prepare.mjs';
import { isForChromium, isForNode, testFiles } from './test-files.mjs';
import { asBuilt } from './wtr/as-built.mjs';
import { bundle, serveBundle } from './wtr/bundle.mjs';
import { commandsPlugin } from './wtr/commands-plugin.mjs';
import { countReporter } from './wtr/count-reporter.mjs';
import { noteCoverage } from './wtr/coverage.mjs';
import { cspPlugin } from './wtr/csp-plugin.mjs';
import { olderVersion } from './wtr/older-version.mjs';
import { webkitLauncher } from './wtr/webkit-launcher.mjs';

const { BROWSERS = 'chromium', FILES, CHROMIUM_PATH, FIREFOX_PATH, COVERAGE, CI } = process.env;

const files = FILES?.split(',') ?? testFiles().filter((file) => !isForNode(file));
const bundled = await bundle(files);

const launchers = {
  chromium: () =>
    chromeLauncher({
      puppeteer,
      concurrency: Math.max(2, availableParallelism()),
      // A context of its own for each page: a tab in the background gets no animation frames.
      createPage: async ({ browser }) => (await browser.createBrowserContext()).newPage(),
      // No `browser` key: it would turn coverage off.
      launchOptions: {
        executablePath: CHROMIUM_PATH ?? '/usr/bin/chromium',
        headless: true,
        args: CHROMIUM_ARGS,
      },
    }),
  firefox: () =>
    chromeLauncher({
      puppeteer,
      concurrency: 1,
      launchOptions: {
        browser: 'firefox',
        executablePath: FIREFOX_PATH ?? '/usr/bin/firefox-esr',
        headless: true,
      },
    }),
  webkit: () => webkitLauncher(),
};

const browsers = Object.fromEntries(BROWSERS.split(',').map((name) => [name, launchers[name]()]));
if (COVERAGE === 'true') noteCoverage(browsers.chromium, bundled);

const groups = [
  {
    name: 'everywhere',
    files: files.filter((file) => !isForChromium(file)),
    browsers: Object.values(browsers),
  },
  {
    name: 'chromium',
    files: browsers.chromium ? files.filter(isForChromium) : [],
    browsers: [browsers.chromium],
  },
];

// Lit's own remark, once a page.
const noise = /Lit is in dev mode/;

export default {
  rootDir: root,
  groups: groups.filter(({ files }) => files.length),
  nodeResolve: { exportConditions: ['browser', 'development'] },
  // Side by side, where they find room: each takes up to a gigabyte.
  concurrentBrowsers: totalmem() > 6e9 ? 3 : 1,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 120_000,
  testFramework: { config: { timeout: 10_000 } },
  filterBrowserLogs: ({ args }) => !args.some((arg) => typeof arg === 'string' && noise.test(arg)),
  middleware: [asBuilt, olderVersion, serveBundle(bundled)],
  plugins: [
    commandsPlugin(),
    a11ySnapshotPlugin(),
    cspPlugin(),
    faultsPlugin(),
    visualRegressionPlugin({
      baseDir: 'tests/visual',
      // Per cent: a few pixels at the edge of a letter are not a difference.
      failureThreshold: 0.05,
      getBaselineName: ({ name }) => join('baseline', name),
      getDiffName: ({ name }) => join('../../.cache/visual', `${name}-diff`),
      getFailedName: ({ name }) => join('../../.cache/visual', name),
      update: process.env.UPDATE_VISUALS === 'true',
    }),
  ],
  reporters: [defaultReporter({ reportTestResults: true, reportTestProgress: !CI }), countReporter()],
};
