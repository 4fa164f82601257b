/** Energy in a report, and a board's figures by the policy's command: only where commands are allowed. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runPipeline } from '../../src/pipeline.js';
import { renderMarkdown } from '../../src/report/markdown.js';
import type { Report } from '../../src/report/types.js';
import { writeTinyRepository } from './tiny-repository.js';

const GATE = '[{ check: energy.reduction, min: 1% }, { check: board-latency.speedup, min: 1.5x }, { check: board-energy.pruned, max: 0.1 }]';
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'prune-gate-board-test-'));
  await writeTinyRepository(folder, { gate: GATE });
  // Says what it was given, and how many files lie where it runs.
  const script = join(folder, 'board.cjs');
  writeFileSync(script, `const { appendFileSync, existsSync, readdirSync } = require('node:fs');
appendFileSync(${JSON.stringify(join(folder, 'ran'))}, [process.env.PRUNE_GATE_ROLE, readdirSync('.').length, existsSync(process.env.PRUNE_GATE_MODEL)].join(' ') + '\\n');
console.log(JSON.stringify({ latency: process.env.PRUNE_GATE_ROLE === 'dense' ? 4 : 2, energy: { value: 0.05, low: 0.04, high: 0.06 } }));\n`);
  const policy = join(folder, '.github/prune-gate.yml');
  writeFileSync(policy, `${readFileSync(policy, 'utf8')}    measure: { command: [${JSON.stringify(process.execPath)}, ${JSON.stringify(script)}] }\n`);
});
afterAll(() => { rmSync(folder, { recursive: true }); });

const run = (allowCommands?: boolean): Promise<Report> => runPipeline({
  command: 'run', workspace: folder, policyPath: '.github/prune-gate.yml', outDir: join(folder, 'out'), models: [], ...(allowCommands === undefined ? {} : { allowCommands }),
}, () => undefined);

it('runs no command unless it is allowed, and no figure is no pass', async () => {
  const report = await run();
  expect(existsSync(join(folder, 'ran'))).toBe(false);
  expect(report.verdict).toBe('ERROR');
  expect(report.models[0]?.checks.map(({ check, outcome }) => [check, outcome])).toEqual([['energy.reduction', 'pass'], ['board-latency.speedup', 'error'], ['board-energy.pruned', 'error']]);
  expect(report.models[0]?.checks[1]?.detail).toContain('it runs only where it is allowed');
  expect(report.models[0]?.notes).toContainEqual(expect.stringContaining('commands are off unless they are allowed'));
});

it('takes the board\'s figures where it is, and says where energy comes from', async () => {
  const report = await run(true);
  expect(readFileSync(join(folder, 'ran'), 'utf8')).toBe('dense 0 true\npruned 0 true\n');
  expect(report.verdict).toBe('PASS');
  expect(report.models[0]?.checks.map(({ outcome, value }) => [outcome, value])).toEqual([['pass', expect.any(Number)], ['pass', 2], ['pass', 0.05]]);
  const { dense, pruned } = report.models[0]?.measures ?? {};
  expect([dense?.board?.latency?.value, pruned?.board?.memory]).toEqual([4, null]);
  expect(pruned?.energy?.joules).toBeLessThan(dense?.energy?.joules ?? 0);
  expect(pruned?.energy?.joules).toBeGreaterThan(0);
  const text = renderMarkdown(report);
  expect(text).toContain("On the board, by the policy's measuring command: latency 4 → 2 ms; energy 0.05 → 0.05 J.");
  // A machine that exposes counters measures; any other says that it does not.
  expect(text).toMatch(dense?.energy?.source === 'estimate' ? /Energy of a run, ESTIMATED and not measured: .* mJ → .* mJ\. estimated from MACs and bytes moved \(Horowitz/u : /Energy of a run, measured: .* mJ \(.*\) → /u);
});
