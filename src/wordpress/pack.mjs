/** Packs the WordPress plugin: its own files, and what of `dist/` it brings along. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';
import { attributesPhp, blockAttributes, readElements } from '../tools/element-attributes.mjs';

const SOURCE = fileURLToPath(new URL('plugin', import.meta.url));
/**
 * With the places that they have to each other: a script, and the page for frames, look for others beside themselves.
 * Compressed copies stay behind: a site's own server knows nothing of them.
 */
const ASSETS =
  /^(entente(-card|-record|-comments)?\.js|entente\.css|integrity\.json|licenses\.txt|(method|embed)\.html|demo\.css|locales\/.*\.js|feeds\/.*\.json)$/;

const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));

/** A block has the attributes of its element, before those of its own. */
function withAttributes(file, text, elements) {
  const [, name] = /^blocks[\\/](\w+)[\\/]block\.json$/.exec(file) ?? [];
  const element = elements.find(({ tagName }) => tagName === `entente-${name}`);
  if (!element) return text;
  const block = JSON.parse(text);
  return JSON.stringify(
    { ...block, attributes: { ...blockAttributes(element), ...block.attributes } },
    null,
    2,
  );
}

/** Writes `wordpress/entente.zip` into `dist`: the same bytes whenever it is made of the same files. */
export function packPlugin(dist, version) {
  const elements = readElements(dist);
  const files = filesIn(SOURCE).map((file) => {
    const text = readFileSync(join(SOURCE, file), 'utf8');
    return [file, Buffer.from(withAttributes(file, text, elements).replaceAll('__VERSION__', version))];
  });
  files.push(['includes/attributes.php', Buffer.from(attributesPhp(elements))]);
  files.push(['LICENSE', readFileSync('LICENSE')]);
  for (const file of filesIn(dist)) {
    const path = file.replaceAll(sep, '/');
    if (ASSETS.test(path)) files.push([`assets/${path}`, readFileSync(join(dist, file))]);
  }
  const sorted = files
    .map(([file, data]) => [`entente/${file.replaceAll(sep, '/')}`, data])
    .sort(([a], [b]) => (a < b ? -1 : 1));
  mkdirSync(join(dist, 'wordpress'), { recursive: true });
  // The fields of the date are taken as they are here, whatever the time zone: the first that a ZIP can hold.
  const mtime = new Date(1980, 0, 1);
  writeFileSync(
    join(dist, 'wordpress/entente.zip'),
    zipSync(Object.fromEntries(sorted), { level: 9, mtime }),
  );
}
