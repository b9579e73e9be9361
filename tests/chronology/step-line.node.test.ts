import { expect } from 'chai';
import { bundledFeed } from '../../src/record/bundled-record.js';
import { resolveAsOf } from '../../src/record/model.js';
import { parseFeed } from '../../src/record/parse.js';
import { stepLineOf } from '../../src/chronology/step-line.js';
import type { StepLine } from '../../src/chronology/step-line.js';
import full from '../fixtures/full-feed.json' with { type: 'json' };
import { minimalFeed } from '../fixtures/feeds.js';

const bundled = parseFeed(bundledFeed('iran-pakistan')).feed;
const trail = (asOf?: string) => stepLineOf(bundled, resolveAsOf(bundled, asOf));
const period = (id: string, interval: string) => ({ id, interval, level: 'neutral', title: id });

function trailFor(periods: object[], more: object = {}, asOf?: string): StepLine {
  const { feed } = parseFeed(minimalFeed({ periods, ...more }));
  return stepLineOf(feed, resolveAsOf(feed, asOf));
}
const years = ({ ticks }: StepLine) => ticks.map(({ year }) => year);

/** Borders as the design has them, within the width of a hair. */
function expectBorders({ steps }: StepLine, borders: number[]): void {
  expect(steps).to.have.length(borders.length - 1);
  steps.forEach(({ from, to }, i) => {
    expect(from).to.be.closeTo(borders[i] ?? NaN, 0.05);
    expect(to).to.be.closeTo(borders[i + 1] ?? NaN, 0.05);
  });
}

describe('trailOf', () => {
  it('draws the present as the design does', () => {
    const present = trail();
    expectBorders(present, [0, 7.41, 16.23, 21.92, 28.37, 37.17, 48.77, 59.39, 60.51, 86.76, 86.95, 100]);
    expect(present.breakAt).to.equal(65);
    expect(present.firstYear).to.equal(1947);
    expect(present.ticks.map(({ year, at }) => [year, at])).to.deep.equal([
      [1947, 0],
      [1960, 11.15],
      [1980, 29.1],
      [2000, 47.05],
      [2020, 65],
      [2022, 75.78],
      [2024, 86.54],
    ]);
    expect(present.steps.map(({ current }) => current).lastIndexOf(true)).to.equal(10);
    expect(present.steps.filter(({ current }) => current)).to.have.length(1);
  });

  it('drops years where the axis is narrow, that of the break and a middle one last', () => {
    const rank = Object.fromEntries(trail().ticks.map(({ year, rank }) => [year, rank]));
    expect(rank).to.deep.equal({ 1947: 0, 1960: 4, 1980: 1, 2000: 2, 2020: 1, 2022: 4, 2024: 5 });
  });

  it('ends a past axis on its day, at the scale of the present, and tells no later period', () => {
    const past = trail('2024-01-17');
    expectBorders(past, [0, 8.54, 18.7, 25.26, 32.69, 42.83, 56.2, 68.44, 69.73, 99.98, 100]);
    expect(past.breakAt).to.be.closeTo(74.9, 0.05);
    expect(past.steps.at(-1)).to.include({ level: 'hostile', current: true });
  });

  it('has one scale for a day before the break', () => {
    expectBorders(trail('1998'), [0, 16.06, 35.17, 47.5, 61.47, 80.54, 100]);
    expect(trail('1998')).to.deep.include({ breakAt: undefined, firstYear: 1947 });
    expectBorders(trail('1958'), [0, 72.29, 100]);
  });

  it('is empty before the record', () => {
    expect(trail('1900')).to.deep.equal({
      steps: [],
      breakAt: undefined,
      ticks: [{ at: 0, year: 1900, rank: 0 }],
      firstYear: 1900,
    });
  });

  it('breaks only a span of more than forty years, at six years before the present', () => {
    expect(trailFor([period('a', '1980-07/..')]).breakAt).to.equal(undefined);
    const long = trailFor([period('a', '1980-06/..')]);
    expect(long.breakAt).to.equal(65);
    expect(years(long)).to.include(2014);
  });

  it('leaves gaps open and draws what is not rated', () => {
    const { feed } = parseFeed(full);
    const { steps } = stepLineOf(feed, resolveAsOf(feed));
    expect(steps.map(({ level }) => level)).to.deep.equal([null, 'conflict', 'partner', 'allied']);
    expect(steps[3]?.from).to.be.above((steps[2]?.to ?? NaN) + 3);
  });

  it('ends a step where the next begins, if they overlap by imprecision', () => {
    const { steps } = trailFor([period('a', '2000/2010'), period('b', '2010/..')]);
    expect(steps[0]?.to).to.equal(steps[1]?.from);
  });

  it('has no current step in a gap', () => {
    const { steps } = trailFor([period('a', '2000/2009')]);
    expect(steps).to.have.length(1);
    expect(steps[0]).to.deep.include({ from: 0, current: false });
    expect(steps[0]?.to).to.be.closeTo(48.8, 0.1);
  });

  it('fills the axis with a single day', () => {
    const { steps } = trailFor([period('a', '2020-06-30/..')]);
    expect(steps).to.have.length(1);
    expect(steps[0]).to.deep.include({ from: 0, to: 100, current: true });
  });

  it('starts an open record with the first day it names', () => {
    expect(trailFor([period('a', '../2009'), period('b', '2010/..')], {}, undefined).firstYear).to.equal(
      2001,
    );
    expect(trailFor([period('a', '../..'), period('b', '/2010')], { events: [] }).firstYear).to.equal(2010);
  });

  for (const [start, asOf] of [
    ['-0400', '0100'],
    ['Y-100000000000000', 'Y100000000000000'],
    ['2019-12-30', '2020-01-03'],
    ['1000', '2020'],
  ])
    it(`prints few, round years in order from ${start} to ${asOf}`, () => {
      const axis = trailFor([period('a', `${start}/..`)], { asOf });
      const places = axis.ticks.map(({ at }) => at);
      expect(places).to.deep.equal([...places].sort((a, b) => a - b));
      expect(places.every((at) => at >= 0 && at < 100)).to.equal(true);
      expect(places.length).to.be.below(14);
      expect(axis.steps[0]).to.deep.include({ from: 0, to: 100 });
    });
});
