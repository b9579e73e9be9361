import { expect } from 'chai';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

// The rules that need types would load the whole program, and report files that do not exist.
const eslint = new ESLint({ overrideConfig: [tseslint.configs.disableTypeChecked] });

/** The rules that report a text, as if it stood in that file. */
async function reports(filePath: string, text: string): Promise<string[]> {
  const [result] = await eslint.lintText(text, { filePath });
  return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message);
}

describe('lint', () => {
  const forbidden = {
    'lib imports the layer above': ['src/lib/url.ts', '../dates/edtf.js'],
    'dates know no words': ['src/dates/edtf.ts', '../i18n/en.js'],
    'a record knows no words': ['src/record/model.ts', '../i18n/localize.js'],
    'a record knows no comments': ['src/record/model.ts', '../comments/thread/thread.js'],
    'a record knows no element': ['src/record/model.ts', '../elements/card/entente-card.js'],
    'formats know no element': ['src/formats/csv.ts', '../elements/card/full-card.js'],
    'the command line knows no element': ['src/cli/show-command.ts', '../elements/card/entente-card.js'],
    'elements know no command line': ['src/elements/card/entente-card.ts', '../../cli/validate-command.js'],
    'a card knows no timeline': ['src/elements/card/entente-card.ts', '../timeline/event-list.js'],
    'a timeline knows no card': ['src/elements/timeline/layouts.ts', '../card/full-card.js'],
    'what elements share knows none of them': ['src/elements/ui/panels.ts', '../card/full-card.js'],
    'a provider knows no outbox': ['src/comments/providers/local.ts', '../outbox/drafts.js'],
    'a record knows no comment box': ['src/formats/csv.ts', '../comments/ui/body.js'],
    'a view knows no check of a record': ['src/elements/card/full-card.ts', '../../record/references.js'],
    'nothing imports an entry': ['src/elements/card/entente-card.ts', '../../define.js'],
    'a record knows no Lit': ['src/record/model.ts', 'lit'],
    'formats know no Lit': ['src/formats/csv.ts', 'lit/directives/repeat.js'],
    'one file imports data': ['src/record/model.ts', '../../data/iran-pakistan.json'],
    'not even an element imports data': [
      'src/elements/card/entente-card.ts',
      '../../../data/iran-pakistan.json',
    ],
  };
  for (const [name, [file, source]] of Object.entries(forbidden))
    it(`${name}: ${file} may not import ${source}`, async () => {
      expect(await reports(file ?? '', `import '${source}';`)).to.include('entente/imports-point-down');
    });

  const allowed = {
    'dates use lib': ['src/dates/edtf.ts', '../lib/intl-cache.js'],
    'the command line checks records': ['src/cli/validate-command.ts', '../record/lint.js'],
    'a controller knows Lit': ['src/loading/feed-controller.ts', 'lit'],
    'styles know Lit': ['src/styles/host.styles.ts', 'lit'],
    'elements look down': ['src/elements/card/entente-card.ts', '../../record/model.js'],
    'an element knows its base': ['src/elements/card/entente-card.ts', '../record-element.js'],
    'a comment box knows what elements share': ['src/comments/ui/body.ts', '../../elements/ui/icons.js'],
    'the bundled record is data': ['src/record/bundled-record.ts', '../../data/iran-pakistan.json'],
  };
  for (const [name, [file, source]] of Object.entries(allowed))
    it(`${name}: ${file} may import ${source}`, async () => {
      expect(await reports(file ?? '', `import '${source}';`)).not.to.include('entente/imports-point-down');
    });

  const unsafe = {
    'markup from a string': 'export const f = (e: Element, s: string): void => void (e.innerHTML = s);',
    unsafeHTML: "import { unsafeHTML } from 'lit/directives/unsafe-html.js';\nexport const f = unsafeHTML;",
    styleMap: "import { styleMap } from 'lit/directives/style-map.js';\nexport const f = styleMap;",
    'an action that nobody checks':
      'import { html } from \'lit\';\nexport const f = html`<button data-action="refresh"></button>`;',
    'an inline style': 'import { html } from \'lit\';\nexport const f = html`<p style="color: red"></p>`;',
  };
  for (const [name, text] of Object.entries(unsafe))
    it(`reports ${name} in an element`, async () => {
      expect(await reports('src/elements/card/entente-card.ts', text)).to.include('no-restricted-syntax');
    });
});
