import { css } from 'lit';

/** Header, threads and what stands in for them. */
export const threads = css`
  :host(:state(count)) {
    display: inline !important;
    min-inline-size: 0;
  }
  .comments {
    --_danger: var(--entente-danger, light-dark(#a3182f, #ff9aa5));
  }
  .comments-header {
    display: grid;
    gap: var(--_s2);
    padding-block-end: var(--_s3);
    border-block-end: 1px solid var(--_text);
  }
  .comments .title {
    font-size: max(17px, calc(var(--entente-em) * 1.22));
    font-weight: 700;
    line-height: var(--_tight);
    letter-spacing: var(--_track, -0.012em);
    text-wrap: balance;
  }
  .small-text {
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
  .filterline .button {
    margin-inline-start: auto;
    text-decoration: underline;
  }
  .wide {
    inline-size: 100%;
    min-block-size: 38px;
    margin-block-start: 8px;
    justify-content: center;
  }
  .select {
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
  .select:dir(rtl) {
    background-position:
      10px 55%,
      15px 55%;
  }
  .comment-item {
    display: grid;
    grid-template-columns: 34px minmax(0, 1fr);
    gap: 0 var(--_s3);
    padding-block: var(--_s4) var(--_s2);
  }
  .thread > .comment-item {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 130px;
  }
  .thread > .comment-item + .comment-item {
    border-block-start: 1px solid var(--_border);
  }
  .comment-item.hit {
    background: var(--_sunken);
  }
  .avatar {
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
  .avatar img {
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .comment-item .byline {
    gap: 0 8px;
    align-items: baseline;
    font-size: var(--_sm);
    line-height: max(1.4, var(--_tight));
  }
  .byline b {
    font-weight: 700;
  }
  .byline :is(b, b a) {
    color: inherit;
  }
  .byline .detail {
    color: var(--_muted);
    font-size: var(--_xs);
    text-decoration: none;
    display: inline-block;
    min-block-size: 24px;
    line-height: 24px;
  }
  .byline a.detail:hover {
    text-decoration: underline;
  }
  .role {
    font-size: var(--_xs);
    border: 1px solid var(--_edge);
    border-radius: var(--_r);
    padding-inline: 6px;
    line-height: 1.45;
  }
  .tagged-event {
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
  button.tagged-event:hover {
    text-decoration: underline;
  }
  .comment-body {
    font-size: max(14px, calc(var(--entente-em) * 0.98));
    line-height: max(1.5, var(--_lead));
    margin-block: 3px 2px;
    text-wrap: pretty;
    max-inline-size: 68ch;
  }
  .comment-body > * + *,
  .comment-body li + li {
    margin-block-start: 0.5em;
  }
  .comment-body :is(ul, ol) {
    padding-inline-start: 1.4em;
    list-style: disc;
  }
  .comment-body ol {
    list-style: decimal;
  }
  .comment-body blockquote {
    margin: 0;
    padding-inline-start: 12px;
    border-inline-start: 3px solid var(--_border);
  }
  .comment-body pre {
    margin: 0;
    padding: 8px 10px;
    background: var(--_sunken);
    overflow: auto;
    overflow-wrap: normal;
    font-size: 0.86em;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_u);
    margin-inline-start: -8px;
  }
  .actions .button {
    font-size: var(--_xs);
    padding-inline: 8px;
    min-block-size: 28px;
    color: var(--_muted);
    text-decoration: none;
  }
  .actions .button:hover {
    color: var(--_text);
  }
  .replies {
    grid-column: 2;
    border-inline-start: 1.5px solid var(--_border);
    margin-inline-start: -30px;
    padding-inline-start: 29px;
    margin-block-start: 2px;
  }
  .replies .comment-item {
    grid-template-columns: 26px minmax(0, 1fr);
    padding-block: 10px 4px;
  }
  .replies .avatar {
    inline-size: 26px;
    block-size: 26px;
    font-size: 10.5px;
  }
  @container entente (inline-size < 20em) {
    .replies {
      margin-inline-start: -46px;
      padding-inline-start: 14px;
    }
  }
`;
