/** The record that `dist/entente.js` brings along. Who imports this file has it in elements with `feed="iran-pakistan"`. */
import iranPakistan from '../../data/iran-pakistan.json';
import { registerRecord } from './record-registry.js';
import type { Feed } from './schema.js';

// TypeScript reads a JSON file's words as any text.
const record = iranPakistan as unknown as Feed;
registerRecord(record);

export default record;
export { bundledFeed } from './record-registry.js';
