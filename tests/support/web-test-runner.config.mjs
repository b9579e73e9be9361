/**
 * The browser tests. run.mjs hands over BROWSERS, FILES and `<BROWSER>_PATH`. Files `*.chromium.test.ts` run
 * in Chromium alone: pictures, and what needs media emulation.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';
import { visualRegressionPlugin } from '@web/test-runner-visual-regression/plugin';
import puppeteer from 'puppeteer-core';
import { CHROMIUM_ARGS } from './browsers.mjs';
import { faultsPlugin } from './faulty-server.mjs';
import { root } from './prepare.mjs';
import { asBuilt } from './wtr/as-built.mjs';
import { commandsPlugin } from './wtr/commands-plugin.mjs';
import { countReporter } from './wtr/count-reporter.mjs';
import { cspPlugin } from './wtr/csp-plugin.mjs';
import { webkitLauncher } from './wtr/webkit-launcher.mjs';

const { BROWSERS = 'chromium', CHROMIUM_PATH, FIREFOX_PATH, COVERAGE, CI } = process.env;

const launchers = {
  chromium: () =>
    chromeLauncher({
      puppeteer,
      concurrency: 2,
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

const everywhere = ['tests/**/*.test.ts', '!tests/**/*.{node,chromium}.test.ts'];
const given = process.env.FILES?.split(',');
const isOwn = (file) => file.endsWith('.chromium.test.ts');
const browsers = BROWSERS.split(',');

const groups = [
  { name: 'everywhere', files: given?.filter((file) => !isOwn(file)) ?? everywhere, browsers },
  {
    name: 'chromium',
    files: given?.filter(isOwn) ?? 'tests/**/*.chromium.test.ts',
    browsers: browsers.filter((name) => name === 'chromium'),
  },
];

// Lit's own remark, once a page.
const noise = /Lit is in dev mode/;

export default {
  rootDir: root,
  groups: groups
    .filter(({ files, browsers }) => files.length && browsers.length)
    .map((group) => ({ ...group, browsers: group.browsers.map((name) => launchers[name]()) })),
  nodeResolve: { exportConditions: ['browser', 'development'] },
  concurrentBrowsers: 1,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 120_000,
  testFramework: { config: { timeout: 10_000 } },
  filterBrowserLogs: ({ args }) => !args.some((arg) => typeof arg === 'string' && noise.test(arg)),
  coverage: COVERAGE === 'true',
  coverageConfig: { include: ['src/**/*.ts'], reportDir: 'coverage/browser', reporters: ['json'] },
  middleware: [asBuilt],
  plugins: [
    commandsPlugin(),
    a11ySnapshotPlugin(),
    cspPlugin(),
    faultsPlugin(),
    esbuildPlugin({ ts: true, json: true, target: 'es2022', tsconfig: join(root, 'tsconfig.json') }),
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
