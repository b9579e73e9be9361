/** Servers on the loopback address: one for our files, as a CDN has them, and one for each site, at its own root. */
import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

export interface Served {
  url: string;
  close(): void;
}

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
export async function serve(folder: string, script = ''): Promise<Served> {
  const server: Server = createServer((request, response) => {
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
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
