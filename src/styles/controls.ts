import { css } from 'lit';

/** Buttons, chips, disclosures and panels: what card, timeline and comments press. */
export const controls = css`
  button {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
    background: none;
    border: 1px solid transparent;
    margin: 0;
    cursor: pointer;
  }
  .btn {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: 32px;
    padding: 2px 10px;
    border-radius: var(--_r);
    font-size: var(--_sm);
    line-height: 1.3;
    white-space: nowrap;
    transition: background var(--_dur);
  }
  .btn:hover,
  .btn[aria-expanded='true'] {
    background: var(--_hover);
  }
  .line {
    border-color: var(--_edge);
  }
  .solid,
  .solid:hover {
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
    padding-inline: 14px;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    margin-block: 2px 8px;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: 28px;
    padding: 2px 9px;
    border-color: var(--_edge);
    border-radius: var(--_pill);
    font-size: var(--_xs);
    line-height: 1.3;
  }
  .chip:hover {
    background: var(--_hover);
  }
  .chip .num {
    color: var(--_muted);
  }
  .chip[aria-pressed='true'] {
    background: var(--_text);
    border-color: var(--_text);
    color: var(--_surface);
    font-weight: 600;
  }
  .chip[aria-pressed='true'] .num {
    color: inherit;
  }
  .chev {
    inline-size: 16px;
    block-size: 16px;
    color: var(--_muted);
    transition: transform var(--_dur);
  }
  :is([open] > summary, [aria-expanded='true']) > .chev {
    transform: rotate(180deg);
  }
  summary {
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  /* one disclosure pattern: a bar of buttons, one panel open under it, never over the article */
  .disc {
    border-block-start: 1px solid var(--_border);
    margin-block-start: var(--_s2);
    padding-block-start: 4px;
  }
  .disc + .disc {
    margin-block-start: 4px;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: 0 2px;
    margin-inline: -8px;
  }
  .bar .btn {
    font-size: var(--_xs);
    padding-inline: 8px;
    min-block-size: 30px;
    gap: 5px;
  }
  .bar .chev {
    inline-size: 13px;
    block-size: 13px;
  }
  .panel {
    margin-block: var(--_u) var(--_s2);
    padding: var(--_s3) var(--_s4) var(--_s4);
    background: var(--_sunken);
    border-radius: var(--_r);
    font-size: var(--_sm);
    line-height: max(1.45, var(--_tight));
  }
  .panel .sub {
    margin-block-end: 6px;
    display: flex;
    align-items: center;
    gap: 7px;
  }
  .two {
    display: grid;
    gap: var(--_s3) var(--_s6);
  }
  @container entente (inline-size >= 33em) {
    .two {
      grid-template-columns: 1fr 1fr;
    }
  }
  @media (forced-colors: active) {
    .chip[aria-pressed='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
      border: 1px solid CanvasText;
    }
  }
  @media print {
    .bar,
    .chev,
    .chips,
    .btn {
      display: none;
    }
    /* closed ones too: paper has no buttons */
    .paper {
      display: block;
    }
    .panel {
      padding: 0;
      background: none;
      border-block-start: 1px solid #999;
    }
    details::details-content {
      content-visibility: visible;
      display: block;
      block-size: auto;
    }
  }
`;
