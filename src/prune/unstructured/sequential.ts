/**
 * Sequential refit on a support: layers in graph order, each fitted on what it gets in the model as repaired so far, so
 * that the error of one layer is known to the next. With u its inputs there, R what the target lacks against the dense
 * model, S the weights that stay,
 *
 *     delta_S = (Sigma_SS + lambda I)^-1 Cov(u_S, R)        w_S += delta_S        b += mean R - delta mean u
 *
 * which is ridge regression towards the current weights. The target is the residual-aware one of the structured refit.
 */
import { fewOf } from '../../calibrate/few.js';
import type { Samples } from '../../data/types.js';
import type { Multiply } from '../../kernels/matmul.js';
import { transpose } from '../../kernels/matmul.js';
import { meanDiagonal, withRidge } from '../../kernels/symmetric.js';
import { weightTensors } from '../../onnx/constants.js';
import type { Model } from '../../onnx/ir.js';
import { tensorToFloat32 } from '../../onnx/tensors.js';
import type { Facts } from '../../ops/facts.js';
import type { Skipped } from '../repair/skipped.js';
import type { MomentsRequest } from '../repair/input-moments.js';
import { toRows } from '../repair/layer-rows.js';
import { MOST_SAMPLES } from '../repair/rows.js';
import { targetOf } from '../repair/targets.js';
import type { LayerTarget } from '../repair/targets.js';
import { LayerWalk } from '../repair/walk.js';
import type { Shortfall } from '../repair/walk.js';
import { applyFits } from './edit.js';
import type { LayerFit } from './edit.js';
import type { SparseLayer } from './layer.js';
import { solveOnSupport } from './support.js';

export const SEQUENTIAL_RIDGE = 1e-3;

export interface SupportRefitRequest extends MomentsRequest {
  readonly dense: Model;
  readonly facts: Facts;
  /** In graph order. */
  readonly layers: readonly SparseLayer[];
  /** Per weight name, [outputs x inputs], 1 where it may change; absent: all of it. */
  readonly masks: ReadonlyMap<string, Uint8Array>;
}

export interface SupportRefit {
  readonly model: Model;
  readonly refit: number;
  /** Layers left as they were, and why. */
  readonly skipped: readonly Skipped[];
}

/** Undefined where the graph has subgraphs, which cannot be put beside the dense one. */
export async function refitOnSupport(request: SupportRefitRequest, start: Model, multiply: Multiply, ridge = SEQUENTIAL_RIDGE): Promise<SupportRefit | undefined> {
  const { layers, facts } = request;
  const folds: Samples[] = [fewOf(request.samples, MOST_SAMPLES)];
  const walk = LayerWalk.open({ ...request, folds }, start);
  if (walk === undefined) return undefined;
  const skipped: Skipped[] = [];
  let model = start;
  try {
    for (const [index, layer] of layers.entries()) {
      request.onProgress?.(`sequential refit of layer ${String(index + 1)} of ${String(layers.length)}`);
      const open = new Set(layers.slice(index + 1).map(({ plan }) => plan.layer.output));
      const target = targetOf(model.graph, layer.plan.layer, open, (value) => facts.values.get(value)?.dims);
      await walk.goTo(model, layer.plan.layer);
      const [lacking] = await walk.shortfall(model, { plan: layer.plan, target, kept: null }) ?? [];
      const fit = lacking === undefined ? undefined : await fitLayer(request, model, layer, lacking, target, ridge, multiply);
      if (fit === undefined) skipped.push({ layer: layer.weight.name, reason: 'its activations or the fit are not finite' });
      else model = applyFits(model, new Map([[layer, fit]]), facts);
    }
  } finally {
    await walk.close();
  }
  return { model, refit: layers.length - skipped.length, skipped };
}

async function fitLayer(
  { masks }: SupportRefitRequest, model: Model, layer: SparseLayer, lacking: Shortfall, { scale }: LayerTarget, ridge: number, multiply: Multiply,
): Promise<LayerFit | undefined> {
  const { plan, weight, shape } = layer;
  const { inputs: d, outputs } = plan;
  const tensor = weightTensors(model.graph).get(weight.name);
  if (tensor === undefined) return undefined;
  const mask = masks.get(weight.name) ?? new Uint8Array(outputs * d).fill(1);
  const matrix = withRidge(lacking.covariance, d, Math.max(ridge * meanDiagonal(lacking.covariance, d), 1e-30));
  const delta = await solveOnSupport(matrix, transpose(lacking.cross, d, outputs), mask, outputs, d, multiply);
  const rows = toRows(tensorToFloat32(tensor), shape);
  const shift = new Float64Array(outputs);
  for (let o = 0; o < outputs; o++) {
    const factor = scale?.[o] ?? 1;
    // A channel that its batch norm all but switches off has no say in the target.
    if (Math.abs(factor) < 1e-6) continue;
    let offset = lacking.meanR[o] as number;
    for (let i = 0; i < d; i++) {
      const change = delta[o * d + i] as number;
      offset -= change * (lacking.meanU[i] as number);
      rows[o * d + i] = (rows[o * d + i] as number) + change / factor / plan.layer.gain;
    }
    shift[o] = offset / factor;
  }
  return rows.every(Number.isFinite) && shift.every(Number.isFinite) ? { rows, shift } : undefined;
}
