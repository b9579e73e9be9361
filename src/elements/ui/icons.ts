import { svg, html, type TemplateResult } from 'lit';

/** Line icons on a 16 × 16 grid. Those that point along the line are mirrored right to left. */
const PATHS = {
  chevron: 'm4 6 4 4 4-4',
  clock: 'M8 2.2a5.8 5.8 0 1 0 .1 0M8 4.6V8l2.3 1.6',
  offline:
    'm2 2 12 12M4.9 8.6a5 5 0 0 1 2-1.2M2.4 6a8.6 8.6 0 0 1 2.5-1.6M11.1 8.6l-.6-.5M13.6 6a8.6 8.6 0 0 0-6-2.4M8 11.9v.1',
  retry: 'M13 8a5 5 0 1 1-1.6-3.7M13 2.2v3h-3',
  improving: 'M4 12 12 4M6 4h6v6',
  steady: 'M2.5 8h11M9.5 4l4 4-4 4',
  worsening: 'm4 4 8 8M6 12h6V6',
  unclear: 'M2.5 8h11M6 4.5 2.5 8 6 11.5M10 4.5 13.5 8 10 11.5',
  contested: 'M3 8h4l5-4M7 8l5 4M9.5 3.6 12 4l-.3 2.6M9.5 12.4 12 12l-.3-2.6',
  together: 'M1 8h5M3.5 5.5 6 8l-2.5 2.5M15 8h-5M12.5 5.5 10 8l2.5 2.5',
  apart: 'M6.5 8h-5M4 5.5 1.5 8 4 10.5M9.5 8h5M12 5.5 14.5 8 12 10.5',
  supported: 'M8 1.8a6.2 6.2 0 1 0 .1 0M5 8.3l2.2 2.2L11.2 6',
  partly: 'M8 1.8a6.2 6.2 0 1 0 .1 0M8 1.8v12.4M6 2.5v11M4 3.5v9',
  disputed: 'M1.5 8h5M4 5.2 6.8 8 4 10.8M14.5 8h-5M12 5.2 9.2 8l2.8 2.8M8 2v12',
  outdated: 'M8 1.8a6.2 6.2 0 1 0 .1 0M8 4.4V8l2.6 1.6',
  unsupported:
    'M2 6q.6-2 2.4-3.3M7 1.8q2 0 3.8 1M13.3 5q1 2 .7 4M12.4 12.4q-2 1.8-4.4 1.8M4.6 13.2Q2.5 12 2 9.5M5 11 11 5',
  sources: 'M5.5 4H14M5.5 8H14M5.5 12H14M2.2 4h.1M2.2 8h.1M2.2 12h.1',
  cite: 'M3 10.5V7a3 3 0 0 1 3-3M3 7.5h3.2v4H3zM9.3 10.5V7a3 3 0 0 1 3-3M9.3 7.5h3.2v4H9.3z',
  embed: 'm5.5 4.5-3.5 3.5 3.5 3.5M10.5 4.5 14 8l-3.5 3.5',
  data: 'M8 2.5v7M5 7l3 3 3-3M2.5 13h11',
  copy: 'M5.5 5.5V3h7.5v7.5h-2.5M3 5.5h7.5V13H3z',
  search: 'M7 2.5a4.5 4.5 0 1 0 .1 0M10.3 10.3l3.7 3.7',
  up: 'M8 13V3M4 7l4-4 4 4',
  reply: 'M6 3.5 2.5 7 6 10.5M2.5 7H9a4.5 4.5 0 0 1 4.5 4.5v1',
  flag: 'M4 14V2.5M4 3h8l-1.8 3L12 9H4',
  warning: 'M8 2.2 14.2 13H1.8zM8 6.5v3M8 11.2v.1',
  check: 'm3 8.5 3.2 3.2L13 5',
  lock: 'M3.5 7.5h9v6h-9zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5',
} as const;

export type IconName = keyof typeof PATHS;
const MIRRORED = new Set<IconName>(['improving', 'steady', 'worsening', 'contested', 'cite', 'reply']);

/** An icon that says nothing that the text beside it does not say. */
export const icon = (name: IconName, extra = ''): TemplateResult =>
  html`<svg
    class=${`icon ${MIRRORED.has(name) ? 'flip' : ''} ${extra}`}
    viewBox="0 0 16 16"
    aria-hidden="true"
  >
    <path d=${PATHS[name]}></path>
  </svg>`;

/** What ties the two discs, by level: crossed, broken, dotted, one line, two lines, a bar. */
const BONDS: Readonly<Record<string, string>> = {
  conflict: 'M9 7h5l3-4 4 8 4-8 4 8 3-4h5',
  hostile: 'M9 7h8M29 7h8M19.5 3.5l7 7m0-7-7 7',
  strained: 'M9 7h9M28 7h9',
  neutral: 'M13 7h2M18 7h2M23 7h2M28 7h2M33 7h2',
  cooperative: 'M8 7h30',
  partner: 'M8 4.8h30M8 9.2h30',
  allied: 'M8 5h30M8 7h30M8 9h30',
};

/** The sign between the parties' names. */
export const bond = (level: string): TemplateResult =>
  html`<svg class="bond" part="bond" data-level=${level} viewBox="0 0 46 14" aria-hidden="true">
    ${svg`<path stroke="none" d="M1 7a5 5 0 0 1 10 0a5 5 0 0 1-10 0M35 7a5 5 0 0 1 10 0a5 5 0 0 1-10 0"></path>
    <path fill="none" d=${BONDS[level] ?? ''}></path>`}
  </svg>`;
