import { css } from 'lit';

/** Status marks, header and trail: what full card, compact card and badge share. */
export const marks = css`
  .party-code {
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
  .large {
    display: flex;
    gap: 3px;
  }
  .large i {
    flex: 1;
    block-size: 8px;
  }
  .large i:nth-child(4) {
    block-size: 14px;
  }
  .large i.on {
    flex: 1.35;
    block-size: 20px;
    border-radius: 3px;
  }
  .level,
  .trend {
    font-size: var(--_xs);
    line-height: 1.3;
    white-space: nowrap;
  }
  .level {
    flex-wrap: wrap;
  }
  .level b,
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
  .copyable,
  .downloads li {
    gap: var(--_u) var(--_s3);
  }
  .top,
  .downloads li {
    margin-block-end: var(--_s2);
  }
  .as-of,
  .footer,
  .byline,
  .ends,
  .sparkline,
  .axis,
  .note,
  .scale-change,
  .why {
    font-size: var(--_xs);
    color: var(--_muted);
  }
  time {
    color: var(--_muted);
  }
  .question {
    font-size: calc(var(--entente-em) * 1.06);
    line-height: var(--_tight);
    font-weight: 600;
    text-wrap: balance;
  }
  .answer {
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
  .source-refs {
    margin-inline-start: 0.25em;
    font-size: var(--_xs);
    white-space: nowrap;
  }
  .source-refs > * {
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
  .source-refs > *::before {
    content: '[';
  }
  .source-refs > *::after {
    content: ']';
  }
  .source-refs > *:hover {
    color: var(--_accent);
    background: var(--_hover);
  }
  .footer {
    gap: 0 var(--_s2);
    margin-block-start: 6px;
    line-height: 24px;
  }
`;
