/** The change that repairs one job: new weight values and what each layer's bias takes. */
import type { Multiply } from '../../kernels/matmul.js';
import { DataType } from '../../onnx/ir.js';
import type { Model, Tensor } from '../../onnx/ir.js';
import type { Cut } from '../cut.js';
import type { Prunable } from '../prunable.js';
import type { Moments } from '../types.js';
import { tapCoverage } from './coverage.js';
import { editLayers } from './edit.js';
import type { LayerEdit } from './edit.js';
import type { Job } from './jobs.js';
import type { Layer } from './layers.js';
import { constantShift, meansOnly, MIN_ROWS_PER_INPUT, predictCut, refitWeight } from './refit.js';
import type { Prediction } from './refit.js';
import { denseRows, fromMatrix, rowPositions } from './weight-matrix.js';

export interface Fix {
  readonly method: 'bias' | 'refit';
  /** New values of the stored weight as it is in the pruned model; undefined where it stays. */
  readonly weight: Float32Array | undefined;
  /** Per layer, by the first output of its node: what is added to each output channel. */
  readonly shifts: ReadonlyMap<string, Float64Array>;
  /** Share of the cut inputs' variance that the kept ones predict; 0 for bias compensation. */
  readonly explained: number;
}

export interface FixContext {
  readonly prunable: Prunable;
  readonly cut: Cut;
  readonly moments: ReadonlyMap<string, Moments>;
  readonly multiply: Multiply;
}

/** Why a job's weight cannot be refit; undefined where it can. */
export function refitObstacle(job: Job, moments: ReadonlyMap<string, Moments>): string | undefined {
  if (job.fixed !== undefined) return job.fixed;
  const own = momentsOf(job, moments);
  const [first] = own;
  if (first?.covariance === undefined) return `${first?.mean.length ?? 0} channels are too many for a covariance`;
  const rows = own.reduce((sum, { count }) => sum + count, 0);
  const needed = MIN_ROWS_PER_INPUT * job.kept.length;
  return rows < needed ? `${rows} calibration rows are too few for ${job.kept.length} inputs (${needed} needed)` : undefined;
}

/**
 * Bias compensation (`ridge` undefined) or refit; where refit weights would overflow float16, bias compensation.
 *
 * @throws UserError `not-positive-definite`
 */
export async function makeFix(context: FixContext, job: Job, ridge: number | undefined): Promise<Fix> {
  const { prunable, cut } = context;
  const moments = momentsOf(job, context.moments);
  const prediction = ridge === undefined ? meansOnly(moments, job.cut)
    : await predictCut(moments, job.kept, job.cut, ridge, context.multiply);
  const tensor = { ...prunable.tensors.get(job.weight) as Tensor, name: job.weight };
  const dense = denseRows(tensor, job.inputAxis, cut);
  const weight = prediction.matrix === undefined ? undefined : newWeight(job, tensor, dense, prediction);
  if (ridge !== undefined && weight === undefined) return makeFix(context, job, undefined);
  const shifts = new Map(job.layers.map((layer, i) => [
    layer.node.outputs[0] ?? '', layerShift(context, job, layer, dense, prediction.constants[i] as Float64Array),
  ]));
  return { method: ridge === undefined ? 'bias' : 'refit', weight, shifts, explained: prediction.explained };
}

/** Undefined where a value is beyond the tensor's type. */
function newWeight(job: Job, tensor: Tensor, dense: ReturnType<typeof denseRows>, prediction: Prediction): Float32Array | undefined {
  const dims = dense.dims.with(job.inputAxis, job.kept.length);
  const values = fromMatrix(refitWeight(dense, prediction, job.kept, job.cut), dims, job.inputAxis);
  const limit = tensor.dataType === DataType.FLOAT16 ? MAX_FLOAT16 : Number.MAX_VALUE;
  return values.every((value) => Math.abs(value) <= limit) ? values : undefined;
}

/** Largest finite float16. */
const MAX_FLOAT16 = 65504;

function layerShift(
  { prunable }: FixContext, job: Job, layer: Layer, dense: ReturnType<typeof denseRows>, constant: Float64Array,
): Float64Array {
  const { dims } = dense;
  const kernel = layer.kernelAxes.map((axis) => dims[axis] ?? 1);
  const { values } = prunable.facts;
  const coverage = tapCoverage(layer.node, kernel, values.get(layer.input), values.get(layer.node.outputs[0] ?? ''));
  const taps = layer.kernelAxes.map((axis) => rowPositions(dims, job.inputAxis, axis));
  const perRow = Float64Array.from({ length: dense.rows }, (_, row) => {
    const tap = taps.reduce((at, positions, axis) => at * (kernel[axis] as number) + (positions[row] as number), 0);
    return coverage[tap] as number;
  });
  const outputs = rowPositions(dims, job.inputAxis, layer.outputAxis);
  return constantShift(dense, constant, job.cut, outputs, perRow, dims[layer.outputAxis] ?? 1).map((value) => value * layer.gain);
}

function momentsOf(job: Job, moments: ReadonlyMap<string, Moments>): readonly Moments[] {
  return job.layers.map((layer) => moments.get(layer.input) as Moments);
}

/** The pruned model with these fixes. */
export function applyFixes(pruned: Model, fixes: ReadonlyMap<Job, Fix>, rank: (value: string) => number | undefined): Model {
  const weights = new Map<string, Float32Array>();
  const layers = new Map<string, LayerEdit>();
  for (const [job, fix] of fixes) {
    if (fix.weight !== undefined) weights.set(job.weight, fix.weight);
    for (const [value, shift] of fix.shifts) layers.set(value, { shift });
  }
  return editLayers(pruned, { weights, layers }, rank);
}
