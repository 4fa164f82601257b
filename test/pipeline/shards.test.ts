/** A run that several machines share gives the verdict of one machine, byte for byte but for times; or an ERROR. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeNpz } from '../../src/data/write-npz.js';
import { runPipeline } from '../../src/pipeline.js';
import { hashOf, type Found } from '../../src/pipeline/shard.js';
import { serializeReport } from '../../src/report/json.js';
import type { Report } from '../../src/report/types.js';
import type { Part, RunRequest } from '../../src/request.js';
import { noise } from '../calibrate/bench-model.js';
import { timeless } from './timeless.js';
import { writeTinyRepository } from './tiny-repository.js';

const METRICS = `[{ name: accuracy }, { id: top2, name: accuracy, top: 2 }, { name: balanced-accuracy }, { name: macro-f1 }, { name: agreement }, { name: kl }, { name: cosine }]`;
const GATE = '[{ check: accuracy.drop, max: 30pp }, { check: macro-f1.drop, max: 30pp }, { check: kl.pruned, max: 5 }, { check: accuracy.class-drop, max: 60pp }, { check: kl.slice-drop, max: 5 }, { check: size.reduction, min: 5% }]';

let folder: string;
let whole: Report;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'prune-gate-shards-test-'));
  // 64 samples a batch: seven batches, the last one short.
  await writeTinyRepository(folder, { names: ['one', 'two'], samples: 401, metrics: METRICS, gate: GATE });
  whole = await run({ outDir: join(folder, 'whole') });
  await run({ outDir: join(folder, 'pruned'), part: { kind: 'prune' } });
}, 120_000);
afterAll(() => { rmSync(folder, { recursive: true }); });

const run = (more: Partial<RunRequest>): Promise<Report> => runPipeline({
  command: 'run', workspace: folder, policyPath: '.github/prune-gate.yml', outDir: join(folder, 'out'), models: [], untimed: true, ...more,
}, () => undefined);

const shard = (index: number, count: number, into: string): Promise<Report> =>
  run({ outDir: join(folder, into, String(index)), part: { kind: 'shard', index, count, from: join(folder, 'pruned') } });

async function shards(count: number): Promise<string> {
  const into = `shards-${String(count)}`;
  for (let index = 1; index <= count; index += 1) expect((await shard(index, count, into)).verdict).toBe('PASS');
  return into;
}

const merge = (into: string, more: Partial<Part & { kind: 'merge' }> = {}, models: readonly string[] = []): Promise<Report> =>
  run({ outDir: join(folder, 'merged'), models, part: { kind: 'merge', from: join(folder, 'pruned'), shards: join(folder, into), ...more } });

/** The bytes of report.json, times and what is measured in time apart. */
function lasting({ startedAt: _, seconds: __, models, ...report }: Report): string {
  const still = models.map(({ seconds: ___, measures, ...model }) => ({
    ...model, seconds: {},
    measures: timeless(measures),
  }));
  return serializeReport({ ...report, startedAt: '', seconds: 0, models: still });
}

describe('shards', () => {
  it.each([1, 3, 8])('%i of them give what one machine gives, to the byte', async (count) => {
    const merged = await merge(await shards(count));
    expect(lasting(merged)).toBe(lasting(whole));
    expect(merged.verdict).toBe('PASS');
    // Each metric has a value and an interval: equality is not that of nothing.
    expect(merged.models[0]?.metrics.filter(({ drop, dropInterval }) => drop !== null && dropInterval !== null)).toHaveLength(7);
    // By class and by device for right-or-wrong metrics, by device for the others.
    expect(merged.models[0]?.metrics.map(({ slices = [] }) => slices.length)).toEqual([7, 7, 3, 3, 7, 3, 3]);
    expect(merged.models[0]?.checks.filter(({ slices }) => slices !== undefined).map(({ check, outcome, slices }) => [check, outcome, slices?.length])).toEqual([['accuracy.class-drop', 'pass', 4], ['kl.slice-drop', 'pass', 3]]);
    for (const file of ['one/model.onnx', 'one/plan.json', 'two/model.onnx']) {
      expect(readFileSync(join(folder, 'merged', file)).equals(readFileSync(join(folder, 'whole', file)))).toBe(true);
    }
  });

  it('share the samples: none twice, none left out, whole batches', () => {
    const samples = readdirSync(join(folder, 'shards-3')).map((index) => JSON.parse(readFileSync(join(folder, 'shards-3', index, `one/shard-${index}-of-3.json`), 'utf8')) as { found: { record: { samples: number } } });
    expect(samples.map(({ found }) => found.record.samples)).toEqual([128, 128, 145]);
  });
});

describe('samples on both sides', () => {
  /** 401 held-out samples of 16 numbers in seven batches; of 40 that calibrate, some are held out too, or nearly. */
  async function shared(same: readonly number[], near: readonly number[]): Promise<{ single: Report; merged: Report; pruned: Report }> {
    const workspace = mkdtempSync(join(folder, 'both-sides-'));
    await writeTinyRepository(workspace, { samples: 401, inputs: 16 });
    const x = noise(401 * 16, 11);
    const rows = (from: Float32Array, at: number) => from.subarray(16 * at, 16 * at + 16);
    const calibration = noise(40 * 16, 12);
    same.forEach((at, i) => { calibration.set(rows(x, at), 16 * i); });
    near.forEach((at, i) => { calibration.set(rows(x, at).map((value) => 1.001 * value), 16 * (same.length + i)); });
    await writeNpz(join(workspace, 'data/calibration.npz'), [{ name: 'x', type: 'float32', dims: [40, 16], chunks: [calibration] }]);
    const at = (out: string, part?: Part): Promise<Report> => run({ workspace, outDir: join(workspace, out), ...(part === undefined ? {} : { part }) });
    const from = join(workspace, 'pruned');
    const pruned = await at('pruned', { kind: 'prune' });
    for (const index of [1, 2, 3]) await at(`shards/${String(index)}`, { kind: 'shard', index, count: 3, from });
    return { single: await at('whole'), merged: await at('merged', { kind: 'merge', from, shards: join(workspace, 'shards') }), pruned };
  }

  it('are an ERROR, as by one machine; the parts look for them, each among its own', async () => {
    // The first part has two of them, of which the last part has one again.
    const { single, merged, pruned } = await shared([3, 100, 400, 3], []);
    expect(merged.models[0]?.errors).toMatchObject([{ code: 'data-overlap', message: expect.stringMatching(/^4 of 40 calibration samples/u) }]);
    expect(merged.models[0]?.errors.map((error) => ({ ...error, stage: '' }))).toEqual(single.models[0]?.errors.map((error) => ({ ...error, stage: '' })));
    expect([merged.verdict, single.verdict, pruned.verdict]).toEqual(['ERROR', 'ERROR', 'PASS']);
  });

  it('that are nearly alike are a warning, as by one machine', async () => {
    const { single, merged } = await shared([], [5, 200, 399]);
    expect(merged.models[0]?.findings?.[0]).toMatchObject({ code: 'near-duplicates', message: expect.stringMatching(/^3 of 401 /u) });
    expect(lasting(merged)).toBe(lasting(single));
  });
});

describe('two policies', () => {
  /** As the jobs of a shared run do it: the policy that decides, then the other in a folder of its own. */
  async function judged(name: string, change: (policy: string) => string): Promise<{ merged: Report; single: Report; records: Record<string, unknown>[] }> {
    const policyFile = join(folder, `${name}.yml`);
    writeFileSync(policyFile, change(readFileSync(join(folder, '.github/prune-gate.yml'), 'utf8')));
    const by = (out: string, more: Partial<RunRequest> = {}): Promise<Report> => run({ models: ['one'], policyFile, outDir: join(folder, name, out, 'by-change'), ...more });
    const finished = (out: string): Pick<RunRequest, 'finished'> => ({ finished: [{ model: 'one', folder: join(folder, out, 'one') }] });
    const single = await by('whole', finished('whole'));
    cpSync(join(folder, 'pruned'), join(folder, name, 'pruned'), { recursive: true });
    cpSync(join(folder, 'shards-3'), join(folder, name, 'shards'), { recursive: true });
    const from = join(folder, name, 'pruned');
    await by('pruned', { part: { kind: 'prune' }, ...finished('pruned') });
    for (const index of [1, 2, 3]) await by(`shards/${String(index)}`, { part: { kind: 'shard', index, count: 3, from: join(from, 'by-change'), known: join(folder, name, 'shards', String(index)) } });
    const part: Part = { kind: 'merge', from: join(from, 'by-change'), shards: join(folder, name, 'shards'), below: 'by-change' };
    const records = [1, 2, 3].map((index) => JSON.parse(readFileSync(join(folder, name, `shards/${String(index)}/by-change/one/shard-${String(index)}-of-3.json`), 'utf8')) as Record<string, unknown>);
    return { merged: await by('merged', { part }), single, records };
  }
  const withoutNotes = (report: Report): string => lasting({ ...report, models: report.models.map((model) => ({ ...model, notes: [] })) });

  it('that differ in limits alone: both verdicts, of one evaluation', async () => {
    const { merged, single, records } = await judged('limits', (policy) => policy.replaceAll('max: 30pp', 'max: -50pp'));
    expect(withoutNotes(merged)).toBe(withoutNotes(single));
    expect([merged.verdict, whole.models[0]?.verdict]).toEqual(['FAIL', 'PASS']);
    expect(records.map(({ found }) => found)).toEqual([null, null, null]);
    // The verdict that decides is not confused by the other's records; and what these rely on must be what they say.
    const shards = join(folder, 'limits/shards');
    const decisive = await run({ outDir: join(folder, 'merged'), models: ['one'], part: { kind: 'merge', from: join(folder, 'limits/pruned'), shards } });
    expect(lasting({ ...decisive, verdict: whole.verdict })).toBe(lasting({ ...whole, models: whole.models.slice(0, 1) }));
    rmSync(join(shards, '2/one'), { recursive: true });
    const lost = await run({ outDir: join(folder, 'merged'), models: ['one'], policyFile: join(folder, 'limits.yml'), part: { kind: 'merge', from: join(folder, 'limits/pruned/by-change'), shards, below: 'by-change' } });
    expect(lost.models[0]?.errors).toMatchObject([{ code: 'shard-damaged', message: expect.stringContaining('The parts cannot be put together') }]);
  });

  it('that prune differently: each has its model, evaluated in parts as by one machine', async () => {
    const { merged, single, records } = await judged('targets', (policy) => policy.replaceAll('macs: 1.5x', 'macs: 3x'));
    expect(withoutNotes(merged)).toBe(withoutNotes(single));
    expect(merged.models[0]?.provenance.prunedModel).not.toBe(whole.models[0]?.provenance.prunedModel);
    expect(records.every(({ found }) => found !== null)).toBe(true);
  });
});

it('what is feared before pruning and turns out true is said once, as by one machine', async () => {
  const workspace = mkdtempSync(join(folder, 'guess-'));
  await writeTinyRepository(workspace, { samples: 130, seed: 2, distance: 50 });
  const at = (out: string, part?: Part): Promise<Report> => run({ workspace, outDir: join(workspace, out), ...(part === undefined ? {} : { part }) });
  const from = join(workspace, 'pruned');
  const single = await at('whole');
  await at('pruned', { kind: 'prune' });
  for (const index of [1, 2]) await at(`shards/${String(index)}`, { kind: 'shard', index, count: 2, from });
  expect(single.models[0]?.findings).toMatchObject([{ code: 'no-better-than-chance', level: 'error' }]);
  expect(lasting(await at('merged', { kind: 'merge', from, shards: join(workspace, 'shards') }))).toBe(lasting(single));
});

describe('a merge is an ERROR where a part', () => {
  const copy = (change: (at: string) => void): string => {
    const into = mkdtempSync(join(folder, 'changed-')).slice(folder.length + 1);
    cpSync(join(folder, 'shards-3'), join(folder, into), { recursive: true });
    change(join(folder, into));
    return into;
  };
  const edit = (at: string, shardIndex: number, change: (record: Record<string, unknown>) => void): void => {
    const path = join(at, String(shardIndex), `one/shard-${String(shardIndex)}-of-3.json`);
    const record = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
    change(record);
    writeFileSync(path, JSON.stringify(record));
  };

  const about = (record: Record<string, unknown>): Record<string, unknown> => record.subject as Record<string, unknown>;
  const inputs = (record: Record<string, unknown>): Record<string, unknown> => about(record).inputs as Record<string, unknown>;
  const rehash = (record: Record<string, unknown>): void => { record.sha256 = hashOf(record.found as Found); };
  const OTHER = '0'.repeat(64);

  it.each<[string, string, RegExp, (at: string) => void]>([
    ['is missing', 'shard-missing', /Of 3 parts these are missing: 2\./u, (at) => { rmSync(join(at, '2/one'), { recursive: true }); }],
    ['is there twice', 'shard-duplicate', /Part 2 of 3 is there twice/u, (at) => { cpSync(join(at, '2/one'), join(at, 'again/one'), { recursive: true }); }],
    ['stands for another', 'shard-duplicate', /Part 1 of 3 is there twice/u, (at) => { edit(at, 2, (record) => { record.index = 1; }); }],
    ['is of another number of parts', 'shard-foreign', /another number of parts/u, (at) => { edit(at, 2, (record) => { record.count = 4; }); }],
    ['is about another pruned model', 'shard-foreign', /Part 3 of 3 was evaluated with another pruned model than the pruning job's\./u, (at) => { edit(at, 3, (record) => { about(record).prunedModel = OTHER; }); }],
    ['is about another commit\'s model', 'shard-foreign', /Part 3 of 3 was evaluated with another model file /u, (at) => { edit(at, 3, (record) => { inputs(record).model = OTHER; }); }],
    ['is about other data, or the same in another order', 'shard-foreign', /Part 1 of 3 was evaluated with another held-out data /u, (at) => { edit(at, 1, (record) => { inputs(record).heldout = OTHER; }); }],
    ['is by another policy', 'shard-foreign', /Part 2 of 3 was evaluated with another policy /u, (at) => { edit(at, 2, (record) => { about(record).policy = OTHER; }); }],
    ['is of another release', 'shard-foreign', /Part 2 of 3 was evaluated with another release of prune-gate /u, (at) => { edit(at, 2, (record) => { inputs(record).tool = '0.0.0'; }); }],
    ['is cut off', 'shard-damaged', /cannot be read/u, (at) => { writeFileSync(join(at, '2/one/shard-2-of-3.json'), '{"version":1'); }],
    ['was changed on the way', 'shard-damaged', /cannot be read: what it found is not what was written/u, (at) => { edit(at, 2, (record) => { (record.found as { record: { samples: number } }).record.samples += 1; }); }],
    ['counts other samples', 'shard-damaged', /part 2 of 3 has not the samples that it says/u, (at) => { edit(at, 2, (record) => { (record.found as { record: { samples: number } }).record.samples += 1; rehash(record); }); }],
    ['has samples of another', 'shard-damaged', /Part 2 of 3 has the samples 64 to 256, where they go on at 128\./u, (at) => { edit(at, 2, (record) => { record.start = 64; }); }],
    ['ends too early', 'shard-damaged', /Part 3 of 3 has the samples 256 to 400, where they go on at 256 and end at 401\./u, (at) => { edit(at, 3, (record) => { record.end = 400; }); }],
    ['has columns that are cut', 'shard-damaged', /The parts cannot be put together: /u, (at) => { edit(at, 3, (record) => { const [lane] = (record.found as { record: { lanes: { sides: { dense: { columns: unknown[] } } }[] } }).record.lanes; lane?.sides.dense.columns.splice(0); rehash(record); }); }],
  ])('%s', async (_name, code, message, change) => {
    const report = await merge(copy(change), {}, ['one']);
    expect([report.verdict, report.exitCode]).toEqual(['ERROR', 2]);
    expect(report.models[0]).toMatchObject({ verdict: 'ERROR', errors: [{ code, message: expect.stringMatching(message) }] });
  });

  it('is wrong of one model; the other is whole, and judged all the same', async () => {
    const report = await merge(copy((at) => { rmSync(join(at, '2/one'), { recursive: true }); }));
    expect([report.verdict, ...report.models.map(({ verdict }) => verdict)]).toEqual(['ERROR', 'ERROR', 'PASS']);
  });

  it('(not an error: a finding) was evaluated on another device, or its device was not used', async () => {
    const placement = { code: 'device-placement', level: 'warning', message: 'Only 10 % of the nodes are there', where: 'device: dense model', fix: null };
    const report = await merge(copy((at) => { edit(at, 2, (record) => { record.device = 'webgpu'; record.findings = [placement]; }); }), {}, ['one']);
    expect(report.models[0]?.findings?.filter(({ code }) => code === 'device-placement')).toMatchObject([
      placement, { where: 'device: parts', message: 'The model was pruned and measured on cpu, and not all parts were evaluated there: 2 on webgpu.' },
    ]);
    expect((await merge('shards-3', {}, ['one'])).models[0]?.findings ?? []).not.toContainEqual(expect.objectContaining({ code: 'device-placement' }));
  });

  it('is not there at all, nor the pruning job', async () => {
    mkdirSync(join(folder, 'empty'), { recursive: true });
    expect((await merge('empty')).models.map(({ errors }) => errors[0]?.code)).toEqual(['shard-missing', 'shard-missing']);
    expect((await merge('shards-3', { from: join(folder, 'empty') })).errors[0]?.code).toBe('shard-missing');
  });

  const prunedBy = (change: (report: Report) => unknown, model: (folder: string) => void = () => undefined): Promise<Report> => {
    const from = mkdtempSync(join(folder, 'pruned-'));
    cpSync(join(folder, 'pruned'), from, { recursive: true });
    const report = JSON.parse(readFileSync(join(from, 'report.json'), 'utf8')) as Report;
    change(report);
    writeFileSync(join(from, 'report.json'), JSON.stringify(report));
    model(join(from, 'one'));
    return merge('shards-3', { from }, ['one']);
  };
  const first = (report: Report): Record<string, unknown> => report.models[0]?.provenance as unknown as Record<string, unknown>;

  it.each<[string, string, RegExp, (report: Report) => unknown, ((folder: string) => void)?]>([
    ['another policy', 'shard-foreign', /The pruning job went by another policy than this one\./u, (report) => { first(report).policy = OTHER; }],
    ['another release', 'shard-foreign', /The pruning job went by another release of prune-gate than this one\./u, (report) => { first(report).tool = '0.0.0'; }],
    ['another commit', 'shard-foreign', /The pruning job worked on another version of models\/one\.onnx than the one that is checked out here\./u, (report) => { first(report).model = OTHER; }],
    ['a report of another prune', 'shard-damaged', /its report, its record and its plan are not of one prune/u, (report) => { first(report).heldout = OTHER; }],
    ['a plan of another prune', 'shard-damaged', /its report, its record and its plan are not of one prune/u, () => undefined, (at) => { cpSync(join(at, '../two/plan.json'), join(at, 'plan.json')); }],
  ])('comes with a pruning job of %s', async (_name, code, message, change, model) => {
    expect((await prunedBy(change, model)).models[0]).toMatchObject({ verdict: 'ERROR', errors: [{ code, message: expect.stringMatching(message) }] });
  });

  it('(not an error) is merged where no model is checked out', async () => {
    const bare = mkdtempSync(join(folder, 'bare-'));
    cpSync(join(folder, '.github'), join(bare, '.github'), { recursive: true });
    expect((await run({ outDir: join(folder, 'merged'), workspace: bare, models: ['one'], part: { kind: 'merge', from: join(folder, 'pruned'), shards: join(folder, 'shards-3') } })).verdict).toBe('PASS');
  });

  it('comes from a shard that was handed another model', async () => {
    const other = join(folder, 'other');
    cpSync(join(folder, 'pruned'), other, { recursive: true });
    cpSync(join(other, 'two'), join(other, 'one'), { recursive: true });
    const report = await run({ part: { kind: 'shard', index: 1, count: 3, from: other } });
    expect(report.models[0]?.errors[0]).toMatchObject({ code: 'shard-foreign', message: expect.stringContaining('another model') });
  });
});
