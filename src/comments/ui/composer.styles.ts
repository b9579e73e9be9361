import { css } from 'lit';

/** The forms, and the box in two columns where there is room. */
export const composers = css`
  .form {
    display: grid;
    gap: var(--_s3);
    margin-block-start: var(--_s4);
    padding-block-start: var(--_s4);
    border-block-start: 1px solid var(--_border);
  }
  .comment-item .form {
    margin-block: var(--_s2);
    padding-block: var(--_s3);
  }
  .form label {
    display: grid;
    gap: 4px;
    align-content: start;
    font-size: var(--_xs);
    font-weight: 600;
    line-height: 1.35;
  }
  .form .label span {
    font-weight: 400;
    color: var(--_muted);
  }
  .form :is(input, textarea) {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
    min-block-size: 38px;
    border: 1px solid var(--_edge);
    border-radius: var(--_r);
    background: var(--_surface);
    padding: 7px 10px;
    font-size: max(16px, var(--_sm));
    line-height: max(1.4, var(--_tight));
    font-weight: 400;
    inline-size: 100%;
    resize: vertical;
  }
  .form textarea {
    min-block-size: 92px;
    max-block-size: 60vh;
    field-sizing: content;
  }
  .form .select {
    inline-size: 100%;
    min-block-size: 38px;
    font-weight: 400;
  }
  .form ::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  .form [aria-invalid] {
    border-color: var(--_danger);
  }
  .form :is(input, textarea, select):focus-visible {
    outline-offset: 0;
  }
  .fault {
    display: flex;
    gap: 5px;
    align-items: center;
    color: var(--_danger);
  }
  .hint {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 12px;
    margin-block-start: -8px;
    font-size: var(--_xs);
    color: var(--_muted);
    line-height: 1.45;
  }
  .hint span {
    display: inline-flex;
    gap: 5px;
    align-items: center;
  }
  .form .two-columns {
    gap: var(--_s3);
  }
  .form .tickbox {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
    font-weight: 400;
    min-block-size: 24px;
  }
  .form .tickbox input {
    inline-size: 18px;
    block-size: 18px;
    min-block-size: 0;
    margin: 3px;
    padding: 0;
    accent-color: var(--_accent);
    flex: none;
  }
  .form .tickbox span:not(.fault) {
    flex: 1;
  }
  .first,
  .notice {
    display: flex;
    gap: 8px;
    font-size: var(--_xs);
    line-height: max(1.45, var(--_tight));
  }
  .first {
    padding: 8px 10px;
    background: var(--_sunken);
    border-inline-start: 3px solid var(--_edge);
    border-radius: var(--_r);
  }
  :is(.first, .notice) .icon {
    margin-block-start: 0.15em;
  }
  .submit-row {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s2) var(--_s3);
    align-items: center;
    justify-content: space-between;
  }
  .submit-row p {
    flex: 1 1 16em;
    color: var(--_muted);
  }
  .submit-row .bar {
    margin: 0;
    gap: 8px;
  }
  .submit-row .button {
    min-block-size: 38px;
    padding-inline: 16px;
    font-size: var(--_sm);
  }
  .submit-row a {
    display: inline-block;
    min-block-size: 24px;
    line-height: 24px;
  }
  .forget {
    font-size: var(--_xs);
    color: var(--_muted);
    margin-block-start: var(--_s2);
    margin-inline-start: -10px;
    text-decoration: underline;
  }
  .signin {
    font-size: var(--_sm);
  }
  .signin .button {
    justify-self: start;
    min-block-size: 36px;
    padding-inline: 14px;
    text-decoration: none;
  }
  .comments > .footer {
    display: block;
  }
  @container entente (inline-size >= 50em) {
    /* the thread beside a column with the form, which stays in sight */
    .comments.open {
      display: grid;
      grid-template: auto auto 1fr / minmax(0, 1fr) 304px;
      column-gap: calc(var(--_u) * 8);
      align-items: start;
    }
    .comments.open > :is(.comments-header, .banner, .filterline) {
      grid-column: 1 / -1;
    }
    .comments.open > .discussion {
      grid-column: 1;
    }
    .comments.open > .footer {
      grid-column: 2;
      position: sticky;
      inset-block-start: var(--_s4);
    }
    .footer .form {
      border: 0;
      margin: 0;
    }
    .footer .form .two-columns {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media print {
    .form,
    .actions,
    .wide,
    .select,
    .state .bar {
      display: none;
    }
    .thread > .comment-item {
      content-visibility: visible;
      break-inside: avoid;
    }
  }
`;
