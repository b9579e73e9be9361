import { css } from 'lit';

/** Status marks and header: what full card, compact card and badge share. */
export const marks = css`
  .iso {
    flex: none;
    padding: 0.25em 0.45em;
    border: 1.5px solid;
    border-radius: var(--_r);
    font-size: 0.72em;
    font-weight: 700;
    letter-spacing: 0.05em;
    line-height: 1;
  }
  .pair {
    gap: 0.5em;
    font-size: var(--_sm);
    font-weight: 600;
    line-height: 1.3;
  }
  .bond {
    inline-size: 46px;
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
    min-inline-size: 58px;
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
  .meter i.on {
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
    gap: 3px;
  }
  .lg i {
    flex: 1;
    block-size: 8px;
  }
  .lg i:nth-child(4) {
    block-size: 14px;
  }
  .lg i.on {
    flex: 1.35;
    block-size: 20px;
    border-radius: 3px;
  }
  .lv,
  .trend {
    font-size: var(--_xs);
    line-height: 1.3;
    white-space: nowrap;
  }
  .lv {
    flex-wrap: wrap;
  }
  .lv b,
  .facts b,
  .claims b {
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
    border: 1.5px solid;
  }
  .pips .on {
    background: var(--_text);
  }
  .top,
  .facing,
  .snip,
  .dl li {
    gap: var(--_u) var(--_s3);
  }
  .top,
  .dl li {
    margin-block-end: var(--_s2);
  }
  .asof,
  .foot,
  .by,
  .ends,
  .spark,
  .axis,
  .note,
  .x6,
  .why {
    font-size: var(--_xs);
    color: var(--_muted);
  }
  time {
    color: var(--_muted);
  }
  .q {
    font-size: calc(var(--entente-em) * 1.06);
    line-height: var(--_tight);
    font-weight: 600;
    text-wrap: balance;
  }
  .ans {
    font-size: calc(var(--entente-em) * 1.95);
    line-height: max(1.14, var(--_tight) * 0.94);
    font-weight: 750;
    letter-spacing: var(--_track, -0.022em);
    margin-block-start: 2px;
    text-wrap: balance;
  }
  .verdict {
    font-size: calc(var(--entente-em) * 1.18);
    line-height: max(1.35, var(--_tight));
    margin-block-start: var(--_u);
    text-wrap: pretty;
  }
  .past {
    border-style: dashed;
    border-color: var(--_edge);
  }
  .src {
    font-size: var(--_xs);
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
    inset-inline-start: calc(var(--a) * 1%);
    inset-block-start: calc((3 - var(--n)) * var(--row) + var(--mid));
  }
  .step {
    inline-size: calc((var(--b) - var(--a)) * 1%);
    min-inline-size: 5px;
    block-size: 3px;
    margin-block-start: -1.5px;
    background: var(--_lv);
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
    margin: 0;
    block-size: auto;
    background: var(--_hatch);
    opacity: 0.4;
  }
  .now {
    block-size: 5px;
    margin-block-start: -2.5px;
    inset-inline: auto 0;
  }
  .dot {
    inset-inline: auto -5px;
    margin-block-start: -5px;
    inline-size: 10px;
    block-size: 10px;
    border-radius: 50%;
    background: var(--_lv);
    outline: 2px solid var(--_surface);
  }
  /* the break: a slanted cut, and a tinted floor under the wider part */
  .brk {
    inset-block: -3px;
    inline-size: 8px;
    margin-inline-start: -4px;
    background: var(--_surface);
    border-inline: 1.5px solid var(--_edge);
    transform: skewX(-4deg);
  }
  .zone {
    inset-block: 0;
    inset-inline-end: 0;
    background: var(--_sunken);
  }
  .foot {
    gap: 0 var(--_s2);
    margin-block-start: 6px;
    line-height: 24px;
  }
  /* dated lists: beside each other where there is room */
  .then li,
  .evid li,
  .ties > li,
  .claims > li,
  .facts > div {
    display: grid;
    grid-template-columns: var(--c) minmax(0, 1fr);
    gap: 0 var(--_s3);
    align-items: baseline;
    padding-block: 4px;
  }
  .compact,
  .ties {
    --c: 6.6em;
  }
  .then li {
    font-size: var(--_xs);
    line-height: 1.4;
    padding-block: 2px;
  }
  .compact .then,
  .facing {
    margin-block-start: var(--_s3);
    padding-block-start: var(--_s2);
    border-block-start: 1px solid var(--_border);
  }
  .compact :is(.q, .verdict) {
    font-size: var(--_sm);
  }
  .compact .ans {
    font-size: calc(var(--entente-em) * 1.6);
  }
  .compact .verdict {
    line-height: max(1.45, var(--_tight));
  }
  .compact:not(.past) .verdict {
    min-block-size: 2lh;
  }
  .compact .then .sub {
    font-size: var(--_xs);
  }
  .scale {
    margin-block-start: var(--_s3);
  }
  .ends {
    display: flex;
    align-items: baseline;
    gap: 8px;
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
    gap: 8px;
    align-items: end;
    line-height: 1;
  }
  .spark .plot {
    background: linear-gradient(var(--_border) 0 0) 0 50% / 100% 1px no-repeat;
  }
  .spark .now {
    block-size: 3px;
    margin-block-start: -1.5px;
  }
  .badge {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    padding: 0.02em 0.5em;
    min-block-size: 24px;
    border: 1px solid var(--_edge);
    border-radius: calc(var(--_radius) * 4);
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
  /* the boxes to come, empty */
  .ghost :is(.box, .cols, .cols > *) > * {
    color: transparent;
    background: var(--_hover);
    box-shadow: inset 0 0 0 3px var(--_surface);
  }
  .ghost :is(.box > :not(.cols), .cols > * > *) > * {
    visibility: hidden;
  }
  @media (prefers-reduced-motion: no-preference) {
    .ghost {
      animation: pulse 1.6s infinite alternate;
    }
  }
  @keyframes pulse {
    to {
      opacity: 0.5;
    }
  }
  /* shapes carry everything, system colours do the rest */
  @media (forced-colors: active) {
    .meter i.on,
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
    .badge::before,
    .rungs [aria-current] {
      -webkit-print-color-adjust: exact;
    }
  }
`;

/** What the full card alone has: ladder, facts, dimension rows, panels. */
export const full = css`
  .ladder {
    margin-block-start: var(--_s3);
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 10px;
    --row: 17.5px;
  }
  .ladder .plot {
    background: repeating-linear-gradient(
      transparent 0 calc(var(--mid) - 0.5px),
      var(--_border) 0 calc(var(--mid) + 0.5px),
      transparent 0 var(--row)
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
  }
  .rungs .num {
    min-inline-size: 1.3em;
    text-align: end;
  }
  .rungs [aria-current] {
    position: relative;
    z-index: 1;
    background: var(--_lv);
    color: var(--_on);
    font-weight: 700;
    border-start-end-radius: 3px;
    border-end-end-radius: 3px;
    margin-block: -2px;
  }
  .rungs [aria-current]::before {
    content: '';
    position: absolute;
    z-index: -1;
    inset-block: 0;
    inset-inline-start: -8px;
    inline-size: 16px;
    background: inherit;
    clip-path: polygon(50% 0, 100% 50%, 50% 100%, 0 50%);
  }
  .note,
  .x6 {
    display: none;
    line-height: 1.1;
    white-space: nowrap;
  }
  .note {
    inset-block-start: min((3 - var(--n)) * var(--row) + var(--mid) + 2px, var(--row) * 6 - 7px);
    inset-inline-start: min(var(--a) * 1%, 100% - 4.5em);
    background: var(--_surface);
    padding-inline: 2px;
  }
  .side {
    margin-block-start: -8px;
    margin-inline-start: 3px;
  }
  .mid {
    max-inline-size: calc(min(var(--a), 100 - var(--a)) * 2%);
    overflow-x: clip;
    text-overflow: ellipsis;
  }
  .mid,
  .axis span {
    translate: -50%;
  }
  .mid:dir(rtl),
  .axis span:dir(rtl) {
    translate: 50%;
  }
  .x6 {
    inset-block: auto 2px;
    margin-inline-start: 8px;
  }
  .axis {
    container: axis / inline-size;
    position: relative;
    block-size: 18px;
    line-height: 18px;
  }
  /* a year shows from the width of the axis on that its rank asks for */
  .axis span {
    position: absolute;
    inset-inline-start: calc(var(--a) * 1%);
    max-inline-size: clamp(0px, (100cqi - 110px - var(--r) * 78px) * 99, 8em);
    overflow: clip;
    white-space: nowrap;
  }
  .axis span:is(:first-child, :last-child) {
    translate: 0;
  }
  .axis span:last-child {
    inset-inline: auto 0;
    max-inline-size: none;
  }
  .facts {
    --c: 7em;
    display: grid;
    margin-block-start: var(--_s2);
    border-block: 1px solid var(--_border);
    font-size: var(--_sm);
    line-height: max(1.35, var(--_tight));
  }
  .facts > div + div,
  .dim + .dim,
  .claims > li,
  .srcs > li + li {
    border-block-start: 1px solid var(--_border);
  }
  .facts > div {
    align-items: start;
    column-gap: var(--_s2);
  }
  .facts b,
  .flag {
    vertical-align: top;
  }
  dt {
    color: var(--_muted);
  }
  .facts dt,
  .facts b,
  .ends {
    overflow-wrap: normal;
  }
  .thenrow:has(li) {
    padding-block: var(--_s3) var(--_s2);
    border-block-end: 1px solid var(--_border);
  }
  .dims {
    margin-block-start: var(--_s2);
  }
  .dim > summary {
    display: grid;
    grid-template: 'name chev' 'lv lv' 'why why' / minmax(0, 1fr) 18px;
    gap: 1px var(--_s2);
    align-items: center;
    padding-block: 5px;
    min-block-size: 26px;
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
  .evid time,
  .ties > li > :first-child,
  .read dt,
  .flag,
  .find {
    font-size: var(--_xs);
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
    padding: 8px;
    border: 1px dashed var(--_edge);
    border-radius: var(--_r);
    font-size: var(--_xs);
    line-height: 1.4;
  }
  .cont {
    margin-block: var(--_s2) var(--_u);
    border: 1px solid var(--_edge);
    border-inline-start: 4px double var(--_edge);
    border-radius: var(--_r);
    padding: 8px 12px;
  }
  .flag {
    font-weight: 700;
    margin-inline-end: 8px;
  }
  .find,
  .read dt {
    font-weight: 600;
  }
  .read {
    margin-block-start: 6px;
  }
  .by {
    margin-block-start: var(--_u);
    line-height: 24px;
  }
  .by b {
    font-weight: 600;
    color: var(--_text);
  }
  .by a {
    color: inherit;
  }
  /* one thought a paragraph */
  :where(p, .read, .snip) + :is(p, ol) {
    margin-block-start: 6px;
  }
  .list {
    list-style: '–  ';
    padding-inline-start: 14px;
  }
  .list > li {
    padding-block: 3px;
  }
  .key {
    border-block-end: 1px solid var(--_border);
  }
  .snip {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    margin-block-start: 8px;
  }
  code {
    grid-column: 1 / -1;
    direction: ltr;
    font: 12px/1.5 monospace;
    background: var(--_surface);
    border: 1px solid var(--_border);
    border-radius: var(--_r);
    padding: 8px 10px;
    white-space: pre-wrap;
    max-block-size: 18em;
    overflow: auto;
  }
  /* the record's sources: a scroll area of their own */
  .scroll {
    max-block-size: 23em;
    overflow-y: auto;
    border-block: 1px solid var(--_border);
    background: var(--_surface);
    padding-inline: 6px;
  }
  .srcs > li {
    display: grid;
    grid-template-columns: 42px minmax(0, 1fr) auto;
    gap: 0 var(--_s2);
    align-items: baseline;
    padding-block: 4px;
    font-size: var(--_xs);
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
  }
  /* no arrow: nothing to go back to */
  span.back {
    padding-inline-end: calc(1.05em + 3px);
  }
  .tier {
    line-height: 1.5;
    padding-inline: 6px;
    border: 1px solid var(--_edge);
    border-radius: var(--_r);
    color: var(--_muted);
    white-space: nowrap;
  }
  .tier[data-tier^='p'] {
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
    background: var(--_hover);
    box-shadow: inset 3px 0 0 var(--_accent);
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
    .evid {
      --c: 7.4em;
    }
    .dim > summary {
      grid-template: 'name lv chev' 'why why chev' / minmax(0, 1fr) auto 18px;
    }
  }
  @container entente (inline-size >= 33em) {
    .full .top {
      margin-block-end: 6px;
    }
    .full .verdict {
      margin-block-start: 2px;
      font-size: calc(var(--entente-em) * 1.1);
    }
    .full {
      padding-block-end: var(--_s3);
    }
    .claims {
      --c: 8.4em;
    }
    .thenrow {
      --c: 6.6em;
    }
    .thenrow [part='ties'] {
      --c: 8.6em;
    }
    .dim > summary {
      grid-template: 'name lv why chev' / 6em 14.9em minmax(0, 1fr) 18px;
      padding-block: 0;
    }
    .evid {
      padding-inline-start: calc(var(--entente-em) * 6 + var(--_s2));
    }
  }
  @container entente (inline-size >= 40em) {
    .note,
    .x6 {
      display: block;
    }
  }
  /* facts on one line, where there is no room for since when: the outlook says it */
  @container entente (33em <= inline-size < 50em) {
    .facts {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: 0 var(--_s3);
    }
    .facts > div {
      display: flex;
    }
    .facts > div + div {
      border: 0;
    }
    .facts .mu {
      display: none;
    }
  }
  @container entente (inline-size >= 50em) {
    .cols {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      gap: 0 var(--_s6);
    }
    .thenrow {
      grid-template-columns: 1fr;
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
    [aria-pressed='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
  @media print {
    .scroll {
      max-block-size: none;
      overflow: visible;
    }
    .dim {
      break-inside: avoid;
    }
  }
`;
