/** Servers on the loopback address: one for our files, as a CDN has them, and one for each site, at its own root. */
import { readFileSync, statSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import { listen } from '../../support/server.mjs';
import type { Listening } from '../../support/server.mjs';

const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/** The file behind an address, also without `.html` or with a folder's `index.html`. */
export function fileOf(folder: string, path: string): string | undefined {
  const file = join(folder, normalize(path));
  return [file, `${file}.html`, join(file, 'index.html')].find((name) =>
    statSync(name, { throwIfNoEntry: false })?.isFile(),
  );
}

/** What a site's owner puts into the head of the template. */
const withScript = (html: string, script: string): string =>
  html.replace(/<head[^>]*>|<!doctype[^>]*>/i, `$&\n<script type="module" src="${script}"></script>`);

/** @param script what `?script` adds to a page. */
export function serve(folder: string, script = ''): Promise<Listening> {
  return listen((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const file = fileOf(folder, decodeURIComponent(pathname));
    if (!file) {
      response.writeHead(404).end();
      return;
    }
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
    const content = readFileSync(file);
    response.end(searchParams.has('script') ? withScript(`${content}`, script) : content);
  });
}
