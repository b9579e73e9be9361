/** A dot a test, and at the end what run.mjs wants to know of each. */
import mocha from 'mocha';
import { noteResults } from './results.mjs';

export default class extends mocha.reporters.Dot {
  constructor(runner, options) {
    super(runner, options);
    const tests = [];
    runner.on('test end', (test) =>
      tests.push({ title: test.titlePath().join(' › '), where: 'Node', milliseconds: test.duration ?? 0 }),
    );
    runner.once('end', () => {
      const { passes, failures, pending } = this.stats;
      noteResults('node', { passed: passes, failed: failures, skipped: pending, tests });
    });
  }
}
