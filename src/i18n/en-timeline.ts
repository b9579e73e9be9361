import { record } from './en-record.js';

/** The words of the timeline alone in English: a part of `en`. */
export const timeline = {
  'effect.closer': 'Closer',
  'effect.mixed': 'Mixed',
  'effect.apart': 'Apart',
  'effect.none': 'No change',
  mini: 'Small',
  list: 'List',
  strip: 'Strip',
  'timeline.date': 'Date shown',
  'timeline.stop': '{date}: {level}, {period}',
  'timeline.stopUnrated': '{date}: {level}',
  'timeline.latest': 'latest',
  'timeline.previous': 'Previous change of level',
  'timeline.next': 'Next change of level',
  'timeline.closer': 'closer',
  'timeline.apart': 'apart',
  'timeline.wider': { one: '{n} day, drawn wider', other: '{n} days, drawn wider' },
  'timeline.whole': 'Show the whole record',
  'timeline.less': 'Show less',
  'timeline.earlier': { one: 'Show {n} earlier event', other: 'Show {n} earlier events' },
  'timeline.later': { one: 'Show {n} later event', other: 'Show {n} later events' },
  'timeline.fewer': 'Show fewer events',
  'timeline.leftOut': {
    one: '{n} later event is left out, as of {date}.',
    other: '{n} later events are left out, as of {date}.',
  },
  'timeline.capped': 'This record is longer than {n} events: the others are left out.',
  'timeline.noEvents': 'No event is on record.',
  'timeline.noneThen': 'No event is on record by then.',
  'filter.effect': 'By effect',
  'filter.text': 'Find in the events',
  'filter.count': { one: '{shown} of {n} event shown.', other: '{shown} of {n} events shown.' },
  'filter.none': 'No event on record fits.',
  'filter.clear': { one: 'Show the {n} event', other: 'Show all {n} events' },
  'filter.cleared': 'What hid this event has been cleared.',
  'period.none': 'Outside the periods',
  'event.link': 'Copy link',
  'event.linkHere':
    'Copying is not allowed here: the address of this page leads to the event now, copy it from there.',
  'event.inCard': 'Evidence in the card',
  'media.show': 'Show the picture',
  'media.failed': 'The picture could not be loaded.',
  'timeline.error': 'The timeline could not be loaded',

  'event.comment': 'Comment on this',
  'event.loaded': { one: '{n} comment loaded', other: '{n} comments loaded' },
} as const;

/** All that a timeline can say, beside what every element has. */
export const timelineWords = [record, timeline];
