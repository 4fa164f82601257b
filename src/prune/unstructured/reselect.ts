/**
 * Which weights go, chosen again on what the repaired model computes. The criterion saw the dense model; in depth, the inputs
 * of a layer are those that earlier zeros left, and what it is to make up for is known. A walk like that of the sequential
 * refit, from the dense model:
 *
 *  1. At a layer all of its weights are fitted on the inputs it gets, towards the layer's target.
 *  2. From there the criterion takes as many weights as were to go, on the covariance of those inputs.
 *  3. What stays is fitted (least squares), so that the next layer sees inputs close to those of the repaired model.
 *
 * Counts stay. The caller decides on calibration split B whether the new choice is the better one.
 */
import type { Multiply } from '../../kernels/matmul.js';
import { weightTensors } from '../../onnx/constants.js';
import type { Model, Tensor } from '../../onnx/ir.js';
import { withValues } from '../../onnx/tensors.js';
import type { UnstructuredStep } from '../../policy/types.js';
import { openWalk, placeAt } from '../repair/choosing.js';
import type { ChoosingRequest } from '../repair/choosing.js';
import { toStored } from '../repair/layer-rows.js';
import { bestRidge } from '../repair/ridge.js';
import { applyDelta } from '../repair/places.js';
import type { LayerWalk, Place } from '../repair/walk.js';
import { chooserOf, structureOf } from './chooser.js';
import { applyMasks } from './edit.js';
import { refitFit } from './fit.js';
import { denseRows, storedMask } from './layer.js';
import type { SparseLayer } from './layer.js';

export interface ReselectRequest extends ChoosingRequest {
  readonly step: UnstructuredStep;
  readonly criterionOf: (layer: SparseLayer) => UnstructuredStep['criterion'];
  readonly multiply: Multiply;
  readonly onProgress?: (detail: string) => void;
}

/** By layer, [outputs x inputs], 1 where a weight stays. */
export type LayerMasks = ReadonlyMap<SparseLayer, Uint8Array>;

const FIT_RIDGE = 1e-3;

/** As many zeros in each layer as in `masks`; undefined where the graph has subgraphs. */
export async function reselectWeights(request: ReselectRequest, masks: LayerMasks): Promise<LayerMasks | undefined> {
  const { prunable, onProgress } = request;
  const walk = openWalk(request, prunable.model);
  if (walk === undefined) return undefined;
  const chosen = new Map<SparseLayer, Uint8Array>();
  const layers = [...masks.keys()].sort((a, b) => a.plan.layer.index - b.plan.layer.index);
  let model = prunable.model;
  try {
    for (const [index, layer] of layers.entries()) {
      onProgress?.(`weights again, on sparse activations: layer ${String(index + 1)} of ${String(layers.length)}`);
      const open = new Set(layers.slice(index + 1).map(({ plan }) => plan.layer.output));
      const visited = await visit(request, walk, model, layer, masks.get(layer) as Uint8Array, open);
      chosen.set(layer, visited.mask);
      model = visited.model;
    }
  } finally {
    await walk.close();
  }
  return chosen;
}

async function visit(
  request: ReselectRequest, walk: LayerWalk, model: Model, layer: SparseLayer, before: Uint8Array, open: ReadonlySet<string>,
): Promise<{ mask: Uint8Array; model: Model }> {
  const { prunable, multiply, step, criterionOf } = request;
  const asBefore = (): { mask: Uint8Array; model: Model } => ({ mask: before, model: applyMasks(model, [layer.weight], new Map([[layer.weight.name, storedMask(before, layer.shape)]])) });
  const place = placeAt(request, model, layer.plan.layer, layer.weight.tensor.dims, open);
  if (place === undefined) return asBefore();
  const { plan } = place;
  await walk.goTo(model, plan.layer);
  const [fit, judge] = await walk.shortfall(model, place) ?? [];
  if (fit === undefined || judge === undefined) return asBefore();
  const whole = await bestRidge(fit, judge, multiply);
  const fitted = typeof whole === 'string' ? model : applyDelta(prunable, model, place, whole);
  const own = { ...layer, weight: { ...layer.weight, tensor: weightTensors(fitted.graph).get(layer.weight.name) as Tensor } };
  const moments = { rows: fit.rows, mean: fit.meanU, covariance: fit.covariance };
  const chooser = await chooserOf(atTarget(own, place), moments, criterionOf(layer), structureOf(step), multiply, new Map());
  const mask = chooser.choose(before.reduce((sum, stays) => sum + 1 - stays, 0));
  const { rows, shift } = await refitFit(own, mask, moments, FIT_RIDGE, multiply);
  const worth = (output: number): number => place.target.scale?.[output] ?? 1;
  const at = denseRows(own);
  const delta = rows.map((value, i) => (value - (at[i] as number)) * worth(Math.floor(i / plan.inputs)) * plan.layer.gain);
  return { mask, model: applyDelta(prunable, fitted, place, { delta, constant: shift.map((value, output) => value * worth(output)) }) };
}

/** Its weights by what each output is worth at the target. */
function atTarget(layer: SparseLayer, { target: { scale }, plan }: Place): SparseLayer {
  if (scale === undefined) return layer;
  const rows = denseRows(layer).map((value, i) => value * (scale[Math.floor(i / plan.inputs)] ?? 1));
  const { tensor } = layer.weight;
  return { ...layer, weight: { ...layer.weight, tensor: withValues(tensor, tensor.dims, toStored(rows, layer.shape)) } };
}
