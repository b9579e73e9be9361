import { css } from 'lit';

/** What is held, failed, asked, empty or still to come. */
export const states = css`
  .comment-item:is([data-item], [data-state='held']) > .avatar {
    border: 1.5px dashed var(--_edge);
    background: none;
  }
  .state {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 8px;
    align-items: center;
    font-size: var(--_xs);
    line-height: 1.4;
    margin-block: 4px;
    padding: 5px 9px;
    border: 1px dashed var(--_edge);
    border-radius: var(--_r);
  }
  .state[data-kind='bad'] {
    border: 1px solid var(--_danger);
  }
  .state[data-kind='bad'] :is(.icon, b) {
    color: var(--_danger);
  }
  .state .button {
    min-block-size: 26px;
    font-size: var(--_xs);
    color: var(--_text);
  }
  .state .button .icon {
    color: inherit;
  }
  .state .bar {
    margin: 0;
  }
  .state .state-text {
    flex: 1 1 10em;
  }
  .empty {
    max-inline-size: 68ch;
    display: grid;
    gap: 6px;
    justify-items: start;
    padding-block: var(--_s4);
    font-size: var(--_sm);
  }
  .skeleton-line {
    display: block;
    block-size: 14px;
    margin-block: 5px;
    border-radius: 3px;
    background: var(--_hover);
  }
  .skeleton-line.half {
    inline-size: 46%;
  }
  @media (prefers-reduced-motion: no-preference) {
    .skeleton {
      animation: pulse 1.6s ease-in-out infinite alternate;
    }
  }
  @keyframes pulse {
    to {
      opacity: 0.5;
    }
  }
  /* no gradient is left of the sign that a list opens */
  @media (forced-colors: active) {
    .select {
      appearance: auto;
      background-image: none;
    }
  }
`;
