import { css } from 'lit';

/** The strip: bands, marks, scrubber, readout, legend; and the small layout, which is little more. */
export const strips = css`
  .timeline-header {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: baseline;
    gap: var(--_u) var(--_s4);
  }
  .title {
    font-size: calc(var(--entente-em) * 1.18);
    line-height: var(--_tight);
    font-weight: 700;
    text-wrap: balance;
  }
  .strip {
    margin-block-start: var(--_s4);
  }
  /* an axis has no text of its own: fixed sizes, so that a large font changes the words only */
  .scrub {
    position: relative;
    --u: 14px;
    --lanes: 38px;
    --sky: calc(var(--u) * 7);
  }
  .axis-parts,
  .pole,
  .note,
  .legend,
  .latest time,
  .left-out {
    font-size: var(--_xs);
    color: var(--_muted);
  }
  .axis-parts {
    block-size: 18px;
    line-height: 16px;
    white-space: nowrap;
    overflow: clip;
  }
  .axis-parts > span + span {
    position: absolute;
    inset-inline-start: calc(var(--a) * 1% + 7px);
  }
  .sky {
    position: relative;
    block-size: var(--sky);
    background: linear-gradient(var(--_border) 0 0) 0 50% / 100% 1px no-repeat;
  }
  .sky > * {
    position: absolute;
    inset-inline-start: calc(var(--a) * 1%);
  }
  .grid-line {
    inset-block: 0;
    inline-size: 1px;
    background: var(--_border);
  }
  .sky > .axis-break {
    z-index: 2;
  }
  .pole {
    inset-inline: auto 3px;
    inset-block-start: 3px;
    display: inline-flex;
    align-items: center;
    gap: 3px;
    line-height: 1;
    z-index: 1;
  }
  .down {
    inset-block: auto 3px;
  }
  .down .icon {
    transform: scaleY(-1);
  }
  /* a bar grows up for closer, down for apart */
  .band {
    inline-size: calc((var(--b) - var(--a)) * 1%);
    min-inline-size: 1.5px;
    padding-inline-end: 1.5px;
    container-type: inline-size;
    inset-block-start: calc((3 - max(var(--n), 0)) * var(--u));
    block-size: calc((max(var(--n), 0 - var(--n)) + 1) * var(--u));
  }
  .cutoff {
    padding-inline-end: 0;
  }
  .band > span {
    display: grid;
    align-content: start;
    block-size: 100%;
    padding: 1px 5px;
    background: var(--_lv);
    color: var(--_on);
    font-size: var(--_xs);
    line-height: max(14px, 1.2em);
    overflow: clip;
  }
  .band:is([data-level='strained'], [data-level='hostile'], [data-level='conflict']) > span {
    align-content: end;
  }
  .band[data-level='neutral'] > span {
    line-height: calc(var(--u) - 2px);
    white-space: nowrap;
  }
  .band[data-level='none'] > span {
    background: var(--_hatch);
    border: 1px dashed var(--_edge);
  }
  .band b {
    margin-inline-end: 4px;
  }
  .band em {
    font-style: normal;
    display: none;
  }
  .band.late > span {
    background: color-mix(in oklab, var(--_lv) 9%, var(--_surface));
    box-shadow: inset 0 0 0 1px color-mix(in oklab, var(--_lv) 45%, var(--_surface));
  }
  .short-span {
    inline-size: 7px;
    padding: 0;
    z-index: 4;
    margin-inline-start: 1px;
    outline: 1.5px solid var(--_surface);
  }
  .short-span b {
    display: none;
  }
  .short-span + .band > span {
    padding-inline-start: 10px;
  }
  .sky > .note {
    inset-inline: auto calc((100 - var(--a)) * 1% + 6px);
    inset-block-end: calc(var(--u) - 2px);
    color: var(--_text);
    text-align: end;
    line-height: 1.2;
    white-space: nowrap;
    z-index: 3;
  }
  .sky > .after {
    inset-inline: calc(var(--a) * 1% + 12px) auto;
    text-align: start;
  }
  .sky > .low {
    inset-block: calc(var(--u) - 2px) auto;
  }
  .note small {
    display: none;
    font-size: inherit;
    color: var(--_muted);
  }
  @container (inline-size < 20px) {
    .band b {
      display: none;
    }
  }
  @container (inline-size < 34px) {
    .band > span {
      padding-inline: 0;
      text-align: center;
    }
    .band b {
      margin: 0;
    }
  }
  @container (inline-size >= 82px) {
    .band:not([data-level='neutral']) em {
      display: inline;
    }
  }
  @container (inline-size >= 160px) {
    .band em {
      display: inline;
    }
  }
`;
