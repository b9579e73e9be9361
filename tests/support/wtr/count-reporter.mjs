/**
 * The true sum over all browsers and groups: a session that failed without a failed test (import error,
 * crash, time-out, error outside a test) counts as one failure, which the default reporter shows as none.
 */
import { noteResults } from '../results.mjs';

/** The tests of a suite and of those in it, with the names of all around them. */
function* testsIn(suite, titles = []) {
  for (const test of suite?.tests ?? []) yield { ...test, title: [...titles, test.name].join(' › ') };
  for (const inner of suite?.suites ?? []) yield* testsIn(inner, [...titles, inner.name]);
}

function sumUp(sessions) {
  const sum = { passed: 0, failed: 0, skipped: 0, tests: [] };
  for (const session of sessions) {
    const tests = [...testsIn(session.testResults)];
    const failed = tests.filter(({ passed, skipped }) => !passed && !skipped).length;
    sum.skipped += tests.filter(({ skipped }) => skipped).length;
    sum.passed += tests.filter(({ passed, skipped }) => passed && !skipped).length;
    sum.failed += failed || (session.passed ? 0 : 1);
    for (const { title, duration = 0 } of tests)
      sum.tests.push({ title, where: session.browser.name, milliseconds: duration });
  }
  return sum;
}

export function countReporter() {
  let sessions = [];
  const print = () => {
    const { passed, failed, skipped, tests } = sumUp(sessions);
    noteResults('browsers', { passed, failed, skipped, tests });
    if (failed || !passed) process.exitCode ||= 1;
    console.log(`\nBrowsers: ${passed} passed, ${failed} failed, ${skipped} skipped`);
  };
  return {
    stop(args) {
      if (!sessions.length) process.once('exit', print);
      sessions = [...args.sessions];
    },
  };
}
