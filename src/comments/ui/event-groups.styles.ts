import { css } from 'lit';

/** Comments under the heading of their event. */
export const groups = css`
  .group {
    padding-block-start: var(--_s4);
  }
  .group > .thread > .comment-item:first-child {
    padding-block-start: var(--_s2);
  }
  .group-header {
    display: flex;
    flex-wrap: wrap;
    gap: 0 8px;
    align-items: baseline;
  }
  .group-header[data-level] {
    padding-inline-start: 8px;
    border-inline-start: 4px solid var(--_lv);
  }
  .group-header > [role] {
    font-size: var(--_sm);
    font-weight: 700;
  }
  /* its heading says it for all of them */
  .group > .thread > .comment-item > div > .tagged-event {
    display: none;
  }
  .group-header .tagged-event {
    font: inherit;
    text-wrap: balance;
    margin: 0;
    padding: 0;
    background: none;
    border: 0;
  }
`;
