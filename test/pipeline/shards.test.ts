/** A run that several machines share gives the verdict of one machine, byte for byte but for times; or an ERROR. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runPipeline } from '../../src/pipeline.js';
import { serializeReport } from '../../src/report/json.js';
import type { Report } from '../../src/report/types.js';
import type { Part, RunRequest } from '../../src/request.js';
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

const merge = (into: string, more: Partial<Part & { kind: 'merge' }> = {}): Promise<Report> =>
  run({ outDir: join(folder, 'merged'), part: { kind: 'merge', from: join(folder, 'pruned'), shards: join(folder, into), ...more } });

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
    const samples = readdirSync(join(folder, 'shards-3')).map((index) => JSON.parse(readFileSync(join(folder, 'shards-3', index, `one/shard-${index}-of-3.json`), 'utf8')) as { record: { samples: number } });
    expect(samples.map(({ record }) => record.samples)).toEqual([128, 128, 145]);
  });
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

  it.each<[string, string, RegExp, (at: string) => void]>([
    ['is missing', 'shard-missing', /Of 3 parts these are missing: 2\./u, (at) => { rmSync(join(at, '2/one'), { recursive: true }); }],
    ['is there twice', 'shard-duplicate', /Part 2 of 3 is there twice/u, (at) => { cpSync(join(at, '2/one'), join(at, 'again/one'), { recursive: true }); }],
    ['stands for another', 'shard-duplicate', /Part 1 of 3 is there twice/u, (at) => { edit(at, 2, (record) => { record.index = 1; }); }],
    ['is of another number of parts', 'shard-foreign', /another number of parts/u, (at) => { edit(at, 2, (record) => { record.count = 4; }); }],
    ['is about another model', 'shard-foreign', /not about this model, data and policy/u, (at) => { edit(at, 3, (record) => { (record.subject as Record<string, unknown>).prunedModel = '0'.repeat(64); }); }],
    ['is cut off', 'shard-damaged', /cannot be read/u, (at) => { writeFileSync(join(at, '2/one/shard-2-of-3.json'), '{"version":1'); }],
    ['counts other samples', 'shard-damaged', /402 samples together, and there are 401/u, (at) => { edit(at, 2, (record) => { (record.record as { samples: number }).samples += 1; }); }],
  ])('%s', async (_name, code, message, change) => {
    const report = await merge(copy(change));
    expect([report.verdict, report.exitCode]).toEqual(['ERROR', 2]);
    expect(report.models[0]).toMatchObject({ verdict: 'ERROR', errors: [{ code, message: expect.stringMatching(message) }] });
    // The other model is whole, and judged all the same.
    expect(report.models[1]?.verdict).toBe('PASS');
  });

  it('(not an error: a finding) was evaluated on another device, or its device was not used', async () => {
    const placement = { code: 'device-placement', level: 'warning', message: 'Only 10 % of the nodes are there', where: 'device: dense model', fix: null };
    const report = await merge(copy((at) => { edit(at, 2, (record) => { record.device = 'webgpu'; record.findings = [placement]; }); }));
    expect(report.models[0]?.findings?.filter(({ code }) => code === 'device-placement')).toMatchObject([
      placement, { where: 'device: parts', message: 'The model was pruned and measured on cpu, and not all parts were evaluated there: 2 on webgpu.' },
    ]);
    expect((await merge('shards-3')).models[0]?.findings ?? []).not.toContainEqual(expect.objectContaining({ code: 'device-placement' }));
  });

  it('is not there at all, nor the pruning job', async () => {
    mkdirSync(join(folder, 'empty'), { recursive: true });
    expect((await merge('empty')).models.map(({ errors }) => errors[0]?.code)).toEqual(['shard-missing', 'shard-missing']);
    expect((await merge('shards-3', { from: join(folder, 'empty') })).errors[0]?.code).toBe('shard-missing');
  });

  it('comes from a shard that was handed another model', async () => {
    const other = join(folder, 'other');
    cpSync(join(folder, 'pruned'), other, { recursive: true });
    cpSync(join(other, 'two'), join(other, 'one'), { recursive: true });
    const report = await run({ part: { kind: 'shard', index: 1, count: 3, from: other } });
    expect(report.models[0]?.errors[0]).toMatchObject({ code: 'shard-foreign', message: expect.stringContaining('another model') });
  });
});
