import { css } from 'lit';

/** Around the list: filters, remarks, and the card of the day at its side. */
export const records = css`
  .filters {
    margin-block-start: var(--_s4);
  }
  .search {
    display: flex;
    align-items: center;
    gap: 6px;
    max-inline-size: 22em;
    margin-block-end: var(--_s2);
    padding-inline: 10px;
    border: 1px solid var(--_edge);
    border-radius: var(--_r);
    font-size: var(--_sm);
    font-weight: 400;
  }
  .search .icon {
    color: var(--_muted);
  }
  .search input {
    flex: 1;
    min-inline-size: 0;
    min-block-size: 30px;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    letter-spacing: inherit;
  }
  .search input::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  .search input:focus {
    outline: none;
  }
  .search:focus-within {
    outline: 2px solid var(--entente-focus, var(--_accent));
    outline-offset: 2px;
  }
  .left-out {
    padding-block: 4px;
  }
  .left-out .button {
    font-size: inherit;
    min-block-size: 26px;
  }
  .side {
    margin-block-start: var(--_s2);
  }
  .side:not(.early) {
    display: none;
  }
  .side .box {
    min-block-size: 0;
  }
  @container entente (inline-size >= 50em) {
    .timeline-columns:has(> .side) {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 304px;
      gap: calc(var(--_u) * 8);
      align-items: start;
    }
    .timeline-columns > .side {
      grid-area: 1 / 2;
      display: block;
      position: sticky;
      inset-block-start: var(--_s4);
      margin-block-start: var(--_s4);
    }
  }
`;
