import { css } from 'lit';

/** Status marks and header: what full card, compact card and badge share. */
export const marks = css`
  .iso {
    display: inline-grid;
    place-items: center;
    min-inline-size: 2.2em;
    block-size: 1.6em;
    padding-inline: 0.35em;
    border: 1.5px solid;
    border-radius: var(--_r);
    font-size: 0.72em;
    font-weight: 700;
    letter-spacing: 0.05em;
    line-height: 1;
    text-decoration: none;
  }
  .pair,
  .pair > span {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em;
    font-size: var(--_sm);
    font-weight: 600;
    line-height: 1.3;
  }
  .bond {
    inline-size: 46px;
    block-size: 14px;
    flex: none;
    color: var(--_lv);
    fill: currentColor;
    stroke: currentColor;
    stroke-width: 2;
  }
  .meter {
    display: inline-flex;
    align-items: center;
    gap: 2px;
    block-size: 14px;
    flex: none;
  }
  .meter i {
    inline-size: 6px;
    block-size: 6px;
    border: 1px solid var(--_edge);
    border-radius: 1px;
  }
  .meter i:nth-child(4) {
    block-size: 10px;
  }
  .meter .on {
    inline-size: 10px;
    block-size: 13px;
    background: var(--_lv);
    border-color: var(--_lv);
    border-radius: 2px;
  }
  .meter[data-level='none'] i {
    border-style: dashed;
    background: var(--_hatch);
  }
  .lg {
    display: flex;
    block-size: 20px;
    gap: 3px;
  }
  .lg i {
    flex: 1;
    block-size: 8px;
  }
  .lg i:nth-child(4) {
    block-size: 14px;
  }
  .lg .on {
    flex: 1.35;
    block-size: 20px;
    border-radius: 3px;
  }
  .lv,
  .trend {
    display: inline-flex;
    align-items: center;
    gap: 5px;
    font-size: var(--_xs);
    line-height: 1.3;
    white-space: nowrap;
  }
  .lv b {
    font-weight: 600;
  }
  .pips {
    display: inline-flex;
    gap: 3px;
  }
  .pips i {
    inline-size: 8px;
    block-size: 8px;
    transform: rotate(45deg) scale(0.86);
    border: 1.5px solid var(--_text);
  }
  .pips .on {
    background: var(--_text);
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_u) var(--_s3);
    justify-content: space-between;
    align-items: center;
    margin-block-end: var(--_s3);
  }
  .asof {
    font-size: var(--_xs);
    color: var(--_muted);
    white-space: nowrap;
  }
  .q {
    font-size: calc(var(--entente-em) * 1.06);
    line-height: var(--_tight);
    font-weight: 600;
    text-wrap: balance;
  }
  .ans {
    font-size: calc(var(--entente-em) * 1.95);
    line-height: max(1.14, calc(var(--_tight) * 0.94));
    font-weight: 750;
    letter-spacing: var(--_track, -0.022em);
    margin-block-start: 2px;
    text-wrap: balance;
  }
  .verdict {
    font-size: var(--_lg);
    line-height: max(1.38, var(--_tight));
    margin-block-start: var(--_u);
    text-wrap: pretty;
  }
  .past {
    border-style: dashed;
    border-color: var(--_edge);
  }
  .src {
    font-size: var(--_xs);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .src > * {
    display: inline-block;
    text-align: center;
    text-decoration: none;
    min-inline-size: 24px;
    min-block-size: 24px;
    line-height: 22px;
    margin-block: -6px;
    padding: 0;
    color: var(--_muted);
    border-radius: var(--_r);
  }
  .src > *::before {
    content: '[';
  }
  .src > *::after {
    content: ']';
  }
  .src > *:hover {
    color: var(--_accent);
    background: var(--_hover);
  }
  /* the trail: the pair's own history as steps on seven rows */
  .plot {
    position: relative;
    --mid: calc(var(--row) / 2);
    block-size: calc(var(--row) * 7);
  }
  .plot > * {
    position: absolute;
  }
  .step {
    inset-inline-start: calc(var(--a) * 1%);
    inline-size: calc((var(--b) - var(--a)) * 1%);
    min-inline-size: 5px;
    block-size: 3px;
    background: var(--_lv);
    inset-block-start: calc((3 - var(--n)) * var(--row) + var(--mid) - 1.5px);
  }
  .step::before {
    content: '';
    position: absolute;
    inset-inline-start: -0.5px;
    inline-size: 1px;
    background: var(--_edge);
    inset-block-start: calc((var(--n) - max(var(--n), var(--p))) * var(--row) + 1.5px);
    block-size: calc((max(var(--n), var(--p)) - min(var(--n), var(--p))) * var(--row));
  }
  .step[data-level='none'] {
    inset-block: 0;
    block-size: auto;
    background: var(--_hatch);
    opacity: 0.4;
  }
  .now {
    block-size: 5px;
    margin-block-start: -1px;
    inset-inline: auto 0;
    min-inline-size: 9px;
  }
  .dot {
    inset-inline-end: -5px;
    inset-block-start: calc((3 - var(--n)) * var(--row) + var(--mid) - 5px);
    inline-size: 10px;
    block-size: 10px;
    border-radius: 50%;
    background: var(--_lv);
    outline: 2px solid var(--_surface);
  }
  /* the break: a slanted cut, and a tinted floor under the wider part */
  .brk {
    inset-inline-start: calc(var(--a) * 1% - 4px);
    inset-block: -3px;
    inline-size: 8px;
    background: var(--_surface);
    border-inline: 1.5px solid var(--_edge);
    transform: skewX(-4deg);
  }
  .zone {
    inset-inline: calc(var(--a) * 1%) 0;
    inset-block: 0;
    background: var(--_sunken);
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 var(--_s2);
    margin-block-start: 6px;
    font-size: var(--_xs);
    line-height: 24px;
    color: var(--_muted);
  }
  .then {
    margin-block-start: var(--_s2);
    padding-block-start: var(--_s2);
    border-block-start: 1px solid var(--_border);
  }
  .then li {
    display: grid;
    grid-template-columns: 6.6em minmax(0, 1fr);
    gap: 0 8px;
    font-size: var(--_xs);
    line-height: 1.4;
    padding-block: 2px;
  }
  .then time {
    color: var(--_muted);
  }
  .compact .top {
    margin-block-end: var(--_s2);
  }
  .compact .q,
  .compact .verdict {
    font-size: var(--_sm);
  }
  .compact .ans {
    font-size: calc(var(--entente-em) * 1.6);
    margin-block-start: 1px;
  }
  .compact .verdict {
    line-height: max(1.45, var(--_tight));
    min-block-size: 2lh;
  }
  .compact.past .verdict {
    min-block-size: 0;
  }
  .ghost :is(.q, .ans, .verdict, .pair, .asof, .name, .lv, .why, .btn, .by, .trend, .ends, .foot, dt, dd) {
    color: transparent;
    background: var(--_hover);
    border-radius: 3px;
  }
  .ghost :is(svg, i, abbr, b, .mu, .rungs, .axis, .spark, .sep, .ban) {
    visibility: hidden;
  }
  @media (prefers-reduced-motion: no-preference) {
    .ghost {
      animation: pulse 1.6s ease-in-out infinite alternate;
    }
  }
  @keyframes pulse {
    to {
      opacity: 0.5;
    }
  }
  .compact .then .sub {
    font-size: var(--_xs);
  }
  .scale {
    margin-block-start: var(--_s3);
  }
  .ends {
    display: flex;
    justify-content: space-between;
    align-items: baseline;
    gap: 8px;
    font-size: var(--_xs);
    color: var(--_muted);
    line-height: 1.3;
    margin-block-start: 5px;
  }
  .ends b {
    color: var(--_text);
    font-size: var(--_sm);
  }
  .spark {
    --row: 5.6px;
    margin-block-start: var(--_s3);
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: 6px;
    align-items: end;
    font-size: var(--_xs);
    color: var(--_muted);
    line-height: 1;
  }
  .spark .plot {
    background: linear-gradient(var(--_border), var(--_border)) 0 50% / 100% 1px no-repeat;
  }
  .facing {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 14px;
    margin-block-start: var(--_s3);
    padding-block-start: var(--_s2);
    border-block-start: 1px solid var(--_border);
    justify-content: space-between;
  }
  .badge {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    padding: 0.02em 0.5em;
    min-block-size: 24px;
    border: 1px solid var(--_edge);
    border-radius: var(--_pill);
    background: var(--_surface);
    color: var(--_text);
    font-size: 0.84em;
    line-height: 1.35;
    text-decoration: none;
    white-space: nowrap;
    max-inline-size: 100%;
  }
  /* names too long for the line give way, never the level */
  .badge span:first-child {
    overflow: clip;
    text-overflow: ellipsis;
    min-inline-size: 0;
  }
  a.badge:hover {
    background: var(--_hover);
  }
  .badge > [aria-hidden] {
    display: contents;
  }
  .badge b {
    font-weight: 650;
  }
  .badge::before {
    content: '';
    inline-size: 0.5em;
    block-size: 1.05em;
    border-radius: 2px;
    background: var(--_lv);
  }
  .badge[data-level='none']::before {
    background: var(--_hatch);
  }
  @container entente (inline-size >= 33em) {
    .compact {
      padding-block-end: var(--_s4);
    }
  }
  /* shapes carry everything, system colours do the rest */
  @media (forced-colors: active) {
    .meter .on,
    .pips .on,
    .step,
    .dot,
    .badge::before {
      background: CanvasText;
      forced-color-adjust: none;
    }
    .bond {
      color: CanvasText;
    }
    .brk {
      background: Canvas;
      border-color: CanvasText;
    }
    .zone {
      background: none;
      border-inline-start: 1px dotted CanvasText;
    }
  }
  @media print {
    .meter i,
    .step,
    .dot,
    .badge::before {
      print-color-adjust: exact;
      -webkit-print-color-adjust: exact;
    }
  }
`;

/** What the full card alone has: ladder, facts, dimension rows, panels. */
export const full = css`
  .ladder {
    margin-block-start: var(--_s4);
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    column-gap: 10px;
    --row: 17.5px;
  }
  .thenrow {
    margin-block-start: var(--_s3);
    border-block-end: 1px solid var(--_border);
    padding-block-end: var(--_s2);
    gap: 0 var(--_s6);
  }
  .thenrow .then {
    margin: 0;
    border: 0;
    padding: 0;
  }
  .thenrow [part='ties'] li {
    grid-template-columns: 8.6em minmax(0, 1fr);
  }
  .ladder .plot {
    background: repeating-linear-gradient(
      transparent 0 calc(var(--row) / 2 - 0.5px),
      var(--_border) calc(var(--row) / 2 - 0.5px) calc(var(--row) / 2 + 0.5px),
      transparent calc(var(--row) / 2 + 0.5px) var(--row)
    );
  }
  .rungs {
    display: grid;
    grid-template-rows: repeat(7, var(--row));
    font-size: var(--_xs);
    line-height: 1.1;
  }
  .rungs li {
    display: flex;
    align-items: center;
    gap: 7px;
    color: var(--_muted);
    padding-inline: 8px;
    white-space: nowrap;
    position: relative;
  }
  .rungs .num {
    min-inline-size: 1.3em;
    text-align: end;
  }
  .rungs [aria-current] {
    background: var(--_lv);
    color: var(--_on);
    font-weight: 700;
    border-start-end-radius: 3px;
    border-end-end-radius: 3px;
    margin-block: -2px;
    z-index: 1;
  }
  .rungs [aria-current]::before {
    content: '';
    position: absolute;
    inset-inline-end: 100%;
    inset-block: 0;
    inline-size: 8px;
    background: var(--_lv);
    clip-path: polygon(100% 0, 100% 100%, 0 50%);
  }
  .rungs [aria-current]:dir(rtl)::before {
    clip-path: polygon(0 0, 0 100%, 100% 50%);
  }
  .note {
    display: none;
    inset-inline-start: calc(var(--a) * 1%);
    inset-block-start: calc((3 - var(--n)) * var(--row) + var(--mid) + 2px);
    font-size: var(--_xs);
    line-height: 1.1;
    color: var(--_muted);
    white-space: nowrap;
    background: var(--_surface);
    padding-inline: 2px;
  }
  .side {
    margin-block-start: -8px;
    margin-inline-start: 3px;
  }
  .mid {
    transform: translateX(-50%);
  }
  .note.zone {
    inset: auto;
    inset-inline-start: calc(var(--a) * 1%);
    inset-block-start: calc((3 - var(--n)) * var(--row) + var(--mid) + 2px);
  }
  .x6 {
    display: none;
    inset-inline-start: calc(var(--a) * 1% + 8px);
    inset-block-end: 2px;
    font-size: var(--_xs);
    line-height: 1.1;
    color: var(--_muted);
    white-space: nowrap;
  }
  .axis {
    container: axis / inline-size;
    position: relative;
    block-size: 18px;
    font-size: var(--_xs);
    color: var(--_muted);
    line-height: 18px;
    font-variant-numeric: tabular-nums;
  }
  .axis span {
    position: absolute;
    inset-inline-start: calc(var(--a) * 1%);
    transform: translateX(-50%);
    white-space: nowrap;
  }
  .axis span:dir(rtl),
  .mid:dir(rtl) {
    transform: translateX(50%);
  }
  .axis span:is(:first-child, :last-child) {
    transform: none;
  }
  .axis span:last-child {
    inset-inline: auto 0;
  }
  .axis [data-rank] {
    display: none;
  }
  @container axis (inline-size < 110px) {
    .axis span:first-child {
      display: none;
    }
  }
  @container axis (inline-size >= 190px) {
    .axis [data-rank='1'] {
      display: block;
    }
  }
  @container axis (inline-size >= 240px) {
    .axis [data-rank='2'] {
      display: block;
    }
  }
  @container axis (inline-size >= 320px) {
    .axis [data-rank='3'] {
      display: block;
    }
  }
  @container axis (inline-size >= 400px) {
    .axis [data-rank='4'] {
      display: block;
    }
  }
  @container axis (inline-size >= 500px) {
    .axis [data-rank] {
      display: block;
    }
  }
  .facts {
    display: grid;
    margin-block-start: var(--_s3);
    border-block: 1px solid var(--_border);
    font-size: var(--_sm);
    line-height: max(1.35, var(--_tight));
  }
  .facts > div {
    display: grid;
    grid-template-columns: 8em minmax(0, 1fr);
    gap: 0 var(--_s2);
    padding-block: 5px;
  }
  .facts > div + div {
    border-block-start: 1px solid var(--_border);
  }
  dt {
    color: var(--_muted);
  }
  .facts dt {
    overflow-wrap: normal;
  }
  .facts b {
    font-weight: 600;
    display: inline-flex;
    gap: 6px;
    align-items: center;
    vertical-align: top;
  }
  .dims {
    margin-block-start: var(--_s3);
  }
  .dim + .dim {
    border-block-start: 1px solid var(--_border);
  }
  .dim > summary {
    display: grid;
    grid-template: 'name chev' 'lv lv' 'why why' / minmax(0, 1fr) 18px;
    gap: 1px var(--_s2);
    align-items: center;
    padding-block: 5px;
    min-block-size: 26px;
  }
  .dim > summary:hover .name {
    text-decoration: underline;
    text-underline-offset: 0.18em;
    text-decoration-thickness: 0.07em;
  }
  .name {
    grid-area: name;
    font-weight: 600;
    font-size: var(--_sm);
    line-height: 1.35;
  }
  .dim .lv {
    grid-area: lv;
  }
  .why {
    grid-area: why;
    font-size: var(--_xs);
    color: var(--_muted);
    line-height: max(1.35, var(--_tight));
  }
  summary > .chev {
    grid-area: chev;
    justify-self: end;
  }
  .evid {
    padding-block: 2px var(--_s3);
    font-size: var(--_sm);
    line-height: max(1.45, var(--_tight));
    max-inline-size: 68ch;
  }
  .evid li {
    display: grid;
    gap: 0 var(--_s3);
    padding-block: 4px;
  }
  .evid time {
    color: var(--_muted);
    font-size: var(--_xs);
    line-height: inherit;
    white-space: nowrap;
  }
  .dnote {
    display: none;
    margin-block-start: 8px;
  }
  .dims:has([open]) > .dnote {
    display: block;
  }
  .nodim {
    margin-block: 4px var(--_s2);
    padding: 9px 8px 6px;
    border: 1px dashed var(--_edge);
    border-radius: var(--_r);
    font-size: var(--_xs);
    line-height: 1.4;
    background: var(--_hatch) 0 0 / 100% 3px no-repeat;
  }
  .cont {
    margin-block: var(--_s2) var(--_u);
    border: 1px solid var(--_edge);
    border-inline-start: 4px double var(--_edge);
    border-radius: var(--_r);
    padding: 9px 12px 10px;
    font-size: var(--_sm);
    line-height: max(1.42, var(--_tight));
  }
  .flag,
  .find {
    display: inline-flex;
    align-items: center;
    gap: 5px;
    font-weight: 700;
    font-size: var(--_xs);
    color: var(--_warn);
    margin-inline-end: 8px;
  }
  .read {
    display: grid;
    gap: 8px var(--_s4);
    margin-block-start: 6px;
  }
  .read dt {
    font-weight: 600;
    font-size: var(--_xs);
  }
  .by {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    margin-block-start: var(--_u);
    font-size: var(--_xs);
    color: var(--_muted);
    line-height: 24px;
  }
  .by b {
    font-weight: 600;
    color: var(--_text);
  }
  .by a {
    color: inherit;
  }
  .claims > li {
    display: grid;
    gap: 1px var(--_s3);
    padding-block: 7px;
    border-block-start: 1px solid var(--_border);
  }
  .find {
    color: inherit;
    font-weight: 600;
    line-height: 1.6;
    align-self: start;
  }
  .claims b {
    font-weight: 600;
  }
  .list > li {
    padding-block: 3px;
    padding-inline-start: 14px;
    position: relative;
  }
  .list > li::before {
    content: '';
    position: absolute;
    inset-inline-start: 0;
    inset-block-start: calc(3px + 0.66lh - 0.16em);
    inline-size: 6px;
    block-size: 1px;
    background: var(--_muted);
  }
  .ties > li {
    display: grid;
    grid-template-columns: 6.4em minmax(0, 1fr);
    gap: 0 var(--_s2);
    padding-block: 4px;
  }
  .ties > li > :first-child {
    font-size: var(--_xs);
    line-height: inherit;
  }
  .ties > .key {
    padding-block-end: 8px;
    margin-block-end: 4px;
    border-block-end: 1px solid var(--_border);
  }
  .snip {
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: center;
    gap: 4px var(--_s2);
    margin-block-start: 8px;
  }
  .snip .btn {
    min-block-size: 26px;
    font-size: var(--_xs);
  }
  code {
    grid-column: 1 / -1;
    direction: ltr;
    text-align: left;
    font:
      12px/1.5 ui-monospace,
      monospace;
    background: var(--_surface);
    border: 1px solid var(--_border);
    border-radius: var(--_r);
    padding: 7px 10px;
    white-space: pre-wrap;
    max-block-size: 14em;
    overflow: auto;
  }
  .dl li {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 12px;
    align-items: center;
    margin-block-end: 8px;
  }
  /* the record's sources: a scroll area of their own */
  .scroll {
    max-block-size: 23em;
    overflow-y: auto;
    overscroll-behavior: contain;
    border-block: 1px solid var(--_border);
    scrollbar-width: thin;
    background: var(--_surface);
    padding-inline: 6px;
  }
  .srcs > li {
    display: grid;
    grid-template-columns: 42px minmax(0, 1fr) auto;
    gap: 0 var(--_s2);
    align-items: baseline;
    padding-block: 4px;
    border-block-start: 1px solid var(--_border);
    font-size: var(--_xs);
    line-height: max(1.45, var(--_tight));
    scroll-margin-block: 8px;
  }
  .srcs a {
    padding-block: 4px;
  }
  /* on paper the list is whole, whatever it is filtered on */
  @media screen {
    .srcs > [hidden] {
      display: none;
    }
  }
  .back {
    display: inline-flex;
    align-items: center;
    justify-content: flex-end;
    gap: 3px;
    min-block-size: 24px;
    padding: 0;
    font-variant-numeric: tabular-nums;
  }
  /* no arrow: nothing to go back to */
  span.back {
    padding-inline-end: calc(1.05em + 3px);
  }
  .tier {
    font-size: max(11px, calc(var(--_xs) * 0.92));
    line-height: 1.5;
    padding-inline: 6px;
    border: 1px solid var(--_edge);
    border-radius: var(--_r);
    color: var(--_muted);
    white-space: nowrap;
  }
  .tier[data-tier='primary'],
  .tier[data-tier='party'] {
    color: var(--_text);
    border-color: var(--_text);
  }
  .tier[data-tier='primary'] {
    font-weight: 600;
  }
  .tier[data-tier='party'] {
    border-inline-start-width: 4px;
  }
  .tier[data-tier='scholarly'] {
    border-block-end-width: 3px;
  }
  .tier[data-tier='dataset'] {
    border: 3px double var(--_edge);
    line-height: 1.2;
  }
  .tier[data-tier='reference'] {
    border-style: dashed;
  }
  .srcs > .hit {
    background: color-mix(in oklab, var(--_accent) 9%, transparent);
    box-shadow: inset 3px 0 0 var(--_accent);
  }
  .src .hit {
    background: color-mix(in oklab, var(--_accent) 16%, var(--_surface));
    color: var(--_text);
  }
  @container entente (inline-size < 33em) {
    .by > span {
      flex-basis: 100%;
    }
    .by > span + .sep,
    .tools .btn:not(:first-child) .ic {
      display: none;
    }
  }
  .tools .btn:first-child {
    margin-inline-end: auto;
  }
  @container entente (inline-size < 20em) {
    .tools .btn:first-child {
      flex-basis: 100%;
    }
  }
  @container entente (inline-size >= 22em) {
    .evid li {
      grid-template-columns: 7.4em minmax(0, 1fr);
    }
    .dim > summary {
      grid-template: 'name lv chev' 'why why chev' / minmax(0, 1fr) auto 18px;
    }
  }
  @container entente (inline-size >= 33em) {
    .note,
    .x6 {
      display: block;
    }
    .full .top {
      margin-block-end: 6px;
    }
    .full .verdict {
      margin-block-start: 2px;
      font-size: calc(var(--entente-em) * 1.1);
    }
    .ladder {
      margin-block-start: var(--_s3);
    }
    .dims,
    .facts {
      margin-block-start: var(--_s2);
    }
    .claims > li {
      grid-template-columns: 8.4em minmax(0, 1fr);
    }
    .facts {
      grid-template-columns: auto auto auto;
      justify-content: space-between;
    }
    .facts > div {
      display: flex;
      padding-block: 6px;
    }
    .facts > div + div {
      border: 0;
    }
    .dim > summary {
      grid-template: 'name lv why chev' / 6em 14.9em minmax(0, 1fr) 18px;
      padding-block: 0;
    }
    .disc,
    .disc + .disc {
      margin-block-start: 3px;
      padding-block-start: 3px;
    }
    .evid {
      padding-inline-start: calc(var(--entente-em) * 6 + var(--_s2));
    }
    .read {
      grid-template-columns: 1fr 1fr;
    }
  }
  @container entente (inline-size >= 50em) {
    .cols {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      gap: 0 calc(var(--_u) * 8);
    }
    .facts,
    .thenrow {
      grid-template-columns: 1fr;
    }
    .facts > div {
      display: grid;
    }
    .facts > div + div {
      border-block-start: 1px solid var(--_border);
    }
    .ladder {
      --row: 22px;
    }
    .note {
      display: none;
    }
    .dim > summary {
      grid-template: 'name lv chev' 'why why chev' / 7.2em minmax(0, 1fr) 18px;
      padding-block: 7px;
    }
    .evid {
      padding-inline-start: 0;
    }
    .dnote {
      display: block;
    }
    .full .q {
      font-size: calc(var(--entente-em) * 1.18);
    }
    .full .ans {
      font-size: calc(var(--entente-em) * 2.3);
    }
  }
  @media (forced-colors: active) {
    .rungs [aria-current],
    .rungs [aria-current]::before {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
  @media print {
    .rungs [aria-current] {
      print-color-adjust: exact;
      -webkit-print-color-adjust: exact;
    }
    .scroll {
      max-block-size: none;
      overflow: visible;
    }
    .dim {
      break-inside: avoid;
    }
  }
`;
