/** A change against its base: by the base's report, checked on restore, or by the base's model in the same job. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runPipeline } from '../../src/pipeline.js';
import { checkedBaseline } from '../../src/pipeline/baseline.js';
import type { ModelReport, Report } from '../../src/report/types.js';
import type { RunRequest } from '../../src/request.js';
import { writeTinyRepository } from './tiny-repository.js';

const GATE = '[{ check: accuracy.drop, max: 80pp }, { check: accuracy.regression, max: 30pp }, { check: accuracy.drift, max: 60pp }, { check: size.regression, max: 5% }, { check: latency.regression, max: 1000000000% }]';
const AGAINST_BASE = ['accuracy.regression', 'accuracy.drift', 'size.regression', 'latency.regression'];
let folder: string;
let base: Report;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'prune-gate-baseline-test-'));
  for (const name of ['base', 'change']) mkdirSync(join(folder, name));
  await writeTinyRepository(join(folder, 'base'), { gate: GATE });
  // The change replaces the model by one that is right less often.
  await writeTinyRepository(join(folder, 'change'), { gate: GATE, seed: 7, distance: 2 });
  base = await run('base', { withoutBase: 'all' });
}, 120_000);
afterAll(() => { rmSync(folder, { recursive: true }); });

const run = (name: string, more: Partial<RunRequest> = {}): Promise<Report> => runPipeline({
  command: 'run', workspace: join(folder, name), policyPath: '.github/prune-gate.yml', outDir: join(folder, `${name}-out`), models: [], ...more,
}, () => undefined);

/** The base's report, changed. */
function record(change: (report: Report & { environment: { cpu: string }; models: { provenance: Record<string, unknown> }[] }) => void = () => undefined): string {
  const report = JSON.parse(readFileSync(join(folder, 'base-out/report.json'), 'utf8')) as Parameters<typeof change>[0];
  change(report);
  const path = join(mkdtempSync(join(folder, 'record-')), 'report.json');
  writeFileSync(path, JSON.stringify(report));
  return path;
}

const told = ({ models: [model] }: Report) => ({
  outcomes: Object.fromEntries((model?.checks ?? []).map(({ check, outcome }) => [check, outcome])),
  findings: (model?.findings ?? []).map(({ code, message }) => `${code}: ${message}`),
});

const UNDECIDED = { 'accuracy.drop': 'pass', ...Object.fromEntries(AGAINST_BASE.map((check) => [check, 'inconclusive'])) };

it('is a finding where there is no base, and absolute limits decide; it is undecided where the base cannot be had', async () => {
  expect(base.verdict).toBe('PASS');
  expect(told(base)).toEqual({ outcomes: { 'accuracy.drop': 'pass' }, findings: AGAINST_BASE.map((check) => `baseline-none: ${check} was not judged: this run is about no change.`) });
  const brought = await run('base', { outDir: join(folder, 'again'), withoutBase: ['models/tiny.onnx'], baseWorkspace: join(folder, 'change'), untimed: true });
  expect([brought.verdict, told(brought).findings[0]]).toEqual(['PASS', 'baseline-none: accuracy.regression was not judged: the base has no such model.']);
  const lost = await run('base', { outDir: join(folder, 'again'), withoutBase: ['models/other.onnx'], untimed: true });
  expect([lost.verdict, lost.exitCode]).toEqual(['INCONCLUSIVE', 3]);
  expect(told(lost)).toEqual({ outcomes: UNDECIDED, findings: AGAINST_BASE.map((check) => `baseline-missing: ${check} was not judged: there is no record of the base commit, nor its model.`) });
});

it('fails where the pruned model lost more than is allowed since the base, by its report and by its model alike', async () => {
  const byReport = await run('change', { baselinePath: record() });
  const byModel = await run('change', { baseWorkspace: join(folder, 'base') });
  for (const report of [byReport, byModel]) {
    expect(report.verdict).toBe('FAIL');
    expect(told(report)).toMatchObject({ outcomes: { 'accuracy.drop': 'pass', 'accuracy.regression': 'fail', 'size.regression': 'pass', 'latency.regression': 'pass' }, findings: [] });
  }
  const values = (report: Report) => report.models[0]?.checks.filter(({ check }) => check.startsWith('accuracy')).map(({ value, interval }) => [value, interval]);
  expect(values(byModel)).toEqual(values(byReport));
  const lost = (base.models[0]?.metrics[0]?.pruned ?? NaN) - (byReport.models[0]?.metrics[0]?.pruned ?? NaN);
  expect(byReport.models[0]?.checks[1]?.value).toBeCloseTo(lost, 12);
});

it('by its own model takes the prune of this run where the change left the model as it was, and the record where it cannot be read', async () => {
  const same = await run('base', { outDir: join(folder, 'again'), baseWorkspace: join(folder, 'base') });
  expect([same.verdict, told(same).findings]).toEqual(['PASS', []]);
  expect(same.models[0]?.checks.filter(({ check }) => check === 'accuracy.drift' || check === 'size.regression').map(({ value }) => value)).toEqual([0, 0]);
  mkdirSync(join(folder, 'empty'));
  const recorded = await run('base', { outDir: join(folder, 'again'), baseWorkspace: join(folder, 'empty'), baselinePath: record(), untimed: true });
  expect([recorded.verdict, told(recorded).findings]).toEqual(['PASS', []]);
  expect(recorded.models[0]?.notes.join()).toContain('The base\'s record is compared with, and not its model: the base\'s model cannot be judged: The model cannot be read: there is no such file.');
  const neither = await run('base', { outDir: join(folder, 'again'), baseWorkspace: join(folder, 'empty'), untimed: true });
  expect([neither.verdict, told(neither).outcomes]).toEqual(['INCONCLUSIVE', UNDECIDED]);
  expect(told(neither).findings[0]).toContain('baseline-missing: accuracy.regression was not judged: the base\'s model cannot be judged');
});

it('passes where nothing changed', async () => {
  const report = await run('base', { outDir: join(folder, 'again'), baselinePath: record() });
  expect([report.verdict, told(report).outcomes]).toEqual(['PASS', Object.fromEntries(['accuracy.drop', ...AGAINST_BASE].map((check) => [check, 'pass']))]);
});

it('compares no times of another machine', async () => {
  const report = await run('base', { outDir: join(folder, 'again'), baselinePath: record(({ environment }) => { environment.cpu = 'another'; }) });
  expect(told(report)).toMatchObject({ outcomes: { 'accuracy.regression': 'pass', 'size.regression': 'pass', 'latency.regression': 'inconclusive' }, findings: ['baseline-other-machine: latency.regression was not judged: the baseline was timed on another machine, so latency is not compared.'] });
});

type Change = NonNullable<Parameters<typeof record>[0]>;
const provenanceOf = ({ models }: Parameters<Change>[0]): Record<string, unknown> => (models[0] as { provenance: Record<string, unknown> }).provenance;

it.each<[string, Change, RegExp]>([
  ['other data', (report) => { provenanceOf(report).heldout = '0'.repeat(64); }, /is of another heldout/u],
  ['no report', (report) => { (report as { version: unknown }).version = 2; }, /cannot be read/u],
])('passes over a record of %s, and says so', async (_name, change, reason) => {
  const report = await run('base', { outDir: join(folder, 'again'), baselinePath: record(change), untimed: true });
  expect([report.verdict, told(report).outcomes]).toEqual(['INCONCLUSIVE', UNDECIDED]);
  expect(told(report).findings[0]).toMatch(reason);
});

it.each<[string, Change, string]>([
  ['other data', (report) => { provenanceOf(report).heldout = '0'.repeat(64); }, 'another heldout'],
  ['other calibration data', (report) => { provenanceOf(report).calibration = '0'.repeat(64); }, 'another calibration'],
  ['other samples', (report) => { provenanceOf(report).heldoutSamples = 3; }, 'another heldoutSamples'],
  ['another seed', (report) => { provenanceOf(report).seed = 9; }, 'another seed'],
  ['other settings', (report) => { provenanceOf(report).settings = ''; }, 'other settings of data, pruning or metrics'],
  ['another release', (report) => { (report.tool as { version: string }).version = '0.0.0'; }, 'another release (0.0.0)'],
  ['an error', ({ models }) => { (models[0] as unknown as { verdict: string }).verdict = 'ERROR'; }, 'a run that ended in an error'],
  ['nothing measured', ({ models }) => { (models[0] as unknown as { measures: null }).measures = null; }, 'a run that ended in an error'],
  ['no models', (report) => { (report as { models: unknown }).models = []; }, 'other models'],
])('does not believe a record of %s', (_name, change, what) => {
  const path = record(change);
  const restored = JSON.parse(readFileSync(path, 'utf8')) as Report;
  expect(checkedBaseline(restored, base.models[0] as ModelReport, 'tiny')).toEqual({ kind: 'missing', reason: `the record of the base is of ${what}` });
});

it.each<[string, Change]>([
  ['processor', ({ environment }) => { environment.cpu = 'another'; }],
  ['number of cores', ({ environment }) => { (environment as { cores: number }).cores += 1; }],
  ['onnxruntime', ({ environment }) => { (environment as { onnxruntime: string }).onnxruntime = '1.0.0'; }],
  ['governor', ({ environment }) => { (environment as { governor: string }).governor = 'powersave'; }],
  ['device', ({ models }) => { (models[0] as unknown as { device: { used: string } }).device.used = 'cuda'; }],
])('takes the times of another %s for those of another machine', (_name, change) => {
  const restored = (path: string): Report => JSON.parse(readFileSync(path, 'utf8')) as Report;
  expect(checkedBaseline(restored(record(change)), base.models[0] as ModelReport, 'tiny')).toMatchObject({ kind: 'known', sameMachine: false });
  expect(checkedBaseline(restored(record()), base.models[0] as ModelReport, 'tiny')).toMatchObject({ kind: 'known', sameMachine: true });
});
