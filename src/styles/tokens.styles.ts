import { css } from 'lit';

/**
 * Design tokens. Public `--entente-*` are only ever read here, so a value set on any ancestor wins;
 * private `--_*` are derived from them. A host normally sets four: accent, surface, text, radius.
 */
export const tokens = css`
  .wrapper {
    font-family: var(--entente-font, inherit);
    font-size: var(--entente-font-size, clamp(14px, 0.92em, 17px));
    --entente-em: 1em;
    --_xs: max(12px, var(--entente-em) * 0.82);
    --_sm: max(13px, var(--entente-em) * 0.92);
    --_lead: var(--entente-leading, 1.5);
    --_tight: var(--entente-leading-tight, 1.22);
    --_accent: var(--entente-accent, light-dark(#5a3cc2, #b9a8ff));
    --_surface: var(--entente-surface, light-dark(#fff, #15181d));
    --_text: var(--entente-text, light-dark(#171a1f, #eceff3));
    --_radius: var(--entente-radius, 6px);
    --_muted: var(--entente-muted, color-mix(in oklab, var(--_text) 72%, var(--_surface)));
    --_border: var(--entente-border, color-mix(in oklab, var(--_text) 15%, var(--_surface)));
    --_edge: color-mix(in oklab, var(--_text) 54%, var(--_surface));
    --_sunken: color-mix(in oklab, var(--_text) 4%, var(--_surface));
    --_hover: color-mix(in oklab, var(--_text) 8%, var(--_surface));
    --_on-accent: var(--entente-on-accent, light-dark(#fff, #14161b));
    --_r: calc(var(--_radius) * 0.6);
    --_hatch: repeating-linear-gradient(135deg, var(--_edge) 0 1px, transparent 1px 4px);
    --_u: var(--entente-space, 4px);
    --_s2: calc(var(--_u) * 2);
    --_s3: calc(var(--_u) * 3);
    --_s4: calc(var(--_u) * 4);
    --_s6: calc(var(--_u) * 6);
    --_dur: var(--entente-duration, 160ms);
  }
  @supports (color: contrast-color(red)) {
    .wrapper {
      --_on-accent: var(--entente-on-accent, contrast-color(var(--_accent)));
    }
  }
  [data-theme='light'] {
    color-scheme: light;
  }
  [data-theme='dark'] {
    color-scheme: dark;
  }
  /* Arabic script stands higher, and is never spaced */
  .wrapper:dir(rtl) {
    --_lead: var(--entente-leading, 1.75);
    --_tight: var(--entente-leading-tight, 1.5);
    --_track: 0;
  }
  /* the scale: orange, grey, blue; named by key, and always beside its name or its place */
  [data-level] {
    --_lv: var(--_edge);
    --_on: var(--_text);
  }
  [data-level='conflict'] {
    --_lv: var(--entente-level-conflict, light-dark(#651e05, #fccb8a));
    --_on: var(--entente-on-level-conflict, light-dark(#fff, #0d1014));
  }
  [data-level='hostile'] {
    --_lv: var(--entente-level-hostile, light-dark(#8d3d0c, #e09e60));
    --_on: var(--entente-on-level-hostile, light-dark(#fff, #0d1014));
  }
  [data-level='strained'] {
    --_lv: var(--entente-level-strained, light-dark(#bc6914, #b77b46));
    --_on: var(--entente-on-level-strained, #0d1014);
  }
  [data-level='neutral'] {
    --_lv: var(--entente-level-neutral, light-dark(#8d8b83, #71706d));
    --_on: var(--entente-on-level-neutral, light-dark(#0d1014, #fff));
  }
  [data-level='cooperative'] {
    --_lv: var(--entente-level-cooperative, light-dark(#4185c8, #6c8db9));
    --_on: var(--entente-on-level-cooperative, #0d1014);
  }
  [data-level='partner'] {
    --_lv: var(--entente-level-partner, light-dark(#095c92, #86b4dc));
    --_on: var(--entente-on-level-partner, light-dark(#fff, #0d1014));
  }
  [data-level='allied'] {
    --_lv: var(--entente-level-allied, light-dark(#1b3570, #aedcf5));
    --_on: var(--entente-on-level-allied, light-dark(#fff, #0d1014));
  }
  @media (prefers-reduced-motion: reduce) {
    .wrapper {
      --_dur: 0.01ms;
    }
  }
`;
