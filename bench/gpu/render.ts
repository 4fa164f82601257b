/** bench/gpu.md as text. */
import { cpus } from 'node:os';
import type { DeviceLine } from '../../src/runtime/devices.js';
import type { GpuCase } from './cases.js';
import type { CaseRow, Products } from './measure.js';

export interface GpuResults {
  readonly gpus: readonly string[];
  readonly survey: readonly DeviceLine[];
  readonly products: readonly Products[];
  readonly rows: readonly CaseRow[];
  readonly cases: readonly GpuCase[];
  readonly node: string;
  readonly runtime: string;
}

export function renderGpu({ gpus, survey, products, rows, cases, node, runtime }: GpuResults): string {
  const done = rows.filter(({ failed, dense }) => failed === undefined && dense !== undefined);
  return [
    '# The GPU against the processor', '',
    'Made by `bench/gpu.sh`. Everything here ran, on:', '',
    `- ${gpus.length === 0 ? 'no NVIDIA GPU' : gpus.join('; ')} (name, driver, memory)`,
    `- ${cpus().length} x ${cpus()[0]?.model.trim() ?? 'unknown'}; Node ${node}, onnxruntime-node ${runtime}`, '',
    '| device | works | |', '| --- | --- | --- |',
    ...survey.map(({ device, works, detail }) => `| ${device} | ${works ? 'yes' : 'no'} | ${cell(detail)} |`), '',
    '## Products of matrices', '',
    'As calibration takes them: operands from host memory, the result back to it. float32 of 4096 x 4096, float64 of 2048 x 2048; errors over the square root of the number of terms.', '',
    '| device | float32, GFLOP/s | error | float64, GFLOP/s | error | a batch that outgrows memory |', '| --- | ---: | ---: | ---: | ---: | --- |',
    ...products.map(productRow), '',
    '## Whole runs', '',
    'Pruned to 2x fewer MACs, repaired, judged. *Agreement*: largest difference of the dense model\'s outputs from the processor\'s, over the largest value. *On the device*: share of nodes, share of a run\'s time that is not the processor\'s; copies: inside a run.', '',
    ...cases.map(({ name, what }) => `- ${name}: ${what}`), '',
    '| model | device | verdict | metric, dense → pruned, % | run, s | calibrate and repair, s | agreement | on the device: nodes, time | copies | GPU memory |', '| --- | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...rows.map(runRow), '',
    '## The processor\'s plan and model on the device', '',
    'The plan that the processor made, replayed: pruning is the same, repair is computed on the device. Then the processor\'s pruned model on all held-out samples: same answers (top-1), largest difference over the largest value, and the time for them.', '',
    '| model | device | same plan | replay, s | same answers | difference | evaluation, s | on the processor, s |', '| --- | --- | --- | ---: | ---: | ---: | ---: | ---: |',
    ...done.filter(({ answers }) => answers !== undefined).map(replayRow), '',
    '## Latency', '',
    'Medians, inputs and outputs in host memory; the processor has all its threads. The interval is that of the speed-up by pruning; the floor is what two sessions of the dense model differ by.', '',
    '| model | batch | device | dense, ms | pruned, ms | speed-up by pruning | noise floor | dense against the processor |', '| --- | ---: | --- | ---: | ---: | ---: | ---: | ---: |',
    ...cases.flatMap(({ name }) => latencyRows(done.filter((row) => row.name === name))), '',
  ].join('\n');
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
const scientific = (value: number): string => value.toExponential(1);

function productRow({ device, failed, float32, float64, backOff }: Products): string {
  if (failed !== undefined || float32 === undefined || float64 === undefined) return `| ${device} | ${cell(failed ?? 'no result')} | | | | |`;
  const cut = backOff === undefined ? '' : 'failed' in backOff ? cell(backOff.failed)
    : `${backOff.samples} samples, cut to ${backOff.piece ?? backOff.samples}, ${backOff.right ? 'all answered, in order' : 'ANSWERS WRONG'}`;
  return `| ${device} | ${float32.gflops.toFixed(0)} | ${scientific(float32.error)} | ${float64.gflops.toFixed(0)} | ${scientific(float64.error)} | ${cut} |`;
}

/** Stages in which samples are run to fit something. */
const FITTING = ['calibrate', 'score', 'repair', 'apply', 'prove'];

function runRow({ name, device, failed, error, verdict, dense, pruned, seconds, stages = {}, agreement, placement, deviceBytes }: CaseRow): string {
  if (failed !== undefined || dense === undefined) return `| ${name} | ${device} | ${verdict ?? ''} ${cell(failed ?? error ?? '')} | | ${seconds?.toFixed(1) ?? ''} | | | | | |`;
  const fit = FITTING.reduce((sum, stage) => sum + (stages[stage] ?? 0), 0);
  const figure = (value: number | null | undefined): string => (value == null ? 'none' : (100 * value).toFixed(2));
  const where = placement === undefined ? '' : `${percent(placement.nodeShare)}, ${percent(placement.timeShare)}`;
  const memory = deviceBytes === undefined ? '' : `${(deviceBytes / 2 ** 20).toFixed(0)} MiB`;
  return `| ${name} | ${device} | ${verdict ?? ''} | ${figure(dense)} → ${figure(pruned)} | ${seconds?.toFixed(1) ?? ''} | ${fit.toFixed(1)} | ${agreement === undefined ? '' : scientific(agreement.difference)} | ${where} | ${placement?.transfers ?? ''} | ${memory} |`;
}

function replayRow({ name, device, replay, answers }: CaseRow): string {
  if (answers === undefined || replay === undefined) return '';
  return `| ${name} | ${device} | ${replay.error === undefined ? (replay.samePlan === undefined ? 'not compared' : replay.samePlan ? 'yes' : 'NO') : cell(replay.error)} | ${replay.seconds.toFixed(1)} | ${answers.equal} of ${answers.samples} (${percent(answers.equal / answers.samples)}) | ${scientific(answers.difference)} | ${answers.seconds.toFixed(2)} | ${answers.cpuSeconds.toFixed(2)} |`;
}

function latencyRows(rows: readonly CaseRow[]): string[] {
  const cpu = rows.find(({ device }) => device === 'cpu');
  const batches = [...new Set(rows.flatMap(({ timings = [] }) => timings.map(({ batch }) => batch)))];
  return batches.flatMap((batch) => rows.flatMap(({ name, device, timings = [] }) => timings.filter((each) => each.batch === batch).map((each) => {
    const base = cpu?.timings?.find((other) => other.batch === batch);
    return `| ${name} | ${batch} | ${device} | ${each.denseMs.toFixed(3)} | ${each.prunedMs.toFixed(3)} | ${each.speedup.toFixed(2)}x (${each.low.toFixed(2)} to ${each.high.toFixed(2)}) | ${percent(each.noiseFloor)} | ${base === undefined || device === 'cpu' || device.startsWith('auto') ? '' : `${(base.denseMs / each.denseMs).toFixed(1)}x`} |`;
  })));
}
