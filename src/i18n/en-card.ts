import { record } from './en-record.js';

/** The words of the card alone in English: a part of `en`. */
export const card = {
  'finding.supported': 'Supported',
  'finding.partly': 'Partly',
  'finding.disputed': 'Disputed',
  'finding.outdated': 'Outdated',
  'finding.unsupported': 'Unsupported',
  eventsByThen: { one: '{n} event on record by then', other: '{n} events on record by then' },
  'dimensions.note': 'The overall level is an editor’s judgement, not an average of these rows.',
  both: 'Together and apart',
  together: 'What holds them together',
  apart: 'What pulls them apart',
  ties: 'Formal ties',
  'ties.toDate': 'To date',
  'ties.then': 'Formal ties in force then',
  claims: 'Claims checked',
  'claims.by': 'Claimed by: {name}',
  outlook: 'Outlook',
  wouldChange: 'What would change it',
  more: 'More',
  related: 'Related reading',
  updates: 'What changed',
  compact: 'Compact',
  badge: 'Badge',
  'event.inTimeline': 'In the timeline',
  'error.title': 'The status could not be loaded',
} as const;

/** All that a card can say, beside what every element has. */
export const cardWords = [record, card];
