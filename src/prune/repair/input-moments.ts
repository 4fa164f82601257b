/**
 * Second moments of what layers multiply their weights with, unfolded: every kernel tap of every channel. Products are
 * taken inside onnxruntime, batch by batch; sums are kept in float64.
 */
import { AuxiliaryGraph } from '../../calibrate/auxiliary.js';
import { CentredSums } from '../../calibrate/centred-sums.js';
import { withVariant } from '../../calibrate/variant.js';
import type { Samples } from '../../data/types.js';
import { seededRandom } from '../../kernels/random.js';
import type { Model } from '../../onnx/ir.js';
import type { HostTensor, Runtime } from '../../runtime/types.js';
import { centred, drawLines, featureRows, gramOf, linesInput, partsOf, stacked } from './rows.js';
import type { RowPlan } from './rows.js';

export interface InputMoments {
  readonly rows: number;
  /** [inputs], inputs = taps x channels. */
  readonly mean: Float64Array;
  /** [inputs x inputs] */
  readonly covariance: Float64Array;
}

export interface MomentsRequest {
  readonly runtime: Runtime;
  readonly directory: string;
  readonly samples: Samples;
  readonly batch: number;
  readonly onProgress?: (detail: string) => void;
}

/** Floats of second moments that one run may return; layers beyond it are measured in further passes. */
const PASS_FLOATS = 2 ** 24;

/** Consecutive plans whose moments fit in memory together. */
export function passesOf(plans: readonly RowPlan[]): RowPlan[][] {
  const passes: RowPlan[][] = [];
  let floats = Infinity;
  for (const plan of plans) {
    floats += plan.inputs ** 2;
    if (floats > PASS_FLOATS) {
      passes.push([]);
      floats = plan.inputs ** 2;
    }
    passes.at(-1)?.push(plan);
  }
  return passes;
}

/** Of these layers in `model`, in one pass over all the samples; undefined where an activation is not finite. */
export async function inputMoments(request: MomentsRequest, model: Model, plans: readonly RowPlan[]): Promise<(InputMoments | undefined)[]> {
  const { samples, runtime, directory, batch } = request;
  const graph = new AuxiliaryGraph(model);
  const places = plans.map((plan) => place(graph, plan));
  const sums = plans.map((plan) => new CentredSums(partsOf(plan).map((taps) => taps * plan.channels), true));
  const random = seededRandom(`${samples.sha256}:${plans.map(({ layer }) => layer.output).join(':')}`);
  await withVariant(runtime, graph.build(), directory, async (session) => {
    let done = 0;
    for await (const { feeds, indices } of samples.batches(batch)) {
      const lines = plans.flatMap((plan, i): [string, HostTensor][] => (places[i]?.lines === '' ? [] : [[places[i]?.lines ?? '', drawLines(plan, random)]]));
      for await (const results of session.pieces(new Map([...feeds, ...lines]))) {
        places.forEach((names, i) => {
          const read = (name: string) => results.get(name)?.data as Float32Array;
          sums[i]?.add(Number((results.get(names.shape)?.data as BigInt64Array)[1]), read(names.mean), names.gram.map(read));
        });
      }
      done += indices.length;
      request.onProgress?.(`unfolded moments: ${String(done)} of ${String(samples.count)} samples`);
    }
  });
  return sums.map((sum) => {
    const { rows, meanU, covariance } = sum.finish();
    return covariance.every(Number.isFinite) ? { rows, mean: meanU, covariance } : undefined;
  });
}

function place(graph: AuxiliaryGraph, plan: RowPlan): { lines: string; shape: string; mean: string; gram: string[] } {
  const lines = linesInput(graph, plan);
  const parts = featureRows(graph, plan.layer.input, plan, lines).map((rows) => centred(graph, rows));
  return {
    lines, shape: graph.shapeOutput(parts[0]?.rows ?? ''), mean: graph.output(stacked(graph, parts.map(({ mean }) => mean))),
    gram: gramOf(graph, parts.map(({ rows }) => rows)).map((block) => graph.output(block)),
  };
}
