/** Notes which bundled lines Chromium ran, in the form in which Node notes its own, for one report over both. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { NOTES } from '../coverage.mjs';
import { root } from '../prepare.mjs';

/** @param bundled the text of each file by its path, to be written for the report */
export function noteCoverage(launcher, bundled) {
  for (const [path, text] of bundled) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  mkdirSync(NOTES, { recursive: true });

  /** page -> its profiler */
  const profilers = new WeakMap();
  const createPage = launcher.createPageFn;
  launcher.createPageFn = async (options) => {
    const page = await createPage(options);
    const profiler = await page.createCDPSession();
    await profiler.send('Profiler.enable');
    await profiler.send('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
    profilers.set(page, profiler);
    return page;
  };

  const stopSession = launcher.stopSession.bind(launcher);
  launcher.stopSession = async (id) => {
    const { result } = await profilers.get(launcher.getPage(id)).send('Profiler.takePreciseCoverage');
    const ran = result.flatMap((script) => {
      const path = URL.canParse(script.url) ? new URL(script.url).pathname : '';
      return bundled.has(path) ? { ...script, url: pathToFileURL(join(root, path)).href } : [];
    });
    writeFileSync(join(NOTES, `browser-${id}.json`), JSON.stringify({ result: ran }));
    return stopSession(id);
  };
}
