import { css } from 'lit';

/** Buttons, chips, disclosures and panels: what card, timeline and comments press. */
export const controls = css`
  /* what stands in a line, and what of it wraps */
  .button,
  .chip,
  .level,
  .trend,
  .flag,
  .finding,
  .facts b,
  .pair > span {
    display: inline-flex;
    align-items: center;
    gap: 6px;
  }
  .top,
  .pair,
  .facing,
  .footer,
  .byline,
  .banner,
  .bar,
  .chips,
  .downloads li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
  }
  .top,
  .facing,
  .footer,
  .ends {
    justify-content: space-between;
  }
  button {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
    background: none;
    border: 1px solid transparent;
    cursor: pointer;
  }
  .button {
    min-block-size: 30px;
    padding: 2px 10px;
    border-radius: var(--_r);
    font-size: var(--_sm);
    line-height: 1.3;
    white-space: nowrap;
    transition: background var(--_dur);
  }
  .button:hover,
  .chip:hover,
  .button[aria-expanded='true'] {
    background: var(--_hover);
  }
  .line,
  .chip {
    border-color: var(--_edge);
  }
  .solid,
  .solid:hover {
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
  }
  .chips {
    gap: 6px;
    margin-block: 2px 8px;
  }
  .chip {
    min-block-size: 28px;
    padding: 2px 10px;
    border-radius: calc(var(--_radius) * 4);
    font-size: var(--_xs);
    line-height: 1.3;
  }
  [aria-pressed='true'] {
    background: var(--_text);
    border-color: var(--_text);
    color: var(--_surface);
    font-weight: 600;
  }
  [aria-pressed='false'] .number {
    color: var(--_muted);
  }
  .chevron {
    color: var(--_muted);
    transition: transform var(--_dur);
  }
  :is([open] > summary, [aria-expanded='true']) > .chevron {
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
  .disclosure {
    border-block-start: 1px solid var(--_border);
    margin-block-start: var(--_u);
    padding-block-start: var(--_u);
  }
  .bar {
    gap: 0 2px;
    margin-inline: -8px;
  }
  .bar .button {
    font-size: var(--_xs);
    padding-inline: 8px;
  }
  .panel {
    margin-block: var(--_u) var(--_s2);
    padding: var(--_s3) var(--_s4) var(--_s4);
    background: var(--_sunken);
    border-radius: var(--_r);
    font-size: var(--_sm);
    line-height: max(1.45, var(--_tight));
  }
  .panel .subheading {
    margin-block-end: 6px;
    display: flex;
    align-items: center;
    gap: 6px;
  }
  .two-columns,
  .readings {
    display: grid;
    gap: var(--_s2) var(--_s6);
  }
  @container entente (inline-size >= 33em) {
    .two-columns,
    .readings {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
  }
  @media (forced-colors: active) {
    [aria-pressed='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
  @media print {
    .bar,
    .chevron,
    .chips,
    .button {
      display: none;
    }
    /* closed ones too: paper has no buttons */
    .paper {
      display: block;
    }
    details::details-content {
      content-visibility: visible;
      display: block;
      block-size: auto;
    }
  }
`;
