/** The words that every element has in English: dates, and what is said of whatever it shows. A part of `en`. */
export const shared = {
  'date.about': 'c. {date}',
  'date.doubtful': '{date} (doubtful)',
  'date.since': 'since {date}',
  'date.until': 'until {date}',
  'date.decade': '{year}s',
  'date.range': '{start}–{end}',
  'date.unknown': '?',
  'date.spring': 'Spring {year}',
  'date.summer': 'Summer {year}',
  'date.autumn': 'Autumn {year}',
  'date.winter': 'Winter {year}',
  all: 'All',
  offline: 'Offline.',
  retry: 'Try again',
  'comments.count': { one: '{n} comment', other: '{n} comments' },
} as const;
