/**
 * A page with one card, against another build of the script: `BASELINE=path/to/entente.js npm run bench -- against`.
 * Both read the same feed over the network, and take turns.
 */
import { readFileSync } from 'node:fs';
import { START, cost } from './cpu.mjs';
import { card, median, page } from './lab.mjs';

const ROUNDS = 21;

/** Rows for the table. */
export async function measureAgainst(lab) {
  const { BASELINE } = process.env;
  if (!BASELINE) {
    console.log('  Not measured: BASELINE names no script to measure against.');
    return [];
  }
  const { pages } = lab;
  pages['/one'] = page(card('src="/dist/feeds/iran-pakistan.json"'), `<script>${START}</script>`);
  pages['/empty.js'] = '';
  pages['/baseline.js'] = readFileSync(BASELINE, 'utf8');
  const kinds = [
    ['empty', '/empty.js', 0],
    ['before', '/baseline.js', 1],
    ['now', '/dist/entente-card.js', 1],
  ];
  const rounds = [];
  for (let i = 0; i <= ROUNDS; i++) {
    const round = {};
    for (const [name, script, ready] of i % 2 ? kinds.toReversed() : kinds)
      round[name] = await cost(lab, '/one', script, ready);
    // The first one fills the browser's own caches.
    if (i) rounds.push(round);
  }
  const net = (name) => (round) => round[name] - round.empty;
  const mid = (of) => median(rounds.map(of));
  return [
    { name: 'one card by src, before', value: mid(net('before')), unit: 'ms' },
    { name: 'one card by src, entente-card.js', value: mid(net('now')), unit: 'ms' },
    {
      name: '  ratio',
      value: mid((round) => net('now')(round) / net('before')(round)),
      target: 0.8,
      unit: '×',
    },
  ];
}
