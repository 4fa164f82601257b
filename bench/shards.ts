/**
 * The parts of a run over a billion samples, and their merge, without a model: what is simulated is which answers are right, and the class
 * of each sample, of ten.
 *
 *   node scripts/run-ts.mjs bench/shards.ts [SAMPLES] [PARTS]
 *
 * Prints bytes and times, and compares the merged counts, and those of each class, with those counted while the answers were drawn; exits 1
 * where they differ. Parts lie in a temporary folder, as artifacts do, and are read one after the other.
 */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { evaluateRecords } from '../src/evaluate/evaluate.js';
import { Lane } from '../src/evaluate/lane.js';
import { recordOf, type PairRecord } from '../src/evaluate/record.js';
import { Slices } from '../src/evaluate/slices.js';
import type { MetricSpec } from '../src/policy/types.js';
import type { HostTensor } from '../src/runtime/types.js';

const samples = Number(process.argv[2] ?? 1e9);
const parts = Number(process.argv[3] ?? 8);
const BATCH = 64;
const METRIC: MetricSpec = { id: 'accuracy', name: 'accuracy', output: undefined, top: 1, threshold: 0.5 };
/** Of 65,536: both right, only dense, only pruned. */
const [BOTH, DENSE_ONLY, PRUNED_ONLY] = [58_327, 1_311, 1_114];

const CLASSES = 10;
const drawn = Array.from({ length: CLASSES }, () => ({ both: 0, denseOnly: 0, prunedOnly: 0, samples: 0 }));
let state = 1;

/** Sixteen bits of a xorshift generator: fast, and good enough for coins. */
function draw(): number {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return (state >>> 8) & 0xffff;
}

/** What a machine writes down after one sample of each class, by the code that writes it. */
function template(): PairRecord {
  const target: HostTensor = { type: 'int64', dims: [CLASSES], data: BigInt64Array.from({ length: CLASSES }, (_, i) => BigInt(i)) };
  const scores: HostTensor = { type: 'float32', dims: [CLASSES, CLASSES], data: Float32Array.from({ length: CLASSES ** 2 }, (_, i) => Number(i % (CLASSES + 1) === 0)) };
  const lane = new Lane(METRIC, 'scores');
  for (const side of ['dense', 'pruned'] as const) lane.add(side, CLASSES, scores, target, scores);
  const slices = new Slices();
  slices.add({ indices: Array.from({ length: CLASSES }, (_, i) => i), feeds: new Map(), target });
  return recordOf([lane], slices, CLASSES);
}

/** The same after `count` samples. */
function simulate(count: number): string {
  const [dense, pruned, classes] = [Buffer.alloc(Math.ceil(count / 8)), Buffer.alloc(Math.ceil(count / 8)), Buffer.alloc(count)];
  for (let i = 0; i < count; i++) {
    const coin = draw();
    const both = coin < BOTH;
    const denseOnly = !both && coin < BOTH + DENSE_ONLY;
    const prunedOnly = !both && !denseOnly && coin < BOTH + DENSE_ONLY + PRUNED_ONLY;
    const of = i < CLASSES ? i : draw() % CLASSES;
    const counts = drawn[of] as (typeof drawn)[number];
    classes[i] = of;
    counts.samples++;
    if (both) counts.both++;
    if (denseOnly) counts.denseOnly++;
    if (prunedOnly) counts.prunedOnly++;
    if (both || denseOnly) dense[i >> 3] = (dense[i >> 3] as number) | (1 << (i & 7));
    if (both || prunedOnly) pruned[i >> 3] = (pruned[i >> 3] as number) | (1 << (i & 7));
  }
  const known = template();
  const [lane] = known.lanes;
  const [slicing] = known.slices;
  if (lane === undefined || slicing?.divides !== true) throw new Error('the record has another form');
  const sides = { dense: filled(lane.sides.dense, dense, count), pruned: filled(lane.sides.pruned, pruned, count) };
  return JSON.stringify({ samples: count, lanes: [{ ...lane, sides }], slices: [{ ...slicing, codes: classes.toString('base64') }] });
}

type SideRecord = PairRecord['lanes'][number]['sides']['dense'];

/** Columns that grow with the samples, or count them. */
function filled({ misfits, columns }: SideRecord, bits: Buffer, count: number): SideRecord {
  const grown: Readonly<Record<string, (was: string) => string>> = {
    bits: () => bits.toString('base64'), samples: () => floats(count), 'predictions.counts': withCount, 'labels.counts': withCount,
  };
  if (Object.keys(grown).some((name) => !columns.some((column) => column.name === name))) throw new Error('the record has other columns');
  return { misfits, columns: columns.map((column) => ({ ...column, data: grown[column.name]?.(column.data) ?? column.data })) };
  function withCount(was: string): string {
    const counts = new Float64Array(Uint8Array.from(Buffer.from(was, 'base64')).buffer);
    counts[0] = count;
    return floats(...counts);
  }
}

const floats = (...values: number[]): string => Buffer.from(Float64Array.from(values).buffer).toString('base64');
const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;
const mebibytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(0)} MiB`;

const batches = Math.ceil(samples / BATCH);
const edge = (part: number): number => Math.min(samples, Math.floor((batches * part) / parts) * BATCH);
const folder = mkdtempSync(join(tmpdir(), 'prune-gate-bench-shards-'));
const pathOf = (part: number): string => join(folder, `${part}.json`);
try {
  const drawing = performance.now();
  for (let part = 0; part < parts; part++) writeFileSync(pathOf(part), simulate(edge(part + 1) - edge(part)));
  const largest = Math.max(...Array.from({ length: parts }, (_, part) => statSync(pathOf(part)).size));
  console.log(`${samples} samples in ${parts} parts drawn in ${seconds(drawing)}; a part's record: ${mebibytes(largest)} of JSON`);
  await merge();
} finally {
  rmSync(folder, { recursive: true });
}

async function merge(): Promise<void> {
  const merging = performance.now();
  const before = process.cpuUsage();
  let most = 0;
  const [result] = await evaluateRecords((async function* () {
    for (let part = 0; part < parts; part++) {
      yield JSON.parse(readFileSync(pathOf(part), 'utf8')) as PairRecord;
      most = Math.max(most, process.memoryUsage().rss);
    }
  })(), [METRIC], { confidence: 0.95, seed: 'simulation' });
  const { user, system } = process.cpuUsage(before);
  console.log(`merged in ${seconds(merging)} (${((user + system) / 1e6).toFixed(1)} s of processor time), ${mebibytes(Math.max(most, process.memoryUsage().rss))} resident`);
  console.log(`drop ${(100 * (result?.drop ?? NaN)).toFixed(4)} pp, ${(100 * (result?.dropInterval?.low ?? NaN)).toFixed(4)} to ${(100 * (result?.dropInterval?.high ?? NaN)).toFixed(4)} pp; ${JSON.stringify(result?.paired)}`);
  const sum = (name: 'both' | 'denseOnly' | 'prunedOnly'): number => drawn.reduce((total, one) => total + one[name], 0);
  const whole = result?.paired ?? undefined;
  const isSame = whole?.both === sum('both') && whole.denseOnly === sum('denseOnly') && whole.prunedOnly === sum('prunedOnly');
  const ofClasses = (result?.slices ?? []).map((slice) => [slice.by, slice.value, slice.samples, slice.paired?.denseOnly, slice.paired?.prunedOnly].join());
  process.exitCode = isSame && ofClasses.join(';') === drawn.map((one, i) => ['class', i, one.samples, one.denseOnly, one.prunedOnly].join()).join(';') ? 0 : 1;
}
