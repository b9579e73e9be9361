import { convert } from './convert-command.js';
import { CommandError, USAGE } from './io.js';
import type { Io } from './io.js';
import { render } from './render-command.js';
import { show } from './show-command.js';
import { printSnippet } from './snippet-command.js';
import { validate } from './validate-command.js';

const HELP = `Entente __VERSION__: how two parties stand to each other, from one feed

entente validate FILE… [--json]
  Every problem of each feed, with its place. Exit code 1 if there is one.

entente show FILE [--as-of DATE] [--lang TAG] [--json]
  The card as text, as of a date such as 1971-12: what was on record by then.

entente render FILE [--view card|timeline|all] [--as-of DATE] [--lang TAG]
               [--src URL] [--url URL] [--jsonld] [--page] [--svg]
               [--format html|json|csv|ics]
  The record as HTML that needs no script: to stand in for the elements, in
  feeds and mail. --jsonld adds schema.org data for the head, --page makes a
  page of it, --svg a picture of the card. --src is the feed's own address,
  --url that of the page that will show it. --format json, csv or ics writes
  the whole record for other programs.

entente snippet FILE [--form tag|blockquote|iframe] [--element card|timeline]
                [--view VIEW] [--src URL] [--script URL] [--as-of DATE]
                [--frozen] [--lang TAG]
  HTML to paste. VIEW: full, compact or badge of a card; mini, full, list or
  strip of a timeline. --src is the feed's address, --script that of
  entente.js; --frozen keeps this edition.

entente convert --from timelinejs|csv FILE --parties "Iran:IR,Pakistan:PK" --question "…"
                [--id ID] [--lang TAG] [--as-of DATE]
  A timeline of TimelineJS (JSON, or the table it is made of) as a feed, on the
  output. What was kept, changed and left out is said beside it.

FILE may be - for what is piped in. entente --help and --version say this much.
`;

const COMMANDS: Record<string, (args: readonly string[], io: Io) => Promise<number>> = {
  validate,
  show,
  render,
  snippet: printSnippet,
  convert,
};

/** Runs what was typed behind `entente`; gives the exit code. Rejects only for a fault of this program. */
export async function main([name = '', ...args]: readonly string[], io: Io): Promise<number> {
  if (name === '--version' || name === '-v') {
    io.out('__VERSION__\n');
    return 0;
  }
  if (!name || [name, ...args].some((arg) => arg === '--help' || arg === '-h') || name === 'help') {
    (name ? io.out : io.err)(HELP);
    return name ? 0 : USAGE;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    io.err(`entente: no such command: ${name}; see entente --help\n`);
    return USAGE;
  }
  try {
    return await command(args, io);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    const help = error.exit === USAGE ? '; see entente --help' : '';
    io.err(`entente ${name}: ${error.message}${help}\n`);
    return error.exit;
  }
}
