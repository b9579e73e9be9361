/**
 * `npm start`: installs and builds what is missing, then serves the demo at `/` and the built files beside
 * it. `PORT` chooses the port; a taken one gives way to the next that is free.
 */
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { build, install, root } from '../tests/support/prepare.mjs';

const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mjs': 'text/javascript',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.webp': 'image/webp',
};
const BINARY = /^image\/(png|webp)$/;

/** The file behind a path: `/dist` and `/data` are the project's own folders, all else is the demo's. */
function fileOf(url) {
  let path;
  try {
    path = normalize(decodeURIComponent(new URL(url, 'http://localhost').pathname));
  } catch {
    return undefined;
  }
  const file = join(root, /^[\\/](dist|data)[\\/]/.test(path) ? '' : 'demo', path);
  const found = [file, join(file, 'index.html'), `${file}.html`].find((name) =>
    statSync(name, { throwIfNoEntry: false })?.isFile(),
  );
  return found && TYPES[extname(found)] ? found : undefined;
}

function answer(request, response) {
  const file = fileOf(request.url);
  const headers = {
    'cache-control': 'no-store',
    'access-control-allow-origin': '*',
    'x-content-type-options': 'nosniff',
  };
  if (!file) {
    response.writeHead(404, { ...headers, 'content-type': 'text/plain' }).end('Not found\n');
    return;
  }
  const type = TYPES[extname(file)];
  response.writeHead(200, {
    ...headers,
    'content-type': BINARY.test(type) ? type : `${type}; charset=utf-8`,
  });
  if (request.method === 'HEAD') response.end();
  else
    createReadStream(file)
      .on('error', () => response.destroy())
      .pipe(response);
}

install();
build();

const server = createServer(answer);
let port = Number(process.env.PORT) || 8000;
server.on('error', (error) => {
  if (error.code !== 'EADDRINUSE') throw error;
  server.listen(++port);
});
server.on('listening', () => console.log(`Entente demo: http://localhost:${server.address().port}/`));
server.listen(port);

for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => {
    server.close();
    server.closeAllConnections();
  });
