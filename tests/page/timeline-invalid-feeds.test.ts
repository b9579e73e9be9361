import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import '../../src/define.js';
import full from '../fixtures/full-feed.json' with { type: 'json' };
import { renderAll, timelineOf, watchFaults } from '../support/page.js';
import { expectClean, faultyAttributes, faultyFeed } from '../support/page-mutations.js';

describe('a timeline of a feed with faults anywhere', () => {
  const { warned } = watchFaults();
  /** Two hundred in all, in parts that each take about a second. */
  const PARTS = 10;
  const layouts = [
    { layout: 'full', limit: 0, asOf: '' },
    { layout: 'full', limit: 0, asOf: '1960' },
    { layout: 'mini', limit: 2, asOf: '', order: 'oldest' },
    { layout: 'strip', asOf: '1905' },
  ];
  for (let run = 1; run <= PARTS; run++)
    it(`lists what is left of it, and never a word of a program (${run} of ${PARTS})`, async () => {
      const timeline = await timelineOf(full);
      let shown = 0;
      const check = async (feed: unknown, attributes: Record<string, unknown>) => {
        warned.length = 0;
        timeline.data = feed;
        for (const look of [...layouts, { ...attributes, layout: 'full' }]) {
          Object.assign(timeline, look);
          renderAll();
          await timeline.updateComplete;
          expectClean(timeline);
        }
        expect(warned.length).to.be.lessThan(2);
        if (timeline.matches(':state(ready)')) shown++;
      };
      const faults = fc.asyncProperty(faultyFeed, faultyAttributes, check);
      await fc.assert(faults, { numRuns: 200 / PARTS, seed: run });
      expect(shown).to.be.greaterThan(5);
    });
});
