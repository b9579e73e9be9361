/** The expectations, and the page that is written of what was found. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { FORMS } from './forms.js';
import type { Form } from './forms.js';
import type { Host } from './host.js';
import type { Outcome } from './outcome.js';

export type Row = Record<Form, Outcome>;

const EXPECTED = new URL('expected.json', import.meta.url);
const PAGE = new URL('../../../demo/hosts.md', import.meta.url);

/** A host's name in the expectations. */
export const rowOf = ({ name, setting }: Host): string => (setting ? `${name}: ${setting}` : name);

export const expected = (): Record<string, Row> =>
  JSON.parse(readFileSync(EXPECTED, 'utf8')) as Record<string, Row>;

/** Takes what was found as what is to be found from now on. */
export async function keep(rows: Record<string, Row>): Promise<void> {
  const config = await resolveConfig(EXPECTED);
  const text = JSON.stringify({ ...expected(), ...rows });
  writeFileSync(EXPECTED, await format(text, { ...config, parser: 'json' }));
}

const INTRO = `# Where the forms to paste survive

Written by \`npm run test:hosts\`, which builds a page of each form of \`entente snippet\` with each of these, opens it in Chromium, and fails where what it finds is no longer what is said here. WordPress has tests of its own, against the real one: \`npm run test:engines\`.

- **Markup**: what the page has before any script runs. "Attributes changed inside": e.g. a link has got a \`target\`, or a date has lost its \`datetime\`. "Script gone": the form's own \`<script>\` is not on the page.
- **As pasted**, **with the site's script** (the site's template loads \`entente.js\` once) and **without JavaScript**: what a reader sees. "Live" is the widget, once, with no second copy of its text; "text" is the fallback: the verdict, and all links to sources; "the line" is what stands under an iframe: level, date and a link.
- A host without a setting is as it comes.
`;

const ABOUT: Record<Form, string> = {
  tag: 'The custom element, its fallback inside, in a `<div>` with the script',
  blockquote: 'A `<blockquote class="entente-card">`, which the script makes the element of',
  iframe: 'An `<iframe>` of `embed.html`, with a line of text under it',
};

const HEAD = ['Host', 'Setting', 'Markup', 'As pasted', 'With the site’s script', 'Without JavaScript'];

const line = (cells: readonly string[]) =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

/** @param versions by row, like the rows. */
export async function writePage(
  hosts: Host[],
  rows: Record<string, Row>,
  versions: Record<string, string>,
): Promise<void> {
  const tables = FORMS.map((form) => {
    const lines = hosts.map((host) => {
      const row = rowOf(host);
      const name = [host.name, versions[row]].filter(Boolean).join(' ');
      return line([name, host.setting ?? '', ...(rows[row]?.[form] ?? [])]);
    });
    return [`## ${form}\n\n${ABOUT[form]}.\n`, line(HEAD), line(HEAD.map(() => '---')), ...lines].join('\n');
  });
  const config = await resolveConfig(PAGE);
  const text = await format([INTRO, ...tables].join('\n\n'), { ...config, parser: 'markdown' });
  const old = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : '';
  if (text !== old) writeFileSync(PAGE, text);
  console.log(
    `\n  demo/hosts.md ${text === old ? 'is what was found' : 'has changed: see what, and commit it'}.`,
  );
}
