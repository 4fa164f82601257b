/** One unstructured step: masks by the criterion, or those of a plan; zeros; repair of what stays. */
import type { Yardstick } from '../../calibrate/yardstick.js';
import type { Samples } from '../../data/types.js';
import { UserError } from '../../errors.js';
import type { Multiply } from '../../kernels/matmul.js';
import type { Model } from '../../onnx/ir.js';
import type { SparseRepairName, UnstructuredStep } from '../../policy/types.js';
import type { UnstructuredPlanStep } from '../plan.gen.js';
import type { Prunable } from '../prunable.js';
import type { Rung } from '../repair/repair.js';
import { countZeros } from '../unstructured.js';
import type { SparseTensor } from '../unstructured.js';
import type { DenseMoments } from './dense-moments.js';
import { applyMasks } from './edit.js';
import { describeLayers } from './layer.js';
import type { SparseLayer } from './layer.js';
import { decodeMask } from './masks.js';
import type { MomentsRequest } from '../repair/input-moments.js';
import type { Towards } from '../repair/places.js';
import { repairSparse } from './repair.js';
import { selectMasks } from './select.js';
import { chooseWeights } from './weights.js';
import type { Weight } from './weights.js';

export interface SparsifyRequest extends MomentsRequest {
  readonly prunable: Prunable;
  readonly step: UnstructuredStep;
  /** Calibration split B, and the yardstick on it. */
  readonly decide: Samples;
  readonly yardstick: Yardstick;
  readonly multiply: Multiply;
  /** The committed model, where earlier steps have changed it. */
  readonly towards?: Towards;
  /** No step comes after this one. */
  readonly last?: boolean;
  readonly onProgress?: (detail: string) => void;
}

export interface SparseResult {
  readonly model: Model;
  readonly weights: readonly Weight[];
  readonly masks: ReadonlyMap<string, Uint8Array>;
  readonly tensors: readonly SparseTensor[];
  /** Weights left dense, and why. */
  readonly left: ReadonlyMap<string, string>;
  readonly ladder: readonly Rung[];
  readonly accepted: readonly SparseRepairName[];
  readonly notes: readonly string[];
}

export async function pruneWeightsOf(request: SparsifyRequest): Promise<SparseResult> {
  const { prunable, step } = request;
  const weights = chooseWeights(prunable.model, step);
  const { masks, layers, moments, left, notes } = await selectMasks({ ...request, weights });
  const result = await finish({ ...request, moments }, weights, masks, layers, step.repair);
  return { ...result, left, notes: [...notes, ...result.notes] };
}

/** @throws UserError `plan-mismatch` where a weight of the plan is not there, or of another size */
export async function replayWeights(request: SparsifyRequest, planned: UnstructuredPlanStep): Promise<SparseResult> {
  const { prunable, step, samples } = request;
  const weights = chooseWeights(prunable.model, step);
  const byName = new Map(weights.map((weight) => [weight.name, weight]));
  const masks = new Map(planned.tensors.map(({ name, mask, elements }) => {
    const own = byName.get(name)?.tensor.dims.reduce((a, b) => a * b, 1);
    if (mask === undefined || own !== elements) throw mismatch(name, mask === undefined ? 'holds no mask for it' : `has it with ${String(elements)} weights`);
    return [name, decodeMask(mask, elements, name)] as const;
  }));
  const { layers } = describeLayers(prunable.model, prunable.facts, weights, samples.count);
  return finish(request, weights, masks, layers, step.repair.filter((name) => planned.repair?.includes(name) ?? true));
}

function mismatch(name: string, what: string): UserError {
  return new UserError({
    code: 'plan-mismatch', message: `The plan ${what}: ${name}.`, where: 'plan.json',
    fix: 'Replay a plan on the model and with the version of prune-gate it was made for.',
  });
}

async function finish(
  request: SparsifyRequest & { readonly moments?: DenseMoments }, weights: readonly Weight[], masks: ReadonlyMap<string, Uint8Array>, layers: readonly SparseLayer[], steps: readonly SparseRepairName[],
): Promise<SparseResult> {
  const { prunable } = request;
  const pruned = applyMasks(prunable.model, weights, masks);
  const masked = layers.filter(({ weight }) => masks.has(weight.name));
  // Moments are numbered by layer: those of other layers do not fit.
  const { moments, ...rest } = request;
  const same = moments !== undefined && masked.length === layers.length ? { moments } : {};
  const repaired = await repairSparse({ ...rest, ...same, judge: request.decide, pruned, layers: masked, masks, steps });
  return { ...repaired, weights, masks, tensors: countZeros(weights, masks), left: new Map() };
}
