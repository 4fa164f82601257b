/** The bundle on another platform than this one: its Node is a program that scripts/platforms.mjs fetched, and .ci/run calls that. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from 'vitest';
import { nodeOf } from '../../scripts/platforms.mjs';
import { parseReport } from '../../src/report/check.js';
import type { Report } from '../../src/report/types.js';

export const root = join(import.meta.dirname, '../..');

/** Tests of a platform; skipped where its Node is not there, and where .ci/run repeats the tests on a second Node. */
export function onPlatform(platform: 'linux-arm64' | 'win32-x64', how: string, tests: (node: string) => void): void {
  const node = nodeOf(platform);
  const reason = node === undefined ? `skipped: not fetched; "node scripts/platforms.mjs ${platform}" does` : process.env.PRUNE_GATE_SECOND_NODE === '1' ? 'skipped: the run on the first Node has it' : '';
  describe.skipIf(reason !== '')(`${platform} ${how}${reason === '' ? '' : ` (${reason})`}`, () => { tests(node ?? ''); });
}

export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command line of the bundle; it never rejects. */
export function runCli(node: string, args: readonly string[], cwd: string, runtime: string): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(node, args, { cwd, env: { ...process.env, PRUNE_GATE_RUNTIME: runtime }, maxBuffer: 1 << 26, timeout: 280_000, killSignal: 'SIGKILL' }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : typeof error.code === 'number' ? error.code : -1, stdout, stderr });
    });
  });
}

export const reportIn = (folder: string): Report => parseReport(readFileSync(join(folder, 'report.json')));

/** What two platforms must agree on; floats of the repair may differ in their last digits between processors, and with them the model's hash. */
export function judged({ verdict, models }: Report): unknown {
  return { verdict, models: models.map(({ name, path, verdict: own, checks, groups, measures, errors, files, provenance: { model, calibration, heldout, plan, settings } }) => ({
    name, path, own, groups, errors, files, model, calibration, heldout, plan, settings,
    checks: checks.map(({ check, outcome, value }) => [check, outcome, value]),
    measured: [measures?.dense, measures?.pruned].map((one) => [one?.macs, one?.parameters, one?.fileBytes]),
  })) };
}
