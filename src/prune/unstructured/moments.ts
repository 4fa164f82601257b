/**
 * Second moments of the inputs of layers, unfolded, and (where two models are compared) their products with what the
 * pruned model lacks. Products are taken inside onnxruntime per batch; sums are kept in float64. A constant 1 joins the
 * inputs as the last of them: its row holds the sums, from which means and covariances follow.
 */
import { AuxiliaryGraph } from '../../calibrate/auxiliary.js';
import { mergeModels } from '../../calibrate/merge.js';
import { withVariant } from '../../calibrate/variant.js';
import type { Samples } from '../../data/types.js';
import { seededRandom } from '../../kernels/random.js';
import { intOf } from '../../onnx/graph.js';
import { DataType } from '../../onnx/ir.js';
import type { Model } from '../../onnx/ir.js';
import type { HostTensor, Runtime } from '../../runtime/types.js';
import { drawLines, featureRows, outputRows } from './features.js';
import type { FeaturePlan } from './features.js';

export interface InputMoments {
  readonly rows: number;
  /** [inputs] */
  readonly mean: Float64Array;
  /** [inputs x inputs] */
  readonly covariance: Float64Array;
}

export interface MomentsRequest {
  readonly runtime: Runtime;
  readonly directory: string;
  readonly samples: Samples;
  readonly batch: number;
}

/** Floats of second moments that are summed at a time; layers beyond it are measured in further passes. */
export const PASS_FLOATS = 2 ** 24;

/** Consecutive plans whose moments fit in memory together. */
export function passesOf(plans: readonly FeaturePlan[]): FeaturePlan[][] {
  const passes: FeaturePlan[][] = [];
  let floats = Infinity;
  for (const plan of plans) {
    const own = (plan.inputs + 1) ** 2;
    if (floats + own > PASS_FLOATS) {
      passes.push([]);
      floats = 0;
    }
    floats += own;
    passes.at(-1)?.push(plan);
  }
  return passes;
}

/** Moments of the inputs of these layers in `model`, in one pass; undefined where an activation is not finite. */
export async function inputMoments(request: MomentsRequest, model: Model, plans: readonly FeaturePlan[]): Promise<(InputMoments | undefined)[]> {
  const graph = new AuxiliaryGraph(model);
  const places = plans.map((plan) => {
    const lines = linesInput(graph, plan);
    return { lines, ...gramOf(graph, featureRows(graph, plan.layer.input, plan, lines)) };
  });
  const sums = plans.map(({ inputs }) => ({ rows: 0, gram: new Float64Array((inputs + 1) ** 2) }));
  await run(request, graph, plans, places.map(({ lines }) => lines), (results) => {
    places.forEach(({ gram, shape }, i) => {
      const sum = sums[i] as { rows: number; gram: Float64Array };
      addTo(sum.gram, results.get(gram)?.data as Float32Array);
      sum.rows += Number((results.get(shape)?.data as BigInt64Array)[0]);
    });
  });
  return sums.map(({ rows, gram }, i) => (gram.every(Number.isFinite) ? centred(gram, rows, (plans[i] as FeaturePlan).inputs) : undefined));
}

export interface Shortfall extends InputMoments {
  /** [outputs x inputs]: covariance of the shortfall with the inputs. */
  readonly cross: Float64Array;
  /** [outputs]: mean of the shortfall. */
  readonly shortfall: Float64Array;
}

/**
 * What `pruned` lacks at `target` against `dense`, against the layer's inputs in `pruned`. Undefined where the two cannot
 * be put in one graph or a value is not finite.
 */
export async function shortfallMoments(request: MomentsRequest, dense: Model, pruned: Model, plan: FeaturePlan, target: string): Promise<Shortfall | undefined> {
  const merged = mergeModels(dense, pruned);
  if (merged === undefined) return undefined;
  const graph = new AuxiliaryGraph(merged.model);
  const lines = linesInput(graph, plan);
  const features = featureRows(graph, merged.second(plan.layer.input), plan, lines);
  const gram = gramOf(graph, features);
  const lacking = graph.node('Sub', [graph.toFloat(target), graph.toFloat(merged.second(target))]);
  const cross = graph.output(graph.node('MatMul', [graph.transpose(outputRows(graph, lacking, plan, lines), [1, 0]), gram.extended]));
  const d = plan.inputs + 1;
  const sums = { rows: 0, gram: new Float64Array(d * d), cross: new Float64Array(plan.outputs * d) };
  await run(request, graph, [plan], [lines], (results) => {
    addTo(sums.gram, results.get(gram.gram)?.data as Float32Array);
    addTo(sums.cross, results.get(cross)?.data as Float32Array);
    sums.rows += Number((results.get(gram.shape)?.data as BigInt64Array)[0]);
  });
  if (!sums.gram.every(Number.isFinite) || !sums.cross.every(Number.isFinite)) return undefined;
  return withShortfall(centred(sums.gram, sums.rows, plan.inputs), sums.cross, plan);
}

function withShortfall(moments: InputMoments, sums: Float64Array, { inputs, outputs }: FeaturePlan): Shortfall {
  const d = inputs + 1;
  const shortfall = Float64Array.from({ length: outputs }, (_, o) => (sums[o * d + inputs] as number) / moments.rows);
  const cross = new Float64Array(outputs * inputs);
  for (let o = 0; o < outputs; o++) {
    for (let i = 0; i < inputs; i++) cross[o * inputs + i] = (sums[o * d + i] as number) / moments.rows - (shortfall[o] as number) * (moments.mean[i] as number);
  }
  return { ...moments, cross, shortfall };
}

/** '' for products, which look at every row. */
function linesInput(graph: AuxiliaryGraph, { kernel, lines }: FeaturePlan): string {
  return kernel.length === 0 ? '' : graph.input('lines', DataType.INT64, [lines]);
}

function gramOf(graph: AuxiliaryGraph, features: string): { extended: string; gram: string; shape: string } {
  const first = graph.slice(features, [0], [1], [1], [1]);
  const ones = graph.node('Add', [graph.node('Mul', [first, graph.floats(Float32Array.of(0), [1])]), graph.floats(Float32Array.of(1), [1])]);
  const extended = graph.node('Concat', [features, ones], { axis: intOf(1) });
  return { extended, gram: graph.output(graph.node('MatMul', [graph.transpose(extended, [1, 0]), extended])), shape: graph.shapeOutput(features) };
}

async function run(
  { runtime, directory, samples, batch }: MomentsRequest, graph: AuxiliaryGraph, plans: readonly FeaturePlan[], lines: readonly string[],
  onResults: (results: ReadonlyMap<string, HostTensor>) => void,
): Promise<void> {
  const random = seededRandom(`${samples.sha256}:${plans.map(({ layer }) => layer.output).join(':')}`);
  const count = Math.max(...plans.map((plan) => plan.samples));
  const chosen = samples.subset(Array.from({ length: count }, (_, i) => Math.floor((i * samples.count) / count)));
  await withVariant(runtime, graph.build(), directory, async (session) => {
    for await (const { feeds } of chosen.batches(batch)) {
      const drawn = plans.flatMap((plan, i): [string, HostTensor][] => (lines[i] === '' ? [] : [[lines[i] as string, drawLines(plan, random)]]));
      onResults(await session.run(new Map([...feeds, ...drawn])));
    }
  });
}

function addTo(sum: Float64Array, values: Float32Array): void {
  for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] as number) + (values[i] as number);
}

function centred(gram: Float64Array, rows: number, inputs: number): InputMoments {
  const d = inputs + 1;
  const mean = Float64Array.from({ length: inputs }, (_, i) => (gram[i * d + inputs] as number) / rows);
  const covariance = new Float64Array(inputs * inputs);
  for (let i = 0; i < inputs; i++) {
    for (let j = 0; j <= i; j++) {
      // Both triangles from their mean: products of float32 differ in their last digits.
      const sum = ((gram[i * d + j] as number) + (gram[j * d + i] as number)) / 2;
      const value = sum / rows - (mean[i] as number) * (mean[j] as number);
      covariance[i * inputs + j] = value;
      covariance[j * inputs + i] = value;
    }
    covariance[i * inputs + i] = Math.max(0, covariance[i * inputs + i] as number);
  }
  return { rows, mean, covariance };
}
