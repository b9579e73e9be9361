import { css } from 'lit';

/** What is held, failed, asked, empty or still to come. */
export const states = css`
  .c:is([data-item], [data-state='held']) > .av {
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
  .state[data-kind='bad'] :is(.ic, b) {
    color: var(--_danger);
  }
  .state .btn {
    min-block-size: 26px;
    font-size: var(--_xs);
    color: var(--_text);
  }
  .state .btn .ic {
    color: inherit;
  }
  .state .bar {
    margin: 0;
  }
  .state .sp {
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
  .sk {
    display: block;
    block-size: 14px;
    margin-block: 5px;
    border-radius: 3px;
    background: var(--_hover);
  }
  .sk.half {
    inline-size: 46%;
  }
  @media (prefers-reduced-motion: no-preference) {
    .ghost {
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
    .sel {
      appearance: auto;
      background-image: none;
    }
  }
`;
