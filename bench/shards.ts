/**
 * The parts of a run over a billion samples, and their merge, without a model: what is simulated is which answers are right.
 *
 *   node scripts/run-ts.mjs bench/shards.ts [SAMPLES] [PARTS]
 *
 * Prints bytes and times, and compares the merged counts with those counted while the answers were drawn; exits 1 where they differ.
 */
import { evaluateRecords } from '../src/evaluate/evaluate.js';
import type { PairRecord } from '../src/evaluate/record.js';
import type { MetricSpec } from '../src/policy/types.js';

const samples = Number(process.argv[2] ?? 1e9);
const parts = Number(process.argv[3] ?? 8);
const BATCH = 64;
const METRIC: MetricSpec = { id: 'accuracy', name: 'accuracy', output: undefined, top: 1, threshold: 0.5 };
/** Of 65,536: both right, only dense, only pruned. */
const [BOTH, DENSE_ONLY, PRUNED_ONLY] = [58_327, 1_311, 1_114];

const drawn = { both: 0, denseOnly: 0, prunedOnly: 0 };
let state = 1;

/** Sixteen bits of a xorshift generator: fast, and good enough for coins. */
function draw(): number {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return (state >>> 8) & 0xffff;
}

function simulate(count: number): string {
  const [dense, pruned] = [Buffer.alloc(Math.ceil(count / 8)), Buffer.alloc(Math.ceil(count / 8))];
  for (let i = 0; i < count; i++) {
    const coin = draw();
    const both = coin < BOTH;
    const denseOnly = !both && coin < BOTH + DENSE_ONLY;
    const prunedOnly = !both && !denseOnly && coin < BOTH + DENSE_ONLY + PRUNED_ONLY;
    if (both) drawn.both++;
    if (denseOnly) drawn.denseOnly++;
    if (prunedOnly) drawn.prunedOnly++;
    if (both || denseOnly) dense[i >> 3] = (dense[i >> 3] as number) | (1 << (i & 7));
    if (both || prunedOnly) pruned[i >> 3] = (pruned[i >> 3] as number) | (1 << (i & 7));
  }
  return JSON.stringify({ samples: count, lanes: [{ metric: 'accuracy', output: 'scores', sides: { dense: sideOf(dense, count), pruned: sideOf(pruned, count) } }] });
}

function sideOf(bits: Buffer, count: number): unknown {
  const floats = (...values: number[]) => Buffer.from(Float64Array.from(values).buffer).toString('base64');
  return {
    misfits: [],
    columns: [
      { name: 'bits', kind: 'u1', data: bits.toString('base64') }, { name: 'samples', kind: 'f8', data: floats(count) },
      { name: 'predictions.variety.first', kind: 'f8', data: floats(0) }, { name: 'predictions.variety.varied', kind: 'u1', data: Buffer.of(1).toString('base64') },
      { name: 'predictions.counts', kind: 'f8', data: floats(count, 0, 0) },
      { name: 'labels.variety.first', kind: 'f8', data: floats(0) }, { name: 'labels.variety.varied', kind: 'u1', data: Buffer.of(1).toString('base64') },
      { name: 'labels.counts', kind: 'f8', data: floats(count, 0, 10) }, { name: 'labels.example', kind: 'f8', data: '' },
    ],
  };
}

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;
const mebibytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(0)} MiB`;

const batches = Math.ceil(samples / BATCH);
const edge = (part: number): number => Math.min(samples, Math.floor((batches * part) / parts) * BATCH);
const drawing = performance.now();
const texts = Array.from({ length: parts }, (_, i) => simulate(edge(i + 1) - edge(i)));
console.log(`${samples} samples in ${parts} parts drawn in ${seconds(drawing)}; a part's record: ${mebibytes(Math.max(...texts.map(({ length }) => length)))} of JSON`);
const merging = performance.now();
const records = texts.map((text) => JSON.parse(text) as PairRecord);
const [result] = evaluateRecords(records, [METRIC], { confidence: 0.95, seed: 'simulation' });
console.log(`merged in ${seconds(merging)}, ${mebibytes(process.memoryUsage().rss)} resident`);
console.log(`drop ${(100 * (result?.drop ?? NaN)).toFixed(4)} pp, ${(100 * (result?.dropInterval?.low ?? NaN)).toFixed(4)} to ${(100 * (result?.dropInterval?.high ?? NaN)).toFixed(4)} pp; ${JSON.stringify(result?.paired)}`);
const { both, denseOnly, prunedOnly } = result?.paired ?? { both: 0, denseOnly: 0, prunedOnly: 0 };
process.exitCode = both === drawn.both && denseOnly === drawn.denseOnly && prunedOnly === drawn.prunedOnly ? 0 : 1;
