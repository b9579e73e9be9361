import { promise } from './outbox.model.js';

const seed = Number(process.env['SEED'] ?? 20261126);
const runs = Number(process.env['RUNS'] ?? 60);

describe('the outbox, whatever happens', () => {
  let kind = 0;
  for (const locks of [true, false])
    for (const refusesDuplicates of [true, false])
      for (const moderated of [true, false]) {
        const at = `${locks ? 'with' : 'without'} Web Locks, at an engine that ${
          refusesDuplicates ? 'refuses' : 'takes'
        } duplicates${moderated ? ' and holds comments' : ''}`;
        const own = seed + kind++;
        it(`posts nothing twice and loses nothing ${at}`, async function () {
          this.timeout(runs * 2000);
          await promise({ locks, refusesDuplicates, moderated }, runs, own);
        });
      }
});
