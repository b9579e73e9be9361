/**
 * Draws the rooms of `src` and which of them import which, from the imports as they are: docs/architecture.svg.
 * An arrow that another way round says already is left out, or nothing could be made out: `formats` imports `lib`,
 * and so does `record`, which it imports.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { Graph, layout } from '@dagrejs/dagre';
import ts from 'typescript';
import { ROOMS } from '../../eslint.config.mjs';

/** What is in a room, in a few words. Beside the rooms that lint knows there are entries, and the data. */
const HOLDS = {
  index: 'classes, for bundlers',
  define: 'makes the tags known',
  validate: 'for build steps',
  cli: 'the command line',
  elements: 'what elements share',
  'elements/card': '<entente-card>',
  'elements/timeline': '<entente-timeline>',
  'elements/ui': 'panels, marks, text',
  comments: 'what boxes share',
  'comments/ui': '<entente-comments>',
  'comments/outbox': 'drafts, sending',
  'comments/providers': 'a file an engine',
  'comments/text': 'sanitiser, anchors',
  'comments/thread': 'answers in a tree',
  embed: 'forms to paste, frames',
  formats: 'HTML, SVG, CSV, iCal',
  summary: 'what a card says',
  chronology: 'axis, spans, stops',
  loading: 'a feed over HTTP',
  'page-bus': 'elements of one page',
  record: 'schema, parser, model',
  data: 'the bundled record',
  i18n: 'words by language',
  dates: 'EDTF, calendars',
  styles: 'tokens, shared CSS',
  lib: 'addresses, errors, JSON',
};
const WIDTH = 174;
const HEIGHT = 50;
const MARGIN = 16;

const rooms = Object.keys(ROOMS).sort((a, b) => b.length - a.length);

/** The room that a path below `src` lies in: the longest name that fits, else its first folder or its own name. */
const roomOf = (path) =>
  path.startsWith('../data/')
    ? 'data'
    : (rooms.find((room) => path.startsWith(`${room}/`)) ?? path.replace(/[/.].*$/, ''));

/** Room -> the rooms that its files import. */
function readImports() {
  const imports = new Map();
  const files = readdirSync('src', { recursive: true })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .sort();
  for (const file of files) {
    const room = roomOf(file);
    const found = imports.get(room) ?? new Set();
    imports.set(room, found);
    for (const { fileName } of ts.preProcessFile(readFileSync(`src/${file}`, 'utf8')).importedFiles) {
      const other = fileName.startsWith('.') && roomOf(posix.join(posix.dirname(file), fileName));
      if (other && other !== room) found.add(other);
    }
  }
  for (const found of [...imports.values()])
    for (const room of found) if (!imports.has(room)) imports.set(room, new Set());
  return imports;
}

/** Every room that can be reached from one, at any distance. */
function reached(imports, room, found = new Set()) {
  for (const next of imports.get(room) ?? []) if (!found.has(next)) reached(imports, next, found.add(next));
  return found;
}

/** The arrows that no other way round implies. */
function arrows(imports) {
  return [...imports].flatMap(([room, found]) =>
    [...found]
      .filter((other) => ![...found].some((via) => via !== other && reached(imports, via).has(other)))
      .map((other) => [room, other]),
  );
}

function place(imports) {
  const graph = new Graph();
  graph.setGraph({ rankdir: 'TB', ranksep: 40, nodesep: 14, marginx: MARGIN, marginy: MARGIN });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const room of [...imports.keys()].sort()) graph.setNode(room, { width: WIDTH, height: HEIGHT });
  for (const [room, other] of arrows(imports).sort()) graph.setEdge(room, other);
  layout(graph);
  return graph;
}

const escape = (text) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const round = (n) => Math.round(n);

function box(room, { x, y }) {
  if (!HOLDS[room]) throw new Error(`src/tools/architecture-picture.mjs does not say what is in ${room}.`);
  const kind = ROOMS[room] ? 'room' : 'entry';
  return `<g class="${kind}"><rect x="${round(x - WIDTH / 2)}" y="${round(y - HEIGHT / 2)}" width="${WIDTH}" height="${HEIGHT}" rx="6"/>
<text class="name" x="${round(x)}" y="${round(y) - 3}">${room}</text><text class="holds" x="${round(x)}" y="${round(y) + 15}">${escape(HOLDS[room])}</text></g>`;
}

/** From the foot of one box to the head of another: bent only between two rows, so that it meets no box on its way. */
function arrow(graph, { v, w }) {
  const [from, to] = [graph.node(v), graph.node(w)];
  const rows = new Set(graph.nodes().map((room) => graph.node(room).y));
  const passed = graph.edge(v, w).points.filter(({ y }) => rows.has(y) && y > from.y && y < to.y);
  const stops = [
    { x: from.x, y: from.y + HEIGHT / 2 },
    ...passed.flatMap(({ x, y }) => [
      { x, y: y - HEIGHT / 2 },
      { x, y: y + HEIGHT / 2 },
    ]),
    { x: to.x, y: to.y - HEIGHT / 2 },
  ].map(({ x, y }) => ({ x: round(x), y: round(y) }));
  const lines = stops.slice(1).map(({ x, y }, i) => {
    const before = stops[i];
    const middle = round((before.y + y) / 2);
    return x === before.x ? `V${y}` : `C${before.x} ${middle} ${x} ${middle} ${x} ${y}`;
  });
  return `<path marker-end="url(#tip)" d="M${stops[0].x} ${stops[0].y}${lines.join('')}"/>`;
}

/** The picture as SVG, legible on light and dark pages. */
export function architecturePicture() {
  const imports = readImports();
  const graph = place(imports);
  const { width, height } = graph.graph();
  const size = `${round(width)} ${round(height)}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size}" role="img" aria-labelledby="title">
<title id="title">The rooms of src. An arrow leads from a room to one that it imports from.</title>
<style>
:root { --paper: #fff; --ink: #171a1f; --quiet: #59616c; --edge: #aab2bd; --room: #f4f2fb; --entry: #e8f3ec }
@media (prefers-color-scheme: dark) {
:root { --paper: #15181d; --ink: #eceff3; --quiet: #a9b2bf; --edge: #5c6673; --room: #231f35; --entry: #1b2c23 }
}
.paper { fill: var(--paper) }
.room rect { fill: var(--room) }
.entry rect { fill: var(--entry) }
rect { stroke: var(--edge) }
.paper { stroke: none }
path { fill: none; stroke: var(--edge); stroke-width: 1.4 }
#tip path { fill: var(--edge); stroke: none }
text { font-family: system-ui, Arial, sans-serif; text-anchor: middle }
.name { fill: var(--ink); font-size: 14.5px; font-weight: 600 }
.holds { fill: var(--quiet); font-size: 12.5px }
</style>
<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z"/></marker></defs>
<rect class="paper" width="100%" height="100%" rx="8"/>
${graph
  .edges()
  .map((edge) => arrow(graph, edge))
  .join('\n')}
${graph
  .nodes()
  .map((room) => box(room, graph.node(room)))
  .join('\n')}
</svg>
`;
}
