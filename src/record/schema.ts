/**
 * Feed version 1. The one source of structure: the types below, the parser's rules and the published
 * JSON Schema are all derived from these definitions. What spans several values (references, order,
 * real dates) is in check.ts, since a JSON Schema cannot carry it.
 */
import * as v from 'valibot';

/** Ids never change and end up in URLs. */
const id = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,64}$/, 'an id of a-z, 0-9 and - such as 2024-strikes'));
const text = v.pipe(v.string(), v.regex(/\S/, 'a text'));
/** The alphabet only: whether it is a date is for parse.ts, which knows this schema by its identity. */
export const date = v.pipe(v.string(), v.regex(/^[-\dXYES~?%/.]+$/, 'an EDTF date such as 1947-08'));
// No flags on patterns: JSON Schema has none.
const url = v.pipe(v.string(), v.regex(/^https?:\/\/\S+$/, 'an http(s) address'));
/** Of the assessor's own pages: a relative one hangs on the feed's address, so that a feed can travel with them. */
const page = v.pipe(
  v.string(),
  v.regex(/^(https?:\/\/\S+|(?!\/\/)[\w./?#=&%~-]+)$/, 'an http(s) or relative address'),
);
const contact = v.pipe(v.string(), v.regex(/^(https?:\/\/|mailto:)\S+$/, 'an http(s) or mailto address'));
const image = v.pipe(v.string(), v.regex(/^(https:\/\/|data:image\/)\S+$/, 'an https or data:image address'));
const duration = v.pipe(
  v.string(),
  v.regex(/^P(?=\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?$/, 'an ISO 8601 duration such as P180D'),
);
const refs = v.optional(v.array(id));

/** Seven steps, from the apart end to the closer end. `null` is "not rated", never the middle. */
export const LEVELS = [
  'conflict',
  'hostile',
  'strained',
  'neutral',
  'cooperative',
  'partner',
  'allied',
] as const;
export const CONFIDENCES = ['low', 'medium', 'high'] as const;
const TRENDS = ['improving', 'steady', 'worsening', 'unclear'] as const;
export const EFFECTS = ['closer', 'mixed', 'apart', 'none'] as const;
export const FINDINGS = ['supported', 'partly', 'disputed', 'outdated', 'unsupported'] as const;
export const TIERS = ['primary', 'party', 'scholarly', 'news', 'dataset', 'reference'] as const;

const level = v.nullable(v.picklist(LEVELS));
const confidence = v.optional(v.picklist(CONFIDENCES));

const party = v.object({
  id,
  name: text,
  code: v.optional(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'an ISO 3166-1 code such as PK'))),
  formerly: v.optional(v.array(v.object({ name: text, interval: date }))),
});

const contested = v.object({
  question: text,
  readings: v.pipe(
    v.array(v.object({ by: text, text, sources: refs })),
    v.minLength(2, 'two readings or more'),
  ),
  note: v.optional(text),
});

const reason = v.object({ text, date: v.optional(date), sources: refs });
const point = v.object({ text, since: v.optional(date), sources: refs });

const period = v.object({
  id,
  interval: date,
  level,
  mixed: v.optional(v.boolean()),
  title: text,
  verdict: v.optional(text),
  confidence,
  because: v.optional(v.array(reason)),
});

const rating = v.object({
  interval: date,
  level,
  mixed: v.optional(v.boolean()),
  trend: v.optional(v.picklist(TRENDS)),
  summary: v.optional(text),
  reason: v.optional(text),
  evidence: refs,
  contested: v.optional(contested),
  sources: refs,
});

const tie = v.object({
  title: text,
  interval: v.optional(date),
  kind: v.optional(text),
  inForce: v.optional(v.boolean()),
  text: v.optional(text),
  sources: refs,
});

const claim = v.object({
  text,
  by: v.optional(text),
  finding: v.picklist(FINDINGS),
  note: v.optional(text),
  sources: refs,
});

const event = v.object({
  id,
  date,
  title: text,
  text: v.optional(text),
  dimension: v.optional(id),
  effect: v.optional(v.picklist(EFFECTS)),
  sources: refs,
  contested: v.optional(contested),
  media: v.optional(v.object({ src: image, alt: text, credit: v.optional(text), url: v.optional(url) })),
});

const source = v.object({
  id,
  title: text,
  publisher: v.optional(text),
  date: v.optional(date),
  url: v.optional(url),
  locator: v.optional(text),
  tier: v.picklist(TIERS),
  lang: v.optional(text),
});

/** A relationship feed: one pair of parties, its record, and an editor's judgement of it. */
export const feedSchema = v.object({
  $schema: v.optional(v.string()),
  version: v.literal(1),
  id,
  lang: text,
  question: text,
  pastQuestion: v.optional(text),
  parties: v.strictTuple([party, party], 'two parties'),
  asOf: date,
  updated: v.optional(date),
  staleAfter: v.optional(duration),
  permalink: v.optional(url),
  assessor: v.optional(
    v.object({ name: text, url: v.optional(page), method: v.optional(page), report: v.optional(contact) }),
  ),
  answer: v.optional(text),
  verdict: v.optional(text),
  confidence,
  trend: v.optional(
    v.object({
      direction: v.picklist(TRENDS),
      since: v.optional(date),
      reason: v.optional(text),
      sources: refs,
    }),
  ),
  periods: v.pipe(v.array(period), v.minLength(1, 'one period or more')),
  dimensions: v.optional(v.array(v.object({ id, name: text, ratings: v.array(rating) }))),
  together: v.optional(v.array(point)),
  apart: v.optional(v.array(point)),
  ties: v.optional(v.array(tie)),
  outlook: v.optional(v.object({ text, wouldChange: v.optional(v.array(text)), confidence })),
  claims: v.optional(v.array(claim)),
  events: v.optional(v.array(event)),
  sources: v.array(source),
  related: v.optional(v.array(v.object({ title: text, url }))),
  discussion: v.optional(v.object({ prompt: v.optional(text) })),
  updates: v.optional(v.array(v.object({ date, note: text }))),
  license: v.optional(v.object({ name: text, url: v.optional(url) })),
  alternates: v.optional(v.array(v.object({ lang: text, src: text }))),
});

export type Feed = v.InferOutput<typeof feedSchema>;
export type Level = (typeof LEVELS)[number] | null;
export type Confidence = (typeof CONFIDENCES)[number];
export type Direction = (typeof TRENDS)[number];
export type Effect = (typeof EFFECTS)[number];
export type Finding = (typeof FINDINGS)[number];
export type Tier = (typeof TIERS)[number];
export type Party = v.InferOutput<typeof party>;
export type Period = v.InferOutput<typeof period>;
export type Reason = v.InferOutput<typeof reason>;
export type Point = v.InferOutput<typeof point>;
export type Rating = v.InferOutput<typeof rating>;
export type Dimension = NonNullable<Feed['dimensions']>[number];
export type Contested = v.InferOutput<typeof contested>;
export type Tie = v.InferOutput<typeof tie>;
export type Claim = v.InferOutput<typeof claim>;
export type FeedEvent = v.InferOutput<typeof event>;
export type Source = v.InferOutput<typeof source>;
