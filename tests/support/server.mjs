/** A server of this machine's own, for as long as a test or a benchmark needs it. */
import { once } from 'node:events';
import { createServer } from 'node:http';

/** Starts one on a free port; `close` ends what is still open, too. */
export async function listen(answer, host = '127.0.0.1') {
  const server = createServer(answer).listen(0, host);
  await once(server, 'listening');
  const { port } = server.address();
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { port, url: `http://${host}:${port}`, close };
}

/** A port that nobody listens on now. */
export async function freePort() {
  const { port, close } = await listen(() => undefined);
  close();
  return port;
}
