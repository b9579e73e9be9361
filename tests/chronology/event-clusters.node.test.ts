import { expect } from 'chai';
import fc from 'fast-check';
import { clusterEvents } from '../../src/chronology/event-clusters.js';
import { EFFECTS } from '../../src/record/schema.js';
import type { Effect } from '../../src/record/schema.js';
import { timelineGeometry } from '../../src/elements/timeline/timeline-geometry.js';
import { forFeeds, must, seed } from '../fixtures/generated.js';

type Place = Parameters<typeof clusterEvents>[0][number];

/** Rounding on the way to a mean of places. */
const HAIR = 1e-9;

function expectSound(places: readonly Place[], gap: number): void {
  const marks = clusterEvents(places, gap);
  let first = 0;
  marks.forEach(({ at, n, effect }, i) => {
    const own = places.slice(first, (first += n));
    must(n >= 1 && own.length === n, 'as many as it says');
    const middle = own.reduce((sum, place) => sum + place.at, 0) / n;
    must(Math.abs(at - middle) < HAIR * 1000, 'in their middle');
    const effects = new Set(own.map((place) => place.effect));
    must(effect === (effects.size > 1 ? undefined : own[0]?.effect), 'of the effect they share');
    // Alone, or close enough to a neighbour: nothing is drawn together that has room.
    must(
      n === 1 || own.some((place, j) => j > 0 && place.at - (own[j - 1]?.at ?? NaN) < gap + HAIR),
      'drawn together in need',
    );
    const next = marks[i + 1];
    if (!next) return;
    const room = n === 1 && next.n === 1 ? gap * 0.62 : gap;
    must(next.at - at >= room - HAIR, 'clear of the next');
  });
  must(first === places.length, 'all of them');
}

const place = fc.record({
  // As the axis rounds: two digits.
  at: fc.nat(10_000).map((n) => n / 100),
  effect: fc.constantFrom<Effect | undefined>(...EFFECTS, undefined),
});
const inOrder = fc
  .array(place, { maxLength: 200, size: 'max' })
  .map((some) => some.sort((a, b) => a.at - b.at));

describe('marksOf', () => {
  it('keeps the gap between any two, and the count of all', () => {
    fc.assert(
      fc.property(inOrder, fc.double({ min: 0.1, max: 20, noNaN: true }), (places, gap) => {
        expectSound(places, gap);
      }),
      { numRuns: 1000, seed },
    );
  });

  it('does so along the axis of any feed, at both gaps of the strip', () => {
    forFeeds(fc.constantFrom(3.1, 6), (feed, gap) => {
      const { axis, entries } = timelineGeometry({ feed, from: '', to: '', dimensions: '' });
      expectSound(
        entries.map(({ event, begun }) => ({ at: axis.at(begun), effect: event.effect })),
        gap,
      );
    });
  });

  const marks = (...at: number[]) =>
    clusterEvents(
      at.map((one) => ({ at: one, effect: 'closer' as const })),
      10,
    ).map(({ at: middle, n }) => [middle, n]);

  it('gives two single marks less room than a box with a number', () => {
    expect(marks(0, 6.2)).to.deep.equal([
      [0, 1],
      [6.2, 1],
    ]);
    expect(marks(0, 6.1)).to.deep.equal([[3.05, 2]]);
    // The first two are one box, and that needs more room.
    expect(marks(0, 2, 10.9)).to.deep.equal([[(0 + 2 + 10.9) / 3, 3]]);
    expect(marks(0, 2, 11)).to.deep.equal([
      [1, 2],
      [11, 1],
    ]);
  });

  it('takes in those before, when a box has grown towards them', () => {
    expect(marks(0, 6.5, 9)).to.deep.equal([[15.5 / 3, 3]]);
  });

  it('says what effect all of them have', () => {
    const places: Place[] = [{ at: 1, effect: 'closer' }, { at: 2, effect: 'apart' }, { at: 50 }];
    expect(clusterEvents(places, 5)).to.deep.equal([
      { at: 1.5, n: 2, effect: undefined },
      { at: 50, n: 1, effect: undefined },
    ]);
    expect(clusterEvents([{ at: 1, effect: 'mixed' }], 5)).to.deep.equal([{ at: 1, n: 1, effect: 'mixed' }]);
  });

  it('draws one box for all of one day, and nothing for nothing', () => {
    expect(marks(...new Array<number>(300).fill(42))).to.deep.equal([[42, 300]]);
    expect(marks()).to.deep.equal([]);
  });
});
