/**
 * Prints `tests: N passed, N failed, N skipped` from vitest's JSON reports, and fails where a report is missing or
 * nothing ran: a run without tests is not a pass.
 */
import { readFileSync } from 'node:fs';

const totals = { passed: 0, failed: 0, skipped: 0 };
let broken = false;
for (const path of process.argv.slice(2)) {
  try {
    const report = JSON.parse(readFileSync(path, 'utf8'));
    totals.passed += report.numPassedTests;
    totals.failed += report.numFailedTests;
    totals.skipped += report.numPendingTests + report.numTodoTests;
    // A file that cannot be loaded has no tests to count, and is a failure all the same.
    const unloadable = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
    totals.failed += unloadable.length;
    if (!report.success) broken = true;
  } catch (error) {
    process.stderr.write(`${path}: ${error.message}\n`);
    broken = true;
  }
}
process.stdout.write(`tests: ${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped\n`);
process.exit(broken || totals.failed > 0 || totals.passed === 0 ? 1 : 0);
