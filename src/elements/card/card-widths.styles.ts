import { css } from 'lit';

/** The full card by the width of its place, in forced colours and on paper. */
export const widths = css`
  @container entente (inline-size < 33em) {
    .byline > span {
      flex-basis: 100%;
    }
    .byline > span + .separator {
      display: none;
    }
  }
  @container entente (inline-size >= 22em) {
    .evidence {
      --c: 7.4em;
    }
    .dimension > summary {
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
    .then-columns {
      --c: 6.6em;
    }
    .then-columns [part='ties'] {
      --c: 8.6em;
    }
    .dimension > summary {
      grid-template: 'name lv why chev' / 6em 14.9em minmax(0, 1fr) 18px;
      padding-block: 0;
    }
    .evidence {
      padding-inline-start: calc(var(--entente-em) * 6 + var(--_s2));
    }
  }
  @container entente (inline-size >= 40em) {
    .note,
    .scale-change {
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
    .facts .muted {
      display: none;
    }
  }
  @container entente (inline-size >= 50em) {
    .columns {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      gap: 0 var(--_s6);
    }
    .then-columns {
      grid-template-columns: 1fr;
    }
    .ladder {
      --row: 22px;
    }
    .note {
      display: none;
    }
    .dimension > summary {
      grid-template: 'name lv chev' 'why why chev' / 7.2em minmax(0, 1fr) 18px;
      padding-block: 7px;
    }
    .evidence {
      padding-inline-start: 0;
    }
    .dimensions-note {
      display: block;
    }
    .full .question {
      font-size: calc(var(--entente-em) * 1.18);
    }
    .full .answer {
      font-size: calc(var(--entente-em) * 2.3);
    }
  }
  @media (forced-colors: active) {
    .rungs [aria-current] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
  @media print {
    .dimension {
      break-inside: avoid;
    }
  }
`;
