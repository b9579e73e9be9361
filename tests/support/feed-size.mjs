/** What the bundled feed adds to the file for a script tag, which is a difference and so beyond size-limit. */
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';

const LIMIT = 13_000;
const bytes = (file) => brotliCompressSync(readFileSync(`dist/${file}`)).length;

const added = bytes('entente.js') - bytes('entente.core.js');
console.log(`  The bundled feed adds ${added} B brotli (at most ${LIMIT} B)`);
if (added > LIMIT) process.exitCode = 1;
