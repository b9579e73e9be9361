import { css } from 'lit';

/**
 * The border to the page. What a theme leaks through the shadow boundary (spacing, case, indent …)
 * is reset on the inner wrapper, all but colour and direction. The few `!important` hold against a
 * page's `* { all: … !important }`: inside a shadow tree they win over the page's own.
 */
export const host = css`
  :host {
    display: block !important;
    visibility: inherit;
    /* Sized by its container, it has no width of its own: rows and centred columns would leave it none. */
    min-inline-size: min(100%, 280px);
  }
  :host(:state(badge)) {
    display: inline !important;
    min-inline-size: 0;
  }
  :host([hidden]) {
    display: none !important;
  }
  .wrapper {
    display: block;
    container: entente / inline-size;
    color: var(--_text);
    line-height: var(--_lead);
    text-align: start;
    font-weight: 400;
    font-style: normal;
    font-variant: lining-nums;
    letter-spacing: normal;
    word-spacing: normal;
    text-transform: none;
    text-indent: 0;
    text-shadow: none;
    white-space: normal;
    word-break: normal;
    overflow-wrap: anywhere;
    cursor: auto;
    -webkit-text-size-adjust: 100%;
  }
  .wrapper.inline {
    display: inline;
    container: none;
    font-size: inherit;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  p,
  ol,
  ul,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  a {
    color: var(--_accent);
  }
  a,
  summary:hover .name {
    text-decoration: underline;
    text-decoration-thickness: 0.07em;
    text-underline-offset: 0.18em;
  }
  a:hover {
    text-decoration-thickness: 0.13em;
  }
  :focus-visible {
    outline: 2px solid var(--entente-focus, var(--_accent));
    outline-offset: 2px;
  }
  svg {
    display: block;
  }
  time,
  .number,
  .source-refs,
  .axis,
  .back {
    font-variant: tabular-nums lining-nums;
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .smaller-text {
    font-size: var(--_xs);
  }
  .muted {
    color: var(--_muted);
  }
  .icon {
    inline-size: 1.05em;
    block-size: 1.05em;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.7;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .flip:dir(rtl) {
    transform: scaleX(-1);
  }
  .box {
    --_y: var(--_s4);
    --_x: var(--_s4);
    position: relative;
    background: var(--_surface);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    padding: var(--_y) var(--_x) var(--_s4);
    overflow: clip;
  }
  article {
    min-block-size: calc(var(--entente-reserve, 0) * var(--entente-em));
  }
  .separator {
    display: inline-block;
    inline-size: 1px;
    block-size: 0.85em;
    background: var(--_edge);
    margin-inline: 0.55em;
    vertical-align: -0.08em;
  }
  .subheading {
    font-size: var(--_sm);
    font-weight: 700;
    line-height: var(--_tight);
  }
  .banner {
    gap: 8px;
    margin: calc(var(--_y) * -1) calc(var(--_x) * -1) var(--_s3);
    padding: 8px var(--_x);
    background: var(--_sunken);
    border-block-end: 1px dashed var(--_edge);
    font-size: var(--_xs);
    line-height: 1.4;
  }
  .banner > span {
    flex: 1 1 12em;
  }
  .banner > .icon,
  .flag {
    color: var(--entente-warn, light-dark(#8a4b00, #f3b65c));
  }
  .banner .button,
  .copyable .button {
    font-size: var(--_xs);
    min-block-size: 26px;
  }
  @container entente (inline-size >= 33em) {
    .box {
      --_y: calc(var(--_u) * 5);
      --_x: var(--_s6);
    }
  }
  @media print {
    .wrapper {
      color-scheme: light;
    }
  }
`;
