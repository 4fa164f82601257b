/** Second moments of what convolutions multiply their weights with, unfolded: every kernel tap of every channel. */
import { AuxiliaryGraph } from '../../calibrate/auxiliary.js';
import { CentredSums } from '../../calibrate/centred-sums.js';
import { withVariant } from '../../calibrate/variant.js';
import type { Samples } from '../../data/types.js';
import { seededRandom } from '../../kernels/random.js';
import { DataType } from '../../onnx/ir.js';
import type { Model } from '../../onnx/ir.js';
import type { HostTensor, Runtime } from '../../runtime/types.js';
import { centred, drawLines, featureRows } from './rows.js';
import type { RowPlan } from './rows.js';

export interface Gram {
  readonly rows: number;
  /** [d], d = taps x channels. */
  readonly mean: Float64Array;
  /** [d x d] */
  readonly covariance: Float64Array;
}

export interface GramRequest {
  readonly runtime: Runtime;
  readonly directory: string;
  readonly model: Model;
  readonly plans: readonly RowPlan[];
  readonly samples: Samples;
  readonly batch: number;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Choosing units takes fewer samples than fitting them. */
const MOST_SAMPLES = 1024;
/** Floats of second moments that one run may return; layers beyond it are measured in further passes. */
const PASS_FLOATS = 2 ** 24;

/** Per plan, in order; undefined where an activation is not finite. */
export async function gatherGrams(request: GramRequest): Promise<readonly (Gram | undefined)[]> {
  const found: (Gram | undefined)[] = [];
  for (const pass of passes(request.plans)) found.push(...await onePass(request, pass));
  return found;
}

function passes(plans: readonly RowPlan[]): RowPlan[][] {
  const all: RowPlan[][] = [];
  let floats = 0;
  for (const plan of plans) {
    floats += plan.inputs ** 2;
    if (all.length === 0 || floats > PASS_FLOATS) {
      all.push([]);
      floats = plan.inputs ** 2;
    }
    all.at(-1)?.push(plan);
  }
  return all;
}

async function onePass(request: GramRequest, plans: readonly RowPlan[]): Promise<(Gram | undefined)[]> {
  const { samples, runtime, directory, model, batch } = request;
  const graph = new AuxiliaryGraph(model);
  const places = plans.map((plan) => place(graph, plan));
  const sums = plans.map(({ inputs }) => new CentredSums(inputs, inputs));
  const random = seededRandom(`${samples.sha256}:grams`);
  const count = Math.min(MOST_SAMPLES, samples.count);
  const chosen = samples.subset(Array.from({ length: count }, (_, i) => Math.floor((i * samples.count) / count)));
  await withVariant(runtime, graph.build(), directory, async (session) => {
    let done = 0;
    for await (const { feeds, indices } of chosen.batches(batch)) {
      const lines = plans.map((plan, i): [string, HostTensor] => [places[i]?.lines ?? '', drawLines(plan, random)]);
      const results = await session.run(new Map([...feeds, ...lines.filter((_, i) => plans[i]?.kernel.length !== 0)]));
      places.forEach((names, i) => {
        const read = (name: string) => results.get(name)?.data as Float32Array;
        sums[i]?.add(Number((results.get(names.shape)?.data as BigInt64Array)[0]), read(names.mean), read(names.gram));
      });
      done += indices.length;
      request.onProgress?.(done, count);
    }
  });
  return sums.map((sum) => {
    const { rows, meanU, covariance } = sum.finish();
    return covariance.every(Number.isFinite) ? { rows, mean: meanU, covariance } : undefined;
  });
}

function place(graph: AuxiliaryGraph, plan: RowPlan): { lines: string; shape: string; mean: string; gram: string } {
  const lines = plan.kernel.length === 0 ? '' : graph.input('lines', DataType.INT64, [plan.lines]);
  const { rows, mean } = centred(graph, featureRows(graph, plan.layer.input, plan, lines));
  return {
    lines, shape: graph.shapeOutput(rows), mean: graph.output(mean),
    gram: graph.output(graph.node('MatMul', [graph.transpose(rows, [1, 0]), rows])),
  };
}
