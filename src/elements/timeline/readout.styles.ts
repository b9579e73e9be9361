import { css } from 'lit';

/** Readout, legend and the latest three. */
export const readouts = css`
  .readout {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 2px var(--_s3);
    align-items: center;
    margin-block-start: var(--_s2);
    padding: 9px 12px;
    background: var(--_sunken);
    border-radius: var(--_r);
  }
  .readout > div {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 10px;
    font-size: var(--_sm);
    line-height: max(1.35, var(--_tight));
  }
  .readout .date-shown {
    font-size: calc(var(--entente-em) * 1.18);
    font-weight: 700;
    font-variant: tabular-nums lining-nums;
  }
  .latest-label {
    margin-inline-start: -4px;
  }
  .readout .line {
    min-block-size: 26px;
    font-size: var(--_xs);
  }
  .navigation {
    display: flex;
    gap: 2px;
  }
  .navigation .button {
    min-inline-size: 32px;
    padding-inline: 7px;
  }
  .navigation .icon {
    rotate: -90deg;
  }
  .navigation .icon.prev {
    rotate: 90deg;
  }
  .navigation .icon:dir(rtl) {
    rotate: 90deg;
  }
  .navigation .icon.prev:dir(rtl) {
    rotate: -90deg;
  }
  .legends,
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    line-height: 1.3;
  }
  .legends {
    gap: 0 22px;
  }
  .legend {
    margin-block-start: var(--_s3);
  }
  .legend > span {
    display: inline-flex;
    align-items: center;
    gap: 5px;
  }
  .legend i,
  .tag {
    min-inline-size: 20px;
    block-size: 16px;
    background: var(--_lv);
    color: var(--_on);
    border-radius: 2px;
    font-size: 11px;
    line-height: 16px;
    font-style: normal;
    font-weight: 700;
    text-align: center;
  }
  .legend [data-level='none'] i {
    background: var(--_hatch);
    border: 1px dashed var(--_edge);
  }
  .latest > li {
    display: grid;
    grid-template-columns: 6.4em 9px minmax(0, 1fr);
    gap: 0 8px;
    align-items: baseline;
    font-size: var(--_sm);
    line-height: max(1.35, var(--_tight));
    padding-block: 2px;
  }
  .latest time {
    white-space: nowrap;
  }
  .latest .tick {
    align-self: start;
    margin-block-start: 0.42em;
  }
  .opener {
    justify-content: space-between;
    margin-block-start: 2px;
  }
  .opener .button {
    font-weight: 600;
    min-block-size: 28px;
  }
  .opener .smaller-text {
    margin-inline: auto 8px;
  }
  .opener .chevron {
    margin-inline-start: 0;
  }
`;
