import { css } from 'lit';

/** The small layout: a low strip, its readout beside the title. */
export const small = css`
  /* the small layout */
  .mini {
    padding-block: 11px 6px;
  }
  .mini .timeline-header {
    align-items: center;
    gap: 2px var(--_s4);
  }
  .mini .title {
    font-size: var(--_sm);
  }
  .mini .readout {
    padding: 0;
    margin: 0;
    background: none;
    gap: 0 6px;
  }
  .mini .readout .date-shown {
    font-size: var(--entente-em);
  }
  .mini.past .readout .meter {
    display: none;
  }
  .mini .navigation .button {
    min-block-size: 28px;
    min-inline-size: 28px;
    padding-inline: 4px;
  }
  .mini .strip {
    margin-block: 4px 2px;
  }
  .mini .period-title {
    display: none;
  }
  .small .scrub {
    --u: 8.5px;
    --lanes: 15px;
  }
  .small :is(.band em, .note small, .pole, .axis-parts > :first-child, .three) {
    display: none;
  }
  .small .band > span {
    font-size: 11px;
    line-height: 12px;
    padding-block: 0;
  }
  .small .band[data-level='neutral'] b {
    display: none;
  }
  .small .note {
    inset-block-end: 0;
  }
  .small .axis-parts {
    position: absolute;
    inset: 0 0 auto;
    z-index: 1;
  }
  .small .playhead {
    inset-block-start: -2px;
  }
  .small input[type='range'] {
    inset-block-start: 0;
  }
  .small .axis {
    margin-block-start: 1px;
  }
  .small .one.slim {
    display: block;
  }
  .small .playhead::after {
    inline-size: 13px;
    block-size: 13px;
    border-width: 3.5px;
    inset-inline-start: -5.5px;
    inset-block-end: 0;
  }
  .mini.open .latest {
    display: none;
  }
  .mini.open .opener {
    border-block-start: 1px solid var(--_border);
    margin-block-start: var(--_s2);
    padding-block-start: 2px;
  }
`;
