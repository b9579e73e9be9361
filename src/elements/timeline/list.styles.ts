import { css } from 'lit';

/** The list of events under their periods, its filters, and the card at its side. */
export const list = css`
  :is(.event, .period, .whole, ol)[hidden=''] {
    display: none;
  }
  /* browsers without a graphics card take a quarter of a second a tile for round borders of a million pixels */
  .timeline.tall {
    border-color: transparent;
    outline: 1px solid var(--_border);
    outline-offset: -1px;
  }
  .period {
    position: relative;
    padding-inline-start: 26px;
    padding-block-end: 2px;
    margin-block-start: var(--_u);
  }
  .period::before {
    content: '';
    position: absolute;
    inset-block: 12px 0;
    inset-inline-start: 0;
    inline-size: 10px;
    background: var(--_lv);
    border-radius: 2px;
  }
  .period[data-level='none']::before {
    background: var(--_hatch);
  }
  .period > .tag {
    position: absolute;
    inset-inline-start: -5px;
    inset-block-start: 8px;
    inline-size: 20px;
    block-size: 18px;
    line-height: 18px;
    border-radius: 3px;
    box-shadow: 0 0 0 2px var(--_surface);
    z-index: 1;
  }
  .period[data-level='none'] > .tag {
    background: var(--_surface);
    border: 1px dashed var(--_edge);
  }
  .period > header {
    display: flex;
    flex-wrap: wrap;
    gap: 1px 10px;
    align-items: center;
    padding-block: 7px;
    font-size: var(--_sm);
    line-height: max(1.3, var(--_tight));
    border-block-end: 1px solid var(--_border);
  }
  .period > header > [role] {
    font-weight: 700;
  }
  .period > header > .muted {
    font-size: var(--_xs);
  }
  /*
   * Painted when they come near the screen; found, read out and printed all the same. Not each event: what the
   * browser may leave out costs it a look in every frame, and there may be ten thousand.
   */
  .period ol {
    display: block;
    content-visibility: auto;
    /* the ticks at the period's bar lie outside the boxes of events */
    margin-inline-start: -16px;
    padding-inline-start: 16px;
  }
  .event {
    position: relative;
    display: grid;
    gap: 1px var(--_s4);
    padding-block: 10px 12px;
    margin-inline-start: -16px;
    padding-inline-start: 16px;
  }
  .event + .event,
  ol + ol > .event {
    background: linear-gradient(var(--_border) 0 0) 16px 0 / 100% 1px no-repeat;
  }
  .event:dir(rtl) {
    background-position-x: -16px;
  }
  .event::before {
    content: '';
    position: absolute;
    inset-inline-start: 0;
    inset-block-start: calc(10px + 0.72em);
    inline-size: 11px;
    block-size: 2px;
    background: var(--_lv);
  }
  /* folded away; on paper it is there like the others */
  @media screen {
    :is(.event, .period, .whole, ol)[hidden='folded'] {
      display: none;
    }
    :is(.event, .period, ol)[hidden='until-found'] {
      content-visibility: hidden;
    }
    /* WebKit lets the focus into what is painted on demand inside what is folded away */
    :is(.whole, .period)[hidden='until-found'] ol:not([hidden]) {
      content-visibility: visible;
    }
    .event[hidden] {
      padding-block: 0;
      background: none;
      contain-intrinsic-size: 0;
    }
    .period[hidden] {
      padding: 0;
      margin: 0;
    }
    :is(.event, .period)[hidden]::before {
      content: none;
    }
  }
  .event > time {
    font-size: var(--_xs);
    line-height: max(1.6, var(--_tight));
  }
  .event-title {
    font-size: var(--entente-em);
    line-height: max(1.35, var(--_tight));
    font-weight: 600;
    text-wrap: pretty;
  }
  .event p {
    max-inline-size: 68ch;
    font-size: var(--_sm);
    line-height: max(1.48, var(--_tight));
    text-wrap: pretty;
  }
  .event-details {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 12px;
    margin-block-start: 2px;
    font-size: var(--_xs);
    color: var(--_muted);
    line-height: 1.5;
  }
  .event-details .button {
    font-size: inherit;
    min-block-size: 24px;
    padding: 1px 6px;
    text-decoration: underline;
    text-decoration-thickness: 0.07em;
    text-underline-offset: 0.18em;
  }
  .effect {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    color: var(--_text);
    font-weight: 600;
  }
  .effect svg {
    inline-size: 24px;
    block-size: 12px;
    stroke: currentColor;
    fill: none;
    stroke-width: 1.7;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .event.hit {
    background: color-mix(in oklab, var(--_accent) 8%, var(--_surface));
  }
  .media {
    margin-block: 6px;
    font-size: var(--_xs);
  }
  .media img {
    display: block;
    max-inline-size: min(100%, 30em);
    block-size: auto;
    border-radius: var(--_r);
  }
  .media .button {
    margin-inline-end: 8px;
  }
  .earlier {
    inline-size: 100%;
    justify-content: center;
    min-block-size: 38px;
    margin-block-start: var(--_s3);
  }
  @container entente (inline-size >= 33em) {
    .event {
      grid-template-columns: 7.4em minmax(0, 1fr);
    }
    .period > header > .level {
      margin-inline-start: auto;
    }
  }
  @media (forced-colors: active) {
    .period::before,
    .event::before {
      background: CanvasText;
      forced-color-adjust: none;
    }
    :is(.event + .event, ol + ol > .event):not([hidden]) {
      border-block-start: 1px solid;
    }
    .event.hit {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
  @media print {
    .event,
    .period ol,
    .period,
    .whole {
      content-visibility: visible;
    }
    .period,
    .whole {
      display: block;
    }
    .event {
      break-inside: avoid;
    }
    .period > header {
      break-after: avoid;
    }
    .search,
    .event-details .button,
    .latest {
      display: none;
    }
  }
`;
