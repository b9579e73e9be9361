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
    'the feed knows no words': ['src/feed/model.ts', '../i18n/localize.js'],
    'the feed knows no comments': ['src/feed/model.ts', '../comments/thread.js'],
    'the feed knows no element': ['src/feed/model.ts', '../elements/card/entente-card.js'],
    'exports know no element': ['src/export/csv.ts', '../elements/card/views.js'],
    'the command line knows no element': ['src/cli/show.ts', '../elements/card/entente-card.js'],
    'elements know no command line': ['src/elements/card/entente-card.ts', '../../cli/validate.js'],
    'nothing imports an entry': ['src/elements/card/entente-card.ts', '../../define.js'],
    'the feed knows no Lit': ['src/feed/model.ts', 'lit'],
    'exports know no Lit': ['src/export/csv.ts', 'lit/directives/repeat.js'],
    'one file imports data': ['src/feed/model.ts', '../../data/iran-pakistan.json'],
    'not even an element imports data': [
      'src/elements/card/entente-card.ts',
      '../../../data/iran-pakistan.json',
    ],
  };
  for (const [name, [file, source]] of Object.entries(forbidden))
    it(`${name}: ${file} may not import ${source}`, async () => {
      expect(await reports(file ?? '', `import '${source}';`)).to.include('no-restricted-imports');
    });

  const allowed = {
    'dates use lib': ['src/dates/edtf.ts', '../lib/intl-cache.js'],
    'a controller knows Lit': ['src/feed/feed-controller.ts', 'lit'],
    'styles know Lit': ['src/styles/host.ts', 'lit'],
    'elements look down': ['src/elements/card/entente-card.ts', '../../feed/model.js'],
    'elements share within their folder': ['src/elements/card/entente-card.ts', '../feed-element.js'],
    'the bundled feed is data': ['src/feed/bundled.ts', '../../data/iran-pakistan.json'],
  };
  for (const [name, [file, source]] of Object.entries(allowed))
    it(`${name}: ${file} may import ${source}`, async () => {
      expect(await reports(file ?? '', `import '${source}';`)).not.to.include('no-restricted-imports');
    });

  const unsafe = {
    'markup from a string': 'export const f = (e: Element, s: string): void => void (e.innerHTML = s);',
    unsafeHTML: "import { unsafeHTML } from 'lit/directives/unsafe-html.js';\nexport const f = unsafeHTML;",
    styleMap: "import { styleMap } from 'lit/directives/style-map.js';\nexport const f = styleMap;",
    'an inline style': 'import { html } from \'lit\';\nexport const f = html`<p style="color: red"></p>`;',
  };
  for (const [name, text] of Object.entries(unsafe))
    it(`reports ${name} in an element`, async () => {
      expect(await reports('src/elements/card/entente-card.ts', text)).to.include('no-restricted-syntax');
    });
});
