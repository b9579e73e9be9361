/**
 * The true sum over all browsers and groups: a session that failed without a failed test (import error,
 * crash, time-out, error outside a test) counts as one failure, which the default reporter shows as none.
 */
function count(suite, counts) {
  for (const test of suite?.tests ?? [])
    counts[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed']++;
  for (const inner of suite?.suites ?? []) count(inner, counts);
  return counts;
}

export function countReporter() {
  let sessions = [];
  const print = () => {
    const sum = { passed: 0, failed: 0, skipped: 0 };
    for (const session of sessions) {
      const counts = count(session.testResults, { passed: 0, failed: 0, skipped: 0 });
      if (!counts.failed && session.passed !== true) counts.failed = 1;
      for (const key of Object.keys(sum)) sum[key] += counts[key];
    }
    if (sum.failed || !sum.passed) process.exitCode ||= 1;
    process.stdout.write(`\nBrowsers: ${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped\n`);
  };
  return {
    stop(args) {
      if (!sessions.length) process.once('exit', print);
      sessions = [...args.sessions];
    },
  };
}
