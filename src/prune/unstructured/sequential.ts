/**
 * Sequential refit on a support: layers in graph order, each fitted on what it gets in the model as repaired so far, so
 * that the error of one layer is known to the next. With u its inputs there, R what the target lacks against the dense
 * model, S the weights that stay,
 *
 *     delta_S = (Sigma_SS + lambda I)^-1 Cov(u_S, R)        w_S += delta_S        b += mean R - delta mean u
 *
 * which is ridge regression towards the current weights. The target is the residual-aware one of the structured refit.
 */
import type { Multiply } from '../../kernels/matmul.js';
import { meanDiagonal, withRidge } from '../../kernels/symmetric.js';
import { weightTensors } from '../../onnx/constants.js';
import type { Model } from '../../onnx/ir.js';
import { tensorToFloat32 } from '../../onnx/tensors.js';
import type { Facts } from '../../ops/facts.js';
import { targetOf } from '../repair/targets.js';
import type { LayerTarget } from '../repair/targets.js';
import { applyFits, rankIn } from './edit.js';
import type { LayerFit } from './edit.js';
import { toRows } from './layer.js';
import type { SparseLayer } from './layer.js';
import { aloneIn } from './features.js';
import { shortfallMoments } from './moments.js';
import type { MomentsRequest, Shortfall } from './moments.js';
import { solveOnSupport } from './support.js';

export const SEQUENTIAL_RIDGE = 1e-3;

export interface SequentialRequest extends MomentsRequest {
  readonly dense: Model;
  readonly facts: Facts;
  /** In graph order. */
  readonly layers: readonly SparseLayer[];
  /** Per weight name, [outputs x inputs], 1 where it may change; absent: all of it. */
  readonly masks: ReadonlyMap<string, Uint8Array>;
  readonly onProgress?: (detail: string) => void;
}

export interface SequentialResult {
  readonly model: Model;
  readonly refit: number;
  /** Layers left as they were, and why. */
  readonly skipped: readonly string[];
}

export async function refitOnSupport(request: SequentialRequest, start: Model, multiply: Multiply, ridge = SEQUENTIAL_RIDGE): Promise<SequentialResult> {
  const { layers, facts } = request;
  const skipped: string[] = [];
  let model = start;
  let refit = 0;
  for (const [index, layer] of layers.entries()) {
    request.onProgress?.(`sequential refit of layer ${String(index + 1)} of ${String(layers.length)}`);
    const open = new Set(layers.slice(index + 1).map(({ plan }) => plan.layer.output));
    const target = targetOf(model.graph, layer.plan.layer, open, (value) => facts.values.get(value)?.dims);
    const moments = await shortfallMoments(request, request.dense, model, aloneIn(layer.plan), target.value);
    const fit = moments === undefined ? undefined : await fitLayer(request, model, layer, moments, target, ridge, multiply);
    if (fit === undefined) {
      skipped.push(`${layer.weight.name}: its activations or the fit are not finite`);
      continue;
    }
    model = applyFits(model, new Map([[layer, fit]]), rankIn(model, facts));
    refit++;
  }
  return { model, refit, skipped };
}

async function fitLayer(
  { masks }: SequentialRequest, model: Model, layer: SparseLayer, moments: Shortfall, { scale }: LayerTarget, ridge: number, multiply: Multiply,
): Promise<LayerFit | undefined> {
  const { plan, weight, positions } = layer;
  const { inputs: d, outputs } = plan;
  const tensor = weightTensors(model.graph).get(weight.name);
  if (tensor === undefined) return undefined;
  const mask = masks.get(weight.name) ?? new Uint8Array(outputs * d).fill(1);
  const matrix = withRidge(moments.covariance, d, Math.max(ridge * meanDiagonal(moments.covariance, d), 1e-30));
  const delta = await solveOnSupport(matrix, moments.cross, mask, outputs, d, multiply);
  const rows = toRows(tensorToFloat32(tensor), positions);
  const shift = new Float64Array(outputs);
  for (let o = 0; o < outputs; o++) {
    const factor = scale?.[o] ?? 1;
    // A channel that its batch norm all but switches off has no say in the target.
    if (Math.abs(factor) < 1e-6) continue;
    let offset = moments.shortfall[o] as number;
    for (let i = 0; i < d; i++) {
      const change = delta[o * d + i] as number;
      offset -= change * (moments.mean[i] as number);
      rows[o * d + i] = (rows[o * d + i] as number) + change / factor / plan.layer.gain;
    }
    shift[o] = offset / factor;
  }
  return rows.every(Number.isFinite) && shift.every(Number.isFinite) ? { rows, shift } : undefined;
}
