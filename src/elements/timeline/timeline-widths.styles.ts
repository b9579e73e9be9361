import { css } from 'lit';

/** Strip and readout by the width of their place, in system colours and on paper. */
export const widths = css`
  .wide {
    display: none;
  }
  @container entente (inline-size >= 33em) {
    .scrub {
      --u: 18px;
    }
    .three.slim,
    .small .one.slim,
    .note .slim {
      display: none;
    }
    .three.wide,
    .small .one.wide {
      display: block;
    }
    .note .wide {
      display: inline;
    }
    .small .three.wide {
      display: none;
    }
    .mini .readout {
      margin-inline-start: auto;
    }
    .latest > li {
      grid-template-columns: 6.8em 9px minmax(0, 1fr);
      padding-block: 0;
      line-height: max(19px, 1.35em);
    }
  }
  @container entente (inline-size >= 50em) {
    .scrub {
      --u: 21px;
    }
    .note small {
      display: block;
    }
  }
  @container entente (inline-size < 22em) {
    .pole,
    .mini .latest-label,
    .opener .smaller-text,
    .small .note {
      display: none;
    }
    .readout {
      position: relative;
    }
    .readout > div {
      grid-column: 1 / -1;
    }
    .full .readout .date-shown {
      inline-size: 100%;
    }
    .readout .navigation {
      position: absolute;
      inset-block-start: 5px;
      inset-inline-end: 8px;
    }
    .mini .title {
      inline-size: calc(100% - 64px);
    }
    .mini .readout {
      position: static;
    }
    .latest > li {
      display: block;
      padding-block: 3px;
    }
    .latest > li > * {
      display: inline;
    }
    .latest .tick {
      display: inline-block;
      margin-inline: 6px 5px;
    }
  }
  @media (forced-colors: active) {
    .playhead,
    .band > span,
    .legend i,
    .tag {
      forced-color-adjust: none;
    }
    .playhead {
      background: CanvasText;
    }
    .band > span,
    .legend i,
    .tag {
      background: Highlight;
      color: HighlightText;
      border: 1px solid CanvasText;
    }
    .band:is(.late, [data-level='none']) > span,
    .legend [data-level='none'] i {
      background: Canvas;
      color: CanvasText;
    }
  }
  @media print {
    .scrub input,
    .playhead,
    .navigation {
      display: none;
    }
    .band > span,
    .legend i,
    .tag,
    .period::before {
      -webkit-print-color-adjust: exact;
      print-color-adjust: exact;
    }
  }
`;
