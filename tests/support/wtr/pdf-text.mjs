/**
 * The text of a PDF as Chromium writes it, one string a page, in the order of drawing and without blanks: only
 * as much of the format as that takes, so that no test needs a tool of its own.
 */
import { inflateSync } from 'node:zlib';

/** @param {Buffer} pdf */
export function pdfText(pdf) {
  const file = pdf.toString('latin1');
  const objects = new Map();
  for (const [, id, body] of file.matchAll(/(\d+) 0 obj\b([^]*?)\bendobj/g)) objects.set(id, body);

  const streamOf = (id) => {
    const [, head = '', data = ''] =
      /^([^]*?)stream\r?\n([^]*)\r?\nendstream/.exec(objects.get(id) ?? '') ?? [];
    const bytes = Buffer.from(data, 'latin1');
    return (/FlateDecode/.test(head) ? inflateSync(bytes) : bytes).toString('latin1');
  };

  const utf16 = (hex) => String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => parseInt(unit, 16)));
  const fonts = new Map();
  /** Glyph -> what it means. */
  const meanings = (id) => {
    if (fonts.has(id)) return fonts.get(id);
    const map = new Map();
    const cmap = streamOf(/\/ToUnicode (\d+)/.exec(objects.get(id) ?? '')?.[1]);
    for (const [, block] of cmap.matchAll(/beginbfchar([^]*?)endbfchar/g))
      for (const [, glyph, text] of block.matchAll(/<(\w+)>\s*<(\w+)>/g))
        map.set(parseInt(glyph, 16), utf16(text));
    for (const [, block] of cmap.matchAll(/beginbfrange([^]*?)endbfrange/g))
      for (const [, from, to, text] of block.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g))
        for (let glyph = parseInt(from, 16), i = 0; glyph <= parseInt(to, 16); glyph++, i++)
          map.set(glyph, String.fromCharCode(parseInt(text, 16) + i));
    fonts.set(id, map);
    return map;
  };

  const textOf = (page) => {
    const named = new Map([...page.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, id]) => [name, id]));
    let font;
    let text = '';
    const content = streamOf(/\/Contents (\d+)/.exec(page)?.[1]);
    for (const [, name, hex] of content.matchAll(/\/(F\d+) [\d.]+ Tf|<([\da-fA-F]+)>/g))
      if (name) font = meanings(named.get(name));
      else for (const glyph of hex.match(/.{4}/g) ?? []) text += font?.get(parseInt(glyph, 16)) ?? '';
    return text.replace(/\s+/g, '');
  };

  /** Pages, of branches in their order. */
  const pagesOf = (list) =>
    [...list.matchAll(/(\d+) 0 R/g)].flatMap(([, id]) => {
      const body = objects.get(id) ?? '';
      const [, inner] = /\/Kids \[([^\]]*)\]/.exec(body) ?? [];
      return inner ? pagesOf(inner) : [body];
    });
  const root = [...objects.values()].find((body) => /\/Type \/Pages/.test(body) && !/\/Parent/.test(body));
  return pagesOf(/\/Kids \[([^\]]*)\]/.exec(root ?? '')?.[1] ?? '').map(textOf);
}
