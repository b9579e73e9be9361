import type { RecordSummary } from '../summary/record-summary.js';
import { escape, toHtml, type Markup } from './markup.js';

/** Enough to read it well, in the reader's own scheme. No rule a printer or a reader mode would trip over. */
const CSS = `:root { color-scheme: light dark; }
body { max-inline-size: 44em; margin-inline: auto; padding: 1em; font: 1.06em/1.55 system-ui, sans-serif; }
h1, h2, h3 { line-height: 1.2; }
dl { display: grid; gap: 0.2em 1.5em; }
dl > div { display: flex; flex-wrap: wrap; gap: 0 0.6em; }
dt { font-weight: 600; }
dd { margin: 0; }
li { margin-block: 0.35em; overflow-wrap: anywhere; }`;

/** A complete page of its own around the fallback, without a script that runs. */
export function staticPage(summary: RecordSummary, body: readonly Markup[], head: string): string {
  const { lang, dir } = summary.i18n;
  return `<!doctype html>
<html lang="${escape(lang)}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(summary.record.question)}</title>
<meta name="description" content="${escape(summary.sentence)}">
<style>
${CSS}
</style>
${head}
</head>
<body>
<main>
${body.map(toHtml).join('\n')}
</main>
</body>
</html>`;
}
