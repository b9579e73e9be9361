/** Build time only: nothing that reaches a browser imports this file. */
import { toJsonSchema } from '@valibot/to-json-schema';
import { feedSchema } from './schema.js';

/**
 * The published JSON Schema of a feed. It holds structure and patterns; that dates exist, ids are unique and
 * references lead somewhere is beyond it.
 */
export const feedJsonSchema = (): object => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:entente:feed:1',
  title: 'Entente relationship feed, version 1',
  description:
    'How two parties stand to each other: levels by period, events, sources. Unknown keys are ignored.',
  ...toJsonSchema(feedSchema, { target: 'draft-2020-12' }),
});
