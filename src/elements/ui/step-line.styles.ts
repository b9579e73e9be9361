import { css } from 'lit';

/** A history along an axis: the trail of the card, and what the timeline's strip shares with it. */
export const stepLine = css`
  /* the trail: the pair's own history as steps on seven rows */
  .plot {
    position: relative;
    --mid: calc(var(--row) / 2);
    block-size: calc(var(--row) * 7);
  }
  .plot > * {
    position: absolute;
    inset-inline-start: calc(var(--a) * 1%);
    inset-block-start: calc((3 - var(--n)) * var(--row) + var(--mid));
  }
  .step {
    inline-size: calc((var(--b) - var(--a)) * 1%);
    min-inline-size: 5px;
    block-size: 3px;
    margin-block-start: -1.5px;
    background: var(--_lv);
  }
  .step::before {
    content: '';
    position: absolute;
    inset-inline-start: -0.5px;
    inline-size: 1px;
    background: var(--_edge);
    inset-block-start: calc((var(--n) - max(var(--n), var(--p))) * var(--row) + 1.5px);
    block-size: calc((max(var(--n), var(--p)) - min(var(--n), var(--p))) * var(--row));
  }
  .step[data-level='none'] {
    inset-block: 0;
    margin: 0;
    block-size: auto;
    background: var(--_hatch);
    opacity: 0.4;
  }
  .now {
    block-size: 5px;
    margin-block-start: -2.5px;
    inset-inline: auto 0;
  }
  .dot {
    inset-inline: auto -5px;
    margin-block-start: -5px;
    inline-size: 10px;
    block-size: 10px;
    border-radius: 50%;
    background: var(--_lv);
    outline: 2px solid var(--_surface);
  }
  /* the break: a slanted cut, and a tinted floor under the wider part */
  .axis-break {
    inset-block: -3px;
    inline-size: 8px;
    margin-inline-start: -4px;
    background: var(--_surface);
    border-inline: 1.5px solid var(--_edge);
    transform: skewX(-4deg);
  }
  .zone {
    inset-block: 0;
    inset-inline-end: 0;
    background: var(--_sunken);
  }
  .axis {
    container: axis / inline-size;
    position: relative;
    block-size: 18px;
    line-height: 18px;
  }
  /* a year shows from the width of the axis on that its rank asks for */
  .axis span {
    position: absolute;
    translate: -50%;
    inset-inline-start: calc(var(--a) * 1%);
    max-inline-size: clamp(0px, (100cqi - 110px - var(--r) * 78px) * 99, 8em);
    overflow: clip;
    white-space: nowrap;
  }
  .axis span:dir(rtl) {
    translate: 50%;
  }
  .axis span:is(:first-child, :last-child) {
    translate: 0;
  }
  .axis span:last-child {
    inset-inline: auto 0;
    max-inline-size: none;
  }
`;
