/** The forms that a reader of ours pastes, as the command prints them, with what must be seen of them. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';

export const FORMS = ['tag', 'blockquote', 'iframe'] as const;
export type Form = (typeof FORMS)[number];

const FEED = 'data/iran-pakistan.json';

export interface Sources {
  /** HTML to paste. */
  forms: Record<Form, string>;
  /** Address of the bundle. */
  script: string;
  /** What every reader must learn. */
  verdict: string;
  /** Addresses that the fallback links to. */
  links: string[];
  /** What stands under an iframe. */
  line: string;
}

/** @param base where the built files and feeds are. */
export function sourcesAt(base: string): Sources {
  const script = `${base}/dist/entente.js`;
  const print = (form: Form) =>
    execFileSync(
      process.execPath,
      [
        process.env['CLI'] ?? 'dist/cli.js',
        'snippet',
        FEED,
        '--form',
        form,
        '--src',
        `${base}/${FEED}`,
        '--script',
        script,
      ],
      { encoding: 'utf8' },
    ).trim();
  const forms = { tag: print('tag'), blockquote: print('blockquote'), iframe: print('iframe') };
  const { verdict } = JSON.parse(readFileSync(FEED, 'utf8')) as { verdict: string };
  const links = [...JSDOM.fragment(forms.tag).querySelectorAll('a')].map(({ href }) => href);
  const line = JSDOM.fragment(forms.iframe).querySelector('a')?.textContent ?? '';
  return { forms, script, verdict, links: [...new Set(links)], line };
}
