import { css } from 'lit';

/** Dated lists, the compact card, the badge, and the boxes to come. */
export const compact = css`
  /* dated lists: beside each other where there is room */
  .then li,
  .evidence li,
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
  .compact :is(.question, .verdict) {
    font-size: var(--_sm);
  }
  .compact .answer {
    font-size: calc(var(--entente-em) * 1.6);
  }
  .compact .verdict {
    line-height: max(1.45, var(--_tight));
  }
  .compact:not(.past) .verdict {
    min-block-size: 2lh;
  }
  .compact .then .subheading {
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
  .sparkline {
    --row: 5.6px;
    margin-block-start: var(--_s3);
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: 8px;
    align-items: end;
    line-height: 1;
  }
  .sparkline .plot {
    background: linear-gradient(var(--_border) 0 0) 0 50% / 100% 1px no-repeat;
  }
  .sparkline .now {
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
  .skeleton :is(.box, .columns, .columns > *) > * {
    color: transparent;
    background: var(--_hover);
    box-shadow: inset 0 0 0 3px var(--_surface);
  }
  .skeleton :is(.box > :not(.columns), .columns > * > *) > * {
    visibility: hidden;
  }
  @media (prefers-reduced-motion: no-preference) {
    .skeleton {
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
    .axis-break {
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
