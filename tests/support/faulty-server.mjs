/**
 * A server that fails in every way a feed's server can: `/faults/<name>?key=…` on the test server, and the
 * same without CORS headers on a port of its own (`/faults/ports`). Requests and aborts are counted by key.
 *
 *   ok  slow?ms=  cached  version  404  429  500  500-then-ok  404-then-ok  html  truncated  cut  empty  no-content  12mb
 *   flood  drip  redirect-ok  redirect-http  count  when-aborted  ports
 */
import { networkInterfaces } from 'node:os';
import { listen } from './server.mjs';

/** The smallest feed; `?title=` names it, so that a test can tell two editions apart. */
const feed = (title, version = 1) =>
  JSON.stringify({
    version,
    id: 'a-b',
    lang: 'en',
    question: title,
    parties: [
      { id: 'a', name: 'A' },
      { id: 'b', name: 'B' },
    ],
    asOf: '2026-07-02',
    periods: [{ id: 'p', interval: '1947/..', level: 'neutral', title: 'P' }],
    sources: [],
  });

const MEGABYTE = ' '.repeat(1_000_000);
const LARGE = feed('Large') + MEGABYTE.repeat(12);

/** key -> how often it was asked for and abandoned, and who waits to hear of the latter. */
const keys = new Map();

function countOf(key) {
  if (!keys.has(key)) keys.set(key, { requests: 0, aborted: 0, waiting: [] });
  return keys.get(key);
}

function count(key, response) {
  const counted = countOf(key);
  counted.requests++;
  response.on('close', () => {
    if (response.writableFinished) return;
    counted.aborted++;
    for (const resolve of counted.waiting.splice(0)) resolve();
  });
  return counted.requests;
}

const json = (response, body, headers = {}, status = 200) =>
  response
    .writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers })
    .end(body);

/** name -> answer(response, {query, nth}), where nth counts the requests for this key from 1. */
const faults = {
  ok: (response, { title, nth }) => json(response, feed(title ?? `Edition ${nth}`)),
  slow: (response, { title, ms }) => {
    const timer = setTimeout(() => json(response, feed(title ?? 'Slow')), Number(ms ?? 50));
    response.on('close', () => clearTimeout(timer));
  },
  cached: (response, { nth }) => json(response, feed(`Edition ${nth}`), { 'cache-control': 'max-age=600' }),
  version: (response) => json(response, feed('Future', 2)),
  404: (response) => json(response, '{}', {}, 404),
  429: (response) => json(response, '{}', {}, 429),
  500: (response) => json(response, '{}', {}, 500),
  '500-then-ok': (response, { nth }) => json(response, feed('Recovered'), {}, nth === 1 ? 500 : 200),
  '404-then-ok': (response, { nth }) => json(response, feed('Recovered'), {}, nth === 1 ? 404 : 200),
  html: (response) => json(response, '<!doctype html><title>Log in</title>', { 'content-type': 'text/html' }),
  truncated: (response) => json(response, feed('Half').slice(0, 100)),
  // The connection breaks before the promised length.
  cut: (response) => {
    response.writeHead(200, { 'content-length': 1000, 'cache-control': 'no-store' });
    response.write(feed('Cut').slice(0, 100), () => response.destroy());
  },
  empty: (response) => json(response, ''),
  'no-content': (response) => response.writeHead(204).end(),
  '12mb': (response) => json(response, LARGE, { 'content-length': LARGE.length }),
  // Without a length, so that only counting helps, and without an end.
  flood: (response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    for (let i = 0; i < 12; i++) response.write(MEGABYTE);
  },
  drip: (response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    const timer = setInterval(() => response.write(' '), 50);
    response.on('close', () => clearInterval(timer));
  },
  'redirect-ok': (response, { key }) =>
    response.writeHead(302, { location: `/faults/ok?key=${key}-end` }).end(),
  'redirect-http': (response, { port, far }) =>
    response.writeHead(302, { location: `http://${far}:${port}/faults/ok` }).end(),
};

/** A name of this machine that is neither the page's origin nor a local host for a browser. */
async function listenFar(answer) {
  const outer = Object.values(networkInterfaces())
    .flat()
    .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;
  for (const host of ['127.0.0.2', outer]) {
    const server = await listen(answer, host).catch(() => undefined);
    if (server) return { far: host, ...server };
  }
  throw new Error('No second address to redirect to.');
}

export function faultsPlugin() {
  let ports;
  const others = [];

  async function answer(request, response) {
    const { pathname, searchParams } = new URL(request.url, 'http://localhost');
    const name = pathname.slice('/faults/'.length);
    const query = Object.fromEntries(searchParams);
    const { key = name } = query;
    if (name === 'count') {
      const { requests, aborted } = countOf(key);
      return json(response, JSON.stringify({ requests, aborted }));
    }
    if (name === 'when-aborted') {
      const counted = countOf(key);
      if (!counted.aborted) await new Promise((resolve) => counted.waiting.push(resolve));
      return json(response, 'true');
    }
    if (name === 'ports') return json(response, JSON.stringify(ports));
    if (!Object.hasOwn(faults, name)) return response.writeHead(404).end();
    return faults[name](response, { ...query, ...ports, key, nth: count(key, response) });
  }

  return {
    name: 'faults',
    async serverStart({ server }) {
      // In front of the test server's own middleware, which would buffer, tag and cache.
      const own = server.listeners('request');
      server.removeAllListeners('request');
      server.on('request', (request, response) => {
        if (request.url.startsWith('/faults/')) void answer(request, response);
        else for (const listener of own) listener.call(server, request, response);
      });

      const closed = await listen((request, response) => void answer(request, response), 'localhost');
      const open = await listenFar((request, response) => {
        response.setHeader('access-control-allow-origin', '*');
        void answer(request, response);
      });
      ports = { closed: closed.port, far: open.far, port: open.port };
      others.push(closed, open);
    },
    serverStop() {
      for (const server of others) server.close();
    },
  };
}
