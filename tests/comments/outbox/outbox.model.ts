/** Readers at two tabs, and all that can happen to them: what the outbox promises, over whatever order. */
import { expect } from 'chai';
import fc from 'fast-check';
import type { OutboxItem } from '../../../src/comments/outbox/outbox-items.js';
import { FATES, PLACES, World } from '../../support/outbox-world.js';
import type { Tab, WorldOptions } from '../../support/outbox-world.js';

interface Composer {
  text: string;
  maybeSent: boolean;
  saved: boolean;
}

/** The readers, who see what the element would show them. */
export class Readers {
  /** Words that must be somewhere: in a composer, a draft, the outbox or at the engine. */
  readonly words = new Set<string>();
  readonly tabs: { tab: Tab; composers: Composer[]; fragile: () => string[]; told: string[] }[] = [];
  #typed = 0;

  constructor(readonly world: World) {}

  async open(): Promise<void> {
    const tab = this.world.open();
    const composers = PLACES.map((place) => {
      const draft = tab.drafts.load(place);
      return { text: draft?.text ?? '', maybeSent: draft?.maybeSent ?? false, saved: true };
    });
    PLACES.forEach((place, index) => {
      tab.drafts.subscribe(place, () => {
        const composer = composers[index];
        if (!composer?.saved) return;
        const draft = tab.drafts.load(place);
        Object.assign(composer, { text: draft?.text ?? '', maybeSent: draft?.maybeSent ?? false });
      });
    });
    const fragile = () => [
      ...composers.filter(({ saved }) => !saved).map(({ text }) => text),
      ...itemsOf(tab).flatMap(({ stored, draft }) => (stored ? [] : [draft.text])),
    ];
    const one = { tab, composers, fragile, told: [] as string[] };
    const end = tab.die;
    tab.die = () => {
      if (!tab.alive) return;
      // What was only in this tab, and said to be, dies with it.
      const here = [...fragile(), ...one.told];
      end();
      for (const text of here) if (!this.has(text)) this.words.delete(text);
    };
    this.tabs.push(one);
    await this.world.pass(50);
  }

  /** One of the tabs that live, one of its composers. */
  pick(which: number) {
    const living = this.tabs.filter(({ tab }) => tab.alive);
    const one = living[which % living.length];
    const index = which % PLACES.length;
    const composer = one?.composers[index];
    const place = PLACES[index];
    return one && composer && place ? { ...one, composer, place } : undefined;
  }

  async type(which: number): Promise<void> {
    const one = this.pick(which);
    if (!one) return;
    const { tab, composer, place } = one;
    if (composer.text) this.words.delete(composer.text);
    composer.text = `${composer.text} w${++this.#typed}`.trim();
    composer.maybeSent = false;
    this.words.add(composer.text);
    composer.saved = tab.drafts.save(place, composer.text).saved;
    await this.world.pass(50);
  }

  async send(which: number, twice: boolean): Promise<void> {
    if (!this.pick(which)?.composer.text) await this.type(which);
    const one = this.pick(which);
    if (!one?.composer.text) return;
    const { tab, composer, place } = one;
    const words = { text: composer.text, name: 'Ann', email: '', page: 'https://a.example/p' };
    const item = tab.outbox.add(place, words, composer);
    if (twice && tab.alive) expect(tab.outbox.add(place, words).id).to.equal(item.id);
    Object.assign(composer, { text: '', maybeSent: false, saved: true });
    await this.world.pass(50);
  }

  /** At once, or in the middle of what it does next. */
  async die(which: number, fuse: number): Promise<void> {
    const tab = this.pick(which)?.tab;
    if (fuse && tab) tab.fuse = fuse;
    else tab?.die();
    await this.world.pass(0);
  }

  async act(which: number, choice: number): Promise<void> {
    const one = this.pick(which);
    if (!one) return;
    const { tab, composers } = one;
    const all = tab.outbox.items();
    const item = all[choice % all.length];
    if (!item) return;
    const { id, draft } = item;
    const index = PLACES.findIndex(({ parent }) => parent === draft.parent);
    const composer = composers[index];
    if (!composer) return;
    const { onTheWay } = this.world;
    // Whoever asks the reader too early gets no answer.
    if (item.state === 'unsure' && onTheWay.some(({ text }) => text === draft.text)) return;
    let pending: Promise<unknown> = Promise.resolve();
    // The engine has these words, says the outbox: whoever insists posts them twice knowingly.
    const insists = item.code === 'comments/duplicate';
    if (item.state === 'unsure' && choice < 8)
      pending = this.world.holds(draft.text) ? tab.outbox.confirmSent(id) : tab.outbox.confirmLost(id);
    else if (choice < 4 && !insists) pending = tab.outbox.retry(id);
    else if (choice < 9 && !composer.text && !insists)
      pending = tab.outbox.edit(id).then((taken) => {
        if (!taken || !tab.alive) return;
        Object.assign(composer, { text: taken.draft.text, maybeSent: taken.maybeSent, saved: taken.saved });
      });
    else
      pending = tab.outbox.discard(id).then((text) => {
        if (text !== undefined) this.words.delete(text);
      });
    void pending;
    await this.world.pass(choice * 30);
  }

  /** Is there anything of it left, anywhere? */
  has(text: string): boolean {
    const { world } = this;
    if (world.holds(text) || [...world.disk.values()].some((value) => textOf(value) === text)) return true;
    return this.tabs.some(
      ({ tab, composers }) =>
        tab.alive &&
        (composers.some((composer) => composer.text === text) ||
          itemsOf(tab).some(({ draft }) => draft.text === text)),
    );
  }

  check(): void {
    for (const { draft } of this.world.engine)
      expect(this.world.holds(draft.text), `times that the engine has "${draft.text}"`).to.equal(1);
    for (const text of this.words) expect(this.has(text), `"${text}" is somewhere`).to.equal(true);
    for (const one of this.tabs) one.told = one.tab.alive ? one.fragile() : [];
  }
}

/** Looking is no reason to die, although it sweeps out what has expired. */
function itemsOf(tab: Tab): OutboxItem[] {
  const { fuse } = tab;
  tab.fuse = -1;
  const items = tab.outbox.items();
  tab.fuse = fuse;
  return items;
}

function textOf(stored: string): unknown {
  const { value } = JSON.parse(stored) as { value: { text?: string; draft?: { text: string } } };
  return value.text ?? value.draft?.text;
}

type Act = (readers: Readers) => unknown;

class Command implements fc.AsyncCommand<object, Readers> {
  constructor(
    readonly name: string,
    readonly act: Act,
  ) {}
  check = () => true;
  async run(_model: object, readers: Readers) {
    await this.act(readers);
    readers.check();
  }
  toString = () => this.name;
}

/** A command for each of these values. */
const each = <T>(values: fc.Arbitrary<T>, name: string, act: (readers: Readers, value: T) => unknown) =>
  values.map((value) => new Command(`${name} ${JSON.stringify(value)}`, (readers) => act(readers, value)));

const NUMBER = fc.nat({ max: 11 });
const FATE = fc.constantFrom(...(Object.keys(FATES) as (keyof typeof FATES)[]));
const TIME = fc.constantFrom(0, 20, 120, 300, 3000, 40_000, 200_000, 3_600_000);

const send = each(fc.tuple(NUMBER, fc.boolean(), FATE), 'send', (readers, [which, twice, fate]) => {
  readers.world.fates.push(FATES[fate]);
  return readers.send(which, twice);
});
const act = each(fc.tuple(NUMBER, NUMBER), 'act', (readers, [which, choice]) => readers.act(which, choice));
const open = each(fc.constant(''), 'open', (readers) =>
  readers.tabs.filter(({ tab }) => tab.alive).length < 3 ? readers.open() : undefined,
);

const COMMANDS = [
  ...[send, send, send, act, act, open],
  each(NUMBER, 'type', (readers, which) => readers.type(which)),
  each(FATE, 'next', ({ world }, fate) => world.fates.push(FATES[fate])),
  each(TIME, 'pass', ({ world }, ms) => world.pass(ms)),
  each(fc.tuple(NUMBER, fc.nat({ max: 4 })), 'die', (readers, [which, fuse]) => readers.die(which, fuse)),
  each(fc.constantFrom(true, true, false), 'online', ({ world }, on) => world.goOnline(on)),
  each(fc.constantFrom('fine', 'fine', 'full', 'denied'), 'storage', ({ world }, to) => world.fill(to)),
  each(fc.constantFrom(-3_600_000, 0, 3_600_000), 'clock', ({ world }, skew) => (world.skew = skew)),
  each(fc.boolean(), 'list fails', ({ world }, fails) => (world.listFails = fails)),
];

/** Whatever happens: nothing twice, nothing lost; and once all is well again, nothing waits for ever. */
export const promise = (options: WorldOptions, runs: number, seed: number) =>
  fc.assert(
    fc.asyncProperty(
      fc.commands(COMMANDS, { maxCommands: 40, size: 'max' }),
      fc.nat({ max: 1000 }),
      async (commands, luck) => {
        const readers = new Readers(new World({ ...options, seed: luck }));
        const { world } = readers;
        await readers.open();
        await readers.open();
        await fc.asyncModelRun(() => ({ model: {}, real: readers }), commands);
        world.fill('fine');
        Object.assign(world, { skew: 0, listFails: false, fates: [] });
        world.goOnline(true);
        await readers.open();
        await world.pass(6 * 3_600_000);
        readers.check();
        for (const { state, draft } of readers.tabs.at(-1)?.tab.outbox.items() ?? [])
          expect(['failed', 'unsure'], `state of "${draft.text}" in the end`).to.include(state);
      },
    ),
    { numRuns: runs, seed },
  );
