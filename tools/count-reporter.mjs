/** Ends a run with one plain line that people and machines can read: `N passed, N failed`. */
export function countReporter() {
  return {
    onTestRunFinished({ sessions }) {
      const count = { passed: 0, failed: 0, skipped: 0 };
      const walk = (suite) => {
        for (const test of suite?.tests ?? []) {
          count[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed'] += 1;
        }
        suite?.suites?.forEach(walk);
      };
      for (const session of sessions) {
        walk(session.testResults);
        // A file that does not load has no failing test of its own.
        if (!session.passed && session.errors?.length) count.failed += 1;
      }
      const skipped = count.skipped ? `, ${count.skipped} skipped` : '';
      console.log(`${count.passed} passed, ${count.failed} failed${skipped}`);
    },
  };
}
