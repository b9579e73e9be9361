import { css } from 'lit';

/** Header, threads and what stands in for them. */
export const threads = css`
  :host(:state(count)) {
    display: inline !important;
    min-inline-size: 0;
  }
  .cm {
    --_danger: var(--entente-danger, light-dark(#a3182f, #ff9aa5));
  }
  .cmh {
    display: grid;
    gap: var(--_s2);
    padding-block-end: var(--_s3);
    border-block-end: 1px solid var(--_text);
  }
  .cm .h {
    font-size: max(17px, calc(var(--entente-em) * 1.22));
    font-weight: 700;
    line-height: var(--_tight);
    letter-spacing: var(--_track, -0.012em);
    text-wrap: balance;
  }
  .sm {
    font-size: var(--_sm);
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 12px;
    align-items: center;
  }
  .tools > label {
    margin-inline-start: auto;
  }
  .tools .chips {
    margin: 0;
  }
  .filterline {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 8px;
    font-size: var(--_sm);
    padding-block: 8px;
    border-block-end: 1px solid var(--_border);
  }
  .filterline .btn {
    margin-inline-start: auto;
    text-decoration: underline;
  }
  .wide {
    inline-size: 100%;
    min-block-size: 38px;
    margin-block-start: 8px;
    justify-content: center;
  }
  .sel {
    appearance: none;
    font: inherit;
    font-size: var(--_xs);
    color: inherit;
    min-block-size: 32px;
    max-inline-size: 100%;
    border: 1px solid var(--_edge);
    border-radius: var(--_r);
    background-color: var(--_surface);
    padding-block: 2px;
    padding-inline: 10px 28px;
    background-image:
      linear-gradient(45deg, transparent 50%, var(--_text) 50%),
      linear-gradient(-45deg, transparent 50%, var(--_text) 50%);
    background-size: 5px 5px;
    background-repeat: no-repeat;
    background-position:
      calc(100% - 15px) 55%,
      calc(100% - 10px) 55%;
    text-overflow: ellipsis;
  }
  .sel:dir(rtl) {
    background-position:
      10px 55%,
      15px 55%;
  }
  .c {
    display: grid;
    grid-template-columns: 34px minmax(0, 1fr);
    gap: 0 var(--_s3);
    padding-block: var(--_s4) var(--_s2);
  }
  .thread > .c {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 130px;
  }
  .thread > .c + .c {
    border-block-start: 1px solid var(--_border);
  }
  .c.hit {
    background: var(--_sunken);
  }
  .av {
    inline-size: 34px;
    block-size: 34px;
    border-radius: min(50%, calc(var(--_radius) * 4));
    display: grid;
    place-items: center;
    overflow: clip;
    font-size: 12.5px;
    font-weight: 700;
    line-height: 1;
    background: var(--_hover);
    border: 1px solid var(--_border);
  }
  .av img {
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .c .by {
    gap: 0 8px;
    align-items: baseline;
    font-size: var(--_sm);
    line-height: max(1.4, var(--_tight));
  }
  .by b {
    font-weight: 700;
  }
  .by :is(b, b a) {
    color: inherit;
  }
  .by .t {
    color: var(--_muted);
    font-size: var(--_xs);
    text-decoration: none;
    display: inline-block;
    min-block-size: 24px;
    line-height: 24px;
  }
  .by a.t:hover {
    text-decoration: underline;
  }
  .role {
    font-size: var(--_xs);
    border: 1px solid var(--_edge);
    border-radius: var(--_r);
    padding-inline: 6px;
    line-height: 1.45;
  }
  .on {
    display: inline-block;
    text-align: start;
    font-size: var(--_xs);
    line-height: 1.35;
    min-block-size: 24px;
    margin-block: 3px 2px;
    padding: 3px 8px;
    border-radius: var(--_r);
    background: var(--_sunken);
    max-inline-size: 100%;
    border-inline-start: 4px solid var(--_lv);
  }
  button.on:hover {
    text-decoration: underline;
  }
  .tx {
    font-size: max(14px, calc(var(--entente-em) * 0.98));
    line-height: max(1.5, var(--_lead));
    margin-block: 3px 2px;
    text-wrap: pretty;
    max-inline-size: 68ch;
  }
  .tx > * + *,
  .tx li + li {
    margin-block-start: 0.5em;
  }
  .tx :is(ul, ol) {
    padding-inline-start: 1.4em;
    list-style: disc;
  }
  .tx ol {
    list-style: decimal;
  }
  .tx blockquote {
    margin: 0;
    padding-inline-start: 12px;
    border-inline-start: 3px solid var(--_border);
  }
  .tx pre {
    margin: 0;
    padding: 8px 10px;
    background: var(--_sunken);
    overflow: auto;
    overflow-wrap: normal;
    font-size: 0.86em;
  }
  .ac {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_u);
    margin-inline-start: -8px;
  }
  .ac .btn {
    font-size: var(--_xs);
    padding-inline: 8px;
    min-block-size: 28px;
    color: var(--_muted);
    text-decoration: none;
  }
  .ac .btn:hover {
    color: var(--_text);
  }
  .kids {
    grid-column: 2;
    border-inline-start: 1.5px solid var(--_border);
    margin-inline-start: -30px;
    padding-inline-start: 29px;
    margin-block-start: 2px;
  }
  .kids .c {
    grid-template-columns: 26px minmax(0, 1fr);
    padding-block: 10px 4px;
  }
  .kids .av {
    inline-size: 26px;
    block-size: 26px;
    font-size: 10.5px;
  }
  @container entente (inline-size < 20em) {
    .kids {
      margin-inline-start: -46px;
      padding-inline-start: 14px;
    }
  }
`;
