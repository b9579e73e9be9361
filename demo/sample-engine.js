/**
 * A comment engine for the demo, inside the page: it answers for addresses under `sample/` in place of a server,
 * as any endpoint of the kind `jsonfeed` would. What is posted is gone with the page. Names and comments are
 * invented sample text. The last word of the address chooses how it behaves:
 *
 *   open · held · closed · refuses · offline (no answer at all) · silent (never answers) · empty · fails · readonly
 */
const HOUR = 3_600_000;
const PAGE = 3;
const begun = Date.now();

const SAMPLES = [
  [1, '', 'محمد هاشمی', 30, 'مرز برای مردم بلوچ همیشه یک خط روی نقشه بوده است.'],
  [
    2,
    '',
    'J. Okafor',
    3,
    'Why is the economic row only Working relations when the $10 bn goal has been announced twice?',
  ],
  [3, 2, 'Sana K.', 2, 'Because a goal is not trade, and the pipeline is not built.'],
  [
    4,
    '',
    'Sana K.',
    0.2,
    'Re: Iranian diplomats killed in Mazar-i-Sharif (8 Aug 1998) [event:1998-iranian-diplomats-killed-in-mazar-i-sharif]\n\nThe card calls these years strained, and they were. Is there a record of how the border towns lived through that autumn?',
  ],
  [
    5,
    4,
    'D. Rahimi',
    0.1,
    'A fair question. If you have a source, add it here and we will review it.',
    'editor',
  ],
  [
    6,
    5,
    'Sana K.',
    0.08,
    'I will look in the newspaper archive this week: https://example.org/archive (1998).',
  ],
  [
    7,
    '',
    'Lena Marsh',
    52,
    'The strip makes the two weeks of 2024 visible without making them the story. Good.',
  ],
  [8, '', 'R. Saeed', 90, 'I would like to see the trade figures side by side.'],
  [9, '', 'Ines', 200, 'The August visit repeats the goal of the year before.'],
];

const itemOf = ([id, parent, name, hours, text, role]) => ({
  id,
  authors: [{ name }],
  content_text: text,
  date_published: new Date(begun - hours * HOUR).toISOString(),
  _entente: { parent: parent || undefined, role },
});

/** Comments by address, as long as the page is open. */
const threads = new Map();

const answer = (data, status = 200) =>
  new Response(JSON.stringify(data), { status, headers: { 'content-type': 'application/feed+json' } });

/** A page of comments: so many at the top, with all that answers them. */
function pageOf(url, mode) {
  const items = threads.get(url.pathname) ?? (mode === 'empty' ? [] : SAMPLES.map(itemOf));
  threads.set(url.pathname, items);
  const newest = url.searchParams.get('order') !== 'oldest';
  const sorted = [...items].sort(
    (a, b) => (newest ? 1 : -1) * (Date.parse(b.date_published) - Date.parse(a.date_published)),
  );
  const start = Number(url.searchParams.get('from')) || 0;
  const top = sorted.filter(({ _entente }) => !_entente.parent).slice(start);
  const shown = new Set(top.slice(0, PAGE).map(({ id }) => id));
  for (let grown = true; grown;) {
    grown = false;
    for (const { id, _entente } of items)
      if (!shown.has(id) && shown.has(_entente.parent)) grown = !!shown.add(id);
  }
  const next = new URL(url);
  next.searchParams.set('from', `${start + PAGE}`);
  return answer({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Sample comments',
    next_url: top.length > PAGE ? next.href : undefined,
    items: sorted.filter(({ id }) => shown.has(id)),
    _entente: {
      post: mode !== 'readonly',
      closed: mode === 'closed',
      total: items.length,
      capabilities: {
        replyDepth: 5,
        likes: false,
        anonymous: true,
        email: 'optional',
        name: 'required',
        maxLength: 2000,
        moderated: mode === 'held',
        refusesDuplicates: true,
      },
    },
  });
}

function postTo(url, mode, draft) {
  if (mode === 'refuses') return answer({ _entente: { error: 'too-fast' } }, 429);
  const items = threads.get(url.pathname) ?? [];
  const status = mode === 'held' ? 'held' : undefined;
  const { parent } = draft._entente ?? {};
  const kept = {
    ...draft,
    id: `new-${items.length}`,
    date_published: new Date().toISOString(),
    _entente: { parent: Number(parent) || parent, status },
  };
  if (!status) threads.set(url.pathname, [...items, kept]);
  return answer(kept, 201);
}

const real = globalThis.fetch;
globalThis.fetch = async (input, init) => {
  const url = new URL(input instanceof Request ? input.url : input, location.href);
  const [, mode] = /\/sample\/([a-z]+)$/.exec(url.pathname) ?? [];
  if (!mode) return real(input, init);
  await new Promise((resolve) => setTimeout(resolve, 300));
  if (mode === 'silent') return new Promise(() => {});
  if (mode === 'fails') return answer({}, 503);
  if (init?.method !== 'POST') return pageOf(url, mode);
  if (mode === 'offline') throw new TypeError('no answer');
  return postTo(url, mode, JSON.parse(init.body));
};
