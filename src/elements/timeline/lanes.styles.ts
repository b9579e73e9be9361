import { css } from 'lit';

/** Marks of events, and the range that moves the date. */
export const lanes = css`
  .lanes {
    margin-block-start: 2px;
    border-block-start: 1px solid var(--_text);
  }
  .lane {
    position: relative;
    block-size: 38px;
    display: none;
  }
  .lane.one {
    block-size: 15px;
  }
  .three.slim {
    display: block;
  }
  .lane > * {
    position: absolute;
  }
  .cluster {
    display: inline-grid;
    place-items: center;
    min-inline-size: 13px;
    block-size: 12px;
    padding-inline: 2px;
    inset-inline-start: clamp(7px, var(--a) * 1%, 100% - 15px);
    inset-block-start: 13px;
    translate: -50%;
    border: 1px solid var(--_edge);
    border-radius: 3px;
    background: var(--_surface);
    color: var(--_text);
    font-size: 10.5px;
    line-height: 1;
    white-space: nowrap;
    font-weight: 700;
  }
  .cluster:dir(rtl) {
    translate: 50%;
  }
  .legend .cluster {
    translate: 0;
  }
  .tick {
    flex: none;
    inline-size: 7px;
    block-size: 7px;
    fill: currentColor;
    color: var(--_text);
  }
  .lane > .tick {
    inset-inline-start: calc(var(--a) * 1% - 3.5px);
    inset-block-start: 15.5px;
  }
  .three > .cluster[data-effect='closer'] {
    inset-block-start: 1px;
  }
  .three > .cluster[data-effect='apart'] {
    inset-block-start: 25px;
  }
  .three > .tick[data-effect='closer'] {
    inset-block-start: 3.5px;
  }
  .three > .tick[data-effect='apart'] {
    inset-block-start: 28px;
  }
  .one > .cluster {
    inset-block-start: 2px;
  }
  .one > .tick {
    inset-block-start: 4.5px;
  }
  .lane > .late {
    opacity: 0.34;
  }
  /* the range lies over it all, with an unseen thumb as wide as a finger */
  input[type='range'] {
    --h: calc(var(--sky) + var(--lanes) + 16px);
    position: absolute;
    inset-inline: -14px;
    inset-block-start: 14px;
    inline-size: calc(100% + 28px);
    block-size: var(--h);
    margin: 0;
    appearance: none;
    background: none;
    cursor: ew-resize;
    touch-action: pan-y;
    z-index: 4;
    outline: none;
  }
  ::-webkit-slider-runnable-track {
    block-size: var(--h);
    background: none;
  }
  ::-webkit-slider-thumb {
    appearance: none;
    inline-size: 28px;
    block-size: var(--h);
    background: none;
    border: 0;
  }
  ::-moz-range-track {
    background: none;
  }
  ::-moz-range-thumb {
    inline-size: 28px;
    block-size: var(--h);
    background: none;
    border: 0;
  }
  .playhead {
    position: absolute;
    inset-block: 14px 0;
    inset-inline-start: calc(var(--a) * 1% - 1px);
    inline-size: 2px;
    background: var(--_text);
    box-shadow: 0 0 0 1.5px var(--_surface);
    z-index: 3;
    pointer-events: none;
  }
  .playhead::after {
    content: '';
    position: absolute;
    inset-block-end: -3px;
    inset-inline-start: -7px;
    inline-size: 16px;
    block-size: 16px;
    border-radius: 50%;
    background: var(--_surface);
    border: 4px solid var(--_text);
  }
  input:focus-visible ~ .playhead::after {
    outline: 3px solid var(--entente-focus, var(--_accent));
    outline-offset: 2px;
  }
  .strip .axis {
    margin-block-start: 6px;
  }
`;
