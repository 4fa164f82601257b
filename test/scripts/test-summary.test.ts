import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const script = resolve(import.meta.dirname, '../../scripts/test-summary.mjs');
let folder = '';
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'summary-')); });
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

interface Counts { readonly passed: number; readonly failed: number; readonly unloadable?: boolean }

function summarise(...runs: readonly (Counts | string)[]) {
  const paths = runs.map((run, index) => {
    const path = join(folder, `${index}.json`);
    writeFileSync(path, typeof run === 'string' ? run : JSON.stringify({
      numPassedTests: run.passed, numFailedTests: run.failed, numPendingTests: 0, numTodoTests: 0,
      success: run.failed === 0 && run.unloadable !== true,
      testResults: run.unloadable === true ? [{ status: 'failed', assertionResults: [] }] : [],
    }));
    return path;
  });
  const { status, stdout } = spawnSync(process.execPath, [script, ...paths, ...(runs.length === 0 ? [join(folder, 'none.json')] : [])], { encoding: 'utf8' });
  return { status, line: stdout.trim() };
}

describe('the closing line of CI', () => {
  it('adds up what ran', () => {
    expect(summarise({ passed: 3, failed: 0 }, { passed: 4, failed: 0 })).toEqual({ status: 0, line: 'tests: 7 passed, 0 failed, 0 skipped' });
  });

  it.each([
    ['a failed test', [{ passed: 3, failed: 1 }], 'tests: 3 passed, 1 failed, 0 skipped'],
    ['a file that cannot be loaded', [{ passed: 3, failed: 0, unloadable: true }], 'tests: 3 passed, 1 failed, 0 skipped'],
    ['no test at all', [{ passed: 0, failed: 0 }], 'tests: 0 passed, 0 failed, 0 skipped'],
    ['a report that is missing', [], 'tests: 0 passed, 0 failed, 0 skipped'],
    ['a report that is cut off', ['{"numPassed', { passed: 3, failed: 0 }], 'tests: 3 passed, 0 failed, 0 skipped'],
  ] as const)('fails for %s', (_, runs, line) => {
    expect(summarise(...runs)).toEqual({ status: 1, line });
  });
});
