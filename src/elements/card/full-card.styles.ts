import { css } from 'lit';

/** What the full card alone has on its face: ladder, facts, dimension rows. */
export const full = css`
  .ladder {
    margin-block-start: var(--_s3);
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 10px;
    --row: 17.5px;
  }
  /* a tile a row: Firefox drops thin stripes of a repeating gradient that fall between pixels */
  .ladder .plot {
    background: linear-gradient(var(--_border) 1px, transparent 0) 0 var(--mid) / 100% var(--row);
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
  .rungs .number {
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
  .scale-change {
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
  .low {
    background: var(--_sunken);
  }
  .mid {
    max-inline-size: calc(min(var(--a), 100 - var(--a)) * 2%);
    overflow-x: clip;
    text-overflow: ellipsis;
    translate: -50%;
  }
  .mid:dir(rtl) {
    translate: 50%;
  }
  .scale-change {
    inset-block: auto 2px;
    margin-inline-start: 8px;
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
  .dimension + .dimension,
  .claims > li,
  .sources > li + li {
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
  .then-columns:has(li) {
    padding-block: var(--_s3) var(--_s2);
    border-block-end: 1px solid var(--_border);
  }
  .dimensions {
    margin-block-start: var(--_s2);
  }
  .dimension > summary {
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
  .dimension .level {
    grid-area: lv;
  }
  .why {
    grid-area: why;
    line-height: max(1.35, var(--_tight));
  }
  summary > .chevron {
    grid-area: chev;
    justify-self: end;
  }
  .evidence {
    padding-block: 2px var(--_s3);
    font-size: var(--_sm);
    line-height: max(1.45, var(--_tight));
    max-inline-size: 68ch;
  }
  .evidence time,
  .ties > li > :first-child,
  .finding {
    font-size: var(--_xs);
  }
  .dimensions-note {
    display: none;
    margin-block-start: 8px;
  }
  .dimensions:has([open]) > .dimensions-note {
    display: block;
  }
  .unrated-note {
    margin-block: 4px var(--_s2);
    padding: 8px;
    border: 1px dashed var(--_edge);
    border-radius: var(--_r);
    font-size: var(--_xs);
    line-height: 1.4;
  }
  .byline {
    margin-block-start: var(--_u);
    line-height: 24px;
  }
  .byline b {
    font-weight: 600;
    color: var(--_text);
  }
  .byline a {
    color: inherit;
  }
`;
