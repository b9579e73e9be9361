import { css } from 'lit';

/** What is in the panels: claims, ties, sources, texts to copy. */
export const panels = css`
  /* one thought a paragraph */
  :where(p, .readings, .copyable) + :is(p, ol) {
    margin-block-start: 6px;
  }
  .list {
    list-style: '–  ';
    padding-inline-start: 14px;
  }
  .list > li {
    padding-block: 3px;
  }
  .contested {
    margin-block: var(--_s2) var(--_u);
    border: 1px solid var(--_edge);
    border-inline-start: 4px double var(--_edge);
    border-radius: var(--_r);
    padding: 8px 12px;
    font-size: var(--_sm);
  }
  .flag {
    font-weight: 700;
    margin-inline-end: 8px;
  }
  .finding,
  .readings dt {
    font-weight: 600;
  }
  .flag,
  .readings dt {
    font-size: var(--_xs);
  }
  .readings {
    margin-block-start: 6px;
  }
  .not-in-force {
    border-block-end: 1px solid var(--_border);
  }
  .copyable {
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
  .sources > li {
    display: grid;
    grid-template-columns: 42px minmax(0, 1fr) auto;
    gap: 0 var(--_s2);
    align-items: baseline;
    padding-block: 4px;
    font-size: var(--_xs);
  }
  .sources a {
    padding-block: 4px;
  }
  /* on paper the list is whole, whatever it is filtered on */
  @media screen {
    .sources > [hidden] {
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
  .sources > .hit {
    background: var(--_hover);
    box-shadow: inset 3px 0 0 var(--_accent);
  }
  .tools .button:first-child {
    margin-inline-end: auto;
  }
  @container entente (inline-size < 20em) {
    .tools .button:first-child {
      flex-basis: 100%;
    }
  }
  @container entente (inline-size < 33em) {
    .tools .button:not(:first-child) .icon {
      display: none;
    }
  }
  @media print {
    .scroll {
      max-block-size: none;
      overflow: visible;
    }
  }
`;
