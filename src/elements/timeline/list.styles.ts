import { css } from 'lit';

/** The list of events under their periods, its filters, and the card at its side. */
export const list = css`
  :is(.ev, .per, .whole, ol)[hidden=''] {
    display: none;
  }
  /* browsers without a graphics card take a quarter of a second a tile for round borders of a million pixels */
  .tl.tall {
    border-color: transparent;
    outline: 1px solid var(--_border);
    outline-offset: -1px;
  }
  .per {
    position: relative;
    padding-inline-start: 26px;
    padding-block-end: 2px;
    margin-block-start: var(--_u);
  }
  .per::before {
    content: '';
    position: absolute;
    inset-block: 12px 0;
    inset-inline-start: 0;
    inline-size: 10px;
    background: var(--_lv);
    border-radius: 2px;
  }
  .per[data-level='none']::before {
    background: var(--_hatch);
  }
  .per > .tag {
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
  .per[data-level='none'] > .tag {
    background: var(--_surface);
    border: 1px dashed var(--_edge);
  }
  .per > header {
    display: flex;
    flex-wrap: wrap;
    gap: 1px 10px;
    align-items: center;
    padding-block: 7px;
    font-size: var(--_sm);
    line-height: max(1.3, var(--_tight));
    border-block-end: 1px solid var(--_border);
  }
  .per > header > [role] {
    font-weight: 700;
  }
  .per > header > .mu {
    font-size: var(--_xs);
  }
  /*
   * Painted when they come near the screen; found, read out and printed all the same. Not each event: what the
   * browser may leave out costs it a look in every frame, and there may be ten thousand.
   */
  .per ol {
    display: block;
    content-visibility: auto;
    /* the ticks at the period's bar lie outside the boxes of events */
    margin-inline-start: -16px;
    padding-inline-start: 16px;
  }
  .ev {
    position: relative;
    display: grid;
    gap: 1px var(--_s4);
    padding-block: 10px 12px;
    margin-inline-start: -16px;
    padding-inline-start: 16px;
  }
  .ev + .ev,
  ol + ol > .ev {
    background: linear-gradient(var(--_border) 0 0) 16px 0 / 100% 1px no-repeat;
  }
  .ev:dir(rtl) {
    background-position-x: -16px;
  }
  .ev::before {
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
    :is(.ev, .per, .whole, ol)[hidden='folded'] {
      display: none;
    }
    :is(.ev, .per, ol)[hidden='until-found'] {
      content-visibility: hidden;
    }
    /* WebKit lets the focus into what is painted on demand inside what is folded away */
    :is(.whole, .per)[hidden='until-found'] ol:not([hidden]) {
      content-visibility: visible;
    }
    .ev[hidden] {
      padding-block: 0;
      background: none;
      contain-intrinsic-size: 0;
    }
    .per[hidden] {
      padding: 0;
      margin: 0;
    }
    :is(.ev, .per)[hidden]::before {
      content: none;
    }
  }
  .ev > time {
    font-size: var(--_xs);
    line-height: max(1.6, var(--_tight));
  }
  .et {
    font-size: var(--entente-em);
    line-height: max(1.35, var(--_tight));
    font-weight: 600;
    text-wrap: pretty;
  }
  .ev p {
    max-inline-size: 68ch;
    font-size: var(--_sm);
    line-height: max(1.48, var(--_tight));
    text-wrap: pretty;
  }
  .em {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 12px;
    margin-block-start: 2px;
    font-size: var(--_xs);
    color: var(--_muted);
    line-height: 1.5;
  }
  .em .btn {
    font-size: inherit;
    min-block-size: 24px;
    padding: 1px 6px;
    text-decoration: underline;
    text-decoration-thickness: 0.07em;
    text-underline-offset: 0.18em;
  }
  .eff {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    color: var(--_text);
    font-weight: 600;
  }
  .eff svg {
    inline-size: 24px;
    block-size: 12px;
    stroke: currentColor;
    fill: none;
    stroke-width: 1.7;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .ev.hit {
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
  .media .btn {
    margin-inline-end: 8px;
  }
  .earlier {
    inline-size: 100%;
    justify-content: center;
    min-block-size: 38px;
    margin-block-start: var(--_s3);
  }
  @container entente (inline-size >= 33em) {
    .ev {
      grid-template-columns: 7.4em minmax(0, 1fr);
    }
    .per > header > .lv {
      margin-inline-start: auto;
    }
  }
  @media (forced-colors: active) {
    .per::before,
    .ev::before {
      background: CanvasText;
      forced-color-adjust: none;
    }
    :is(.ev + .ev, ol + ol > .ev):not([hidden]) {
      border-block-start: 1px solid;
    }
    .ev.hit {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
  @media print {
    .ev,
    .per ol,
    .per,
    .whole {
      content-visibility: visible;
    }
    .per,
    .whole {
      display: block;
    }
    .ev {
      break-inside: avoid;
    }
    .per > header {
      break-after: avoid;
    }
    .seek,
    .em .btn,
    .latest {
      display: none;
    }
  }
`;
