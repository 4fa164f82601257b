/**
 * bench/speed.md: what pruning and repair cost on a ResNet-56 with seeded random weights, in a process each.
 *
 *   npm run bench:speed [-- --fresh] [--only PART-OF-NAME]
 *
 * Targets on two cores are those of the table. Rows are kept in node_modules/.cache/speed, so that a run can be interrupted.
 */
import { execFileSync } from 'node:child_process';
import { cpus, tmpdir } from 'node:os';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gatherMoments } from '../src/calibrate/moments.js';
import { withProducts } from '../src/calibrate/products.js';
import { withVariant } from '../src/calibrate/variant.js';
import { createYardstick } from '../src/calibrate/yardstick.js';
import { openSamples } from '../src/data/open.js';
import { splitSeeded } from '../src/data/split.js';
import type { Samples } from '../src/data/types.js';
import { writeNpz } from '../src/data/write-npz.js';
import { choleskyOutside } from '../src/kernels/cholesky.js';
import { seededRandom } from '../src/kernels/random.js';
import { writeModel } from '../src/onnx/write.js';
import { batchFor, firstFeeds } from '../src/pipeline/samples.js';
import { openSubject } from '../src/pipeline/subject.js';
import type { Subject } from '../src/pipeline/subject.js';
import type { DataSource, Preprocess, RepairName, StructuredStep } from '../src/policy/types.js';
import { analyse } from '../src/prune/prunable.js';
import type { Prunable } from '../src/prune/prunable.js';
import { inputMoments, passesOf } from '../src/prune/repair/input-moments.js';
import { layerContext, layersOf, ranksOf } from '../src/prune/repair/layers.js';
import { repair } from '../src/prune/repair/repair.js';
import { planRows } from '../src/prune/repair/rows.js';
import { pruneStructured } from '../src/prune/structured.js';
import { gatherFacts } from '../src/runtime/facts.js';
import { loadOnnxruntime } from '../src/runtime/load.js';
import { randomResNet } from './speed/resnet.js';

const CACHE = resolve('node_modules/.cache/speed');
const SAMPLES = 2048;
const PLAIN: Preprocess = { scale: 255, mean: [0.5], std: [0.25], layout: 'NCHW', color: undefined, resize: undefined, crop: undefined };

interface Bench {
  readonly subject: Subject;
  readonly prunable: Prunable;
  readonly samples: Samples;
  readonly batch: number;
}

interface Stage {
  readonly name: string;
  readonly samples: number;
  /** Seconds allowed on two cores; undefined where another figure is the limit. */
  readonly limit: number | undefined;
  run(bench: Bench): Promise<void>;
}

interface Row {
  readonly name: string;
  readonly samples: number;
  readonly seconds: number;
  /** Of all threads, user and system. */
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
}

const STAGES: readonly Stage[] = [
  { name: 'bare inference of the batches', samples: SAMPLES, limit: undefined, run: bareInference },
  { name: 'moments in channel space', samples: SAMPLES, limit: undefined, run: channelMoments },
  { name: 'moments unfolded', samples: SAMPLES, limit: undefined, run: unfoldedMoments },
  { name: 'one-shot ladder at 2x: OBS, uniform, bias, refit, statistics', samples: SAMPLES, limit: 45, run: (bench) => prune(bench, 'uniform', ['bias', 'refit', 'statistics']) },
  { name: 'sequential refit of it', samples: SAMPLES, limit: 120, run: (bench) => prune(bench, 'uniform', ['sequential']) },
  { name: 'auto allocation and every repair', samples: SAMPLES, limit: 240, run: (bench) => prune(bench, 'auto', ['bias', 'refit', 'sequential', 'statistics']) },
  { name: 'auto allocation and every repair, a quarter of the images', samples: SAMPLES / 4, limit: undefined, run: (bench) => prune(bench, 'auto', ['bias', 'refit', 'sequential', 'statistics']) },
  { name: 'Cholesky of 2,048, best of three', samples: 0, limit: 1, run: factor },
];

async function bareInference({ subject, samples, batch }: Bench): Promise<void> {
  await withVariant(subject.runtime, subject.model, subject.directory, async (session) => {
    for await (const { feeds } of samples.batches(batch)) await session.run(feeds);
  });
}

async function channelMoments({ subject, prunable, samples, batch }: Bench): Promise<void> {
  const taps = new Map(layers(prunable).map(({ input, inputChannel }) => [input, { value: input, axis: inputChannel, covariance: true }]));
  await gatherMoments({ ...subject, samples, batch, taps: [...taps.values()] });
}

async function unfoldedMoments({ subject, prunable, samples, batch }: Bench): Promise<void> {
  const plans = layers(prunable).flatMap((layer) => {
    const plan = planRows(layer, prunable.tensors.get(layer.weight)?.dims ?? [], (value) => prunable.facts.values.get(value)?.dims, samples.count);
    return typeof plan === 'string' ? [] : [plan];
  });
  for (const pass of passesOf(plans)) await inputMoments({ ...subject, samples, batch }, subject.model, pass);
}

const layers = ({ model, facts }: Prunable) => layersOf(layerContext(model.graph, ranksOf(facts)));

async function prune({ subject, prunable, samples, batch }: Bench, allocation: StructuredStep['allocation'], steps: readonly RepairName[]): Promise<void> {
  const { share, rest } = splitSeeded(samples.count, 0.25, 'speed');
  const [fit, decide] = [samples.subset(rest), samples.subset(share)];
  const feeds = await firstFeeds(fit, subject.inputs);
  const step: StructuredStep = {
    method: 'structured', criterion: 'obs', allocation, target: { kind: 'macs', factor: 2 }, align: 'auto', keep: [], only: undefined, repair: steps, allowPartial: false,
  };
  const { runtime, directory } = subject;
  const result = await pruneStructured({ runtime, directory, prunable, step, calibration: fit, decide, batch, feeds, seed: 0 });
  const yardstick = await createYardstick({ runtime, dense: prunable.model, directory, samples: decide, batch });
  await repair({ runtime, directory, prunable, pruned: result.model, cut: result.chosen.cut, steps, samples: fit, judge: decide, yardstick, batch });
}

async function factor({ subject }: Bench): Promise<void> {
  const d = 2048;
  const next = seededRandom('speed');
  const matrix = Float64Array.from({ length: d * d }, next);
  for (let i = 0; i < d; i++) matrix[i * d + i] = 2 * d;
  await withProducts(subject.runtime, async (multiply) => { await choleskyOutside(matrix, d, multiply); });
}

/** One stage in this process; what it took goes to stdout. */
async function runStage(stage: Stage): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'prune-gate-speed-'));
  try {
    await writeModel(randomResNet(9), join(folder, 'resnet56.onnx'));
    const count = Math.max(64, stage.samples);
    const random = seededRandom('images');
    await writeNpz(join(folder, 'images.npz'), [{ name: 'images', type: 'uint8', dims: [count, 32, 32, 3], chunks: [Uint8Array.from({ length: count * 32 * 32 * 3 }, () => random() * 256)] }]);
    const subject = await openSubject(folder, 'resnet56.onnx', 'cpu');
    const source: DataSource = { path: 'images.npz', format: 'npz', inputs: new Map([['x', ['images']]]), target: undefined, labels: undefined, sha256: undefined, maxSamples: undefined };
    const samples = await openSamples({ workspace: folder, source, preprocess: PLAIN, inputs: subject.inputs });
    const facts = await gatherFacts(subject.runtime, subject.model, { directory: subject.directory, feeds: await firstFeeds(samples, subject.inputs) });
    const bench: Bench = { subject, prunable: analyse(subject.model, facts, subject.fileBytes), samples, batch: batchFor(subject.inputs, facts) };
    const rounds = stage.samples === 0 ? 3 : 1;
    let best: Pick<Row, 'seconds' | 'cpuSeconds'> = { seconds: Infinity, cpuSeconds: Infinity };
    for (let round = 0; round < rounds; round++) {
      const [started, cpu] = [performance.now(), process.cpuUsage()];
      await stage.run(bench);
      const used = process.cpuUsage(cpu);
      const seconds = (performance.now() - started) / 1000;
      if (seconds < best.seconds) best = { seconds, cpuSeconds: (used.user + used.system) / 1e6 };
    }
    const row: Row = { name: stage.name, samples: stage.samples, ...best, peakMegabytes: process.resourceUsage().maxRSS / 1024 };
    console.log(JSON.stringify(row));
    await subject.dispose();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function rowOf(index: number, fresh: boolean): Row {
  const file = join(CACHE, `${String(index)}.json`);
  if (!fresh && existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Row;
  const [, script = ''] = process.argv;
  const text = execFileSync(process.execPath, [script, '--stage', String(index)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(file, text);
  const row = JSON.parse(text) as Row;
  console.log(`${row.name}: ${row.seconds.toFixed(1)} s, ${row.cpuSeconds.toFixed(1)} s of CPU, ${row.peakMegabytes.toFixed(0)} MB`);
  return row;
}

function render(rows: readonly Row[]): string {
  const bare = rows[0] as Row;
  const ratios = [['moments in channel space', 2], ['moments unfolded', 8]] as const;
  return [
    '# Speed and memory of the engine', '',
    `Made by \`npm run bench:speed\`: a ResNet-56 with seeded random weights, ${String(SAMPLES)} images of noise, each stage in a process of its own.`, '',
    `Machine: ${String(cpus().length)} x ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}, onnxruntime ${loadOnnxruntime().version}.`,
    'CPU seconds are those of all threads: on a machine that others use they say more than the clock.', '',
    '| stage | images | seconds | to reach | CPU seconds | peak memory, MB |', '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...rows.map((row, i) => {
      const limit = STAGES[i]?.limit;
      const wanted = limit === undefined ? '' : `${String(limit)}: ${row.seconds <= limit ? 'reached' : 'missed'}`;
      return `| ${row.name} | ${String(row.samples)} | ${row.seconds.toFixed(1)} | ${wanted} | ${row.cpuSeconds.toFixed(1)} | ${row.peakMegabytes.toFixed(0)} |`;
    }), '',
    ...ratios.map(([name, most]) => {
      const row = rows.find((each) => each.name === name) as Row;
      const ratio = row.cpuSeconds / bare.cpuSeconds;
      return `- ${name}: ${ratio.toFixed(1)}x the CPU time of the bare inference (to reach: ${String(most)}x, ${ratio <= most ? 'reached' : 'missed'}).`;
    }),
    `- Peak memory: ${Math.max(...rows.map(({ peakMegabytes }) => peakMegabytes)).toFixed(0)} MB (to reach: 1500 MB).`, '',
  ].join('\n');
}

async function main(): Promise<void> {
  const args = process.argv.slice(2);
  const at = args.indexOf('--stage');
  if (at >= 0) return runStage(STAGES[Number(args[at + 1])] as Stage);
  const only = args.includes('--only') ? args[args.indexOf('--only') + 1] ?? '' : '';
  const rows = STAGES.flatMap((stage, index) => (stage.name.includes(only) ? [rowOf(index, args.includes('--fresh'))] : []));
  if (only === '') writeFileSync('bench/speed.md', render(rows));
}

await main();
