/** Models with other weights in some layers: zeros where a mask says so, or fitted values and what the bias takes. */
import { elementSize } from '../../onnx/elements.js';
import { replaceTensors } from '../../onnx/constants.js';
import type { Model, Tensor } from '../../onnx/ir.js';
import { tensorBytes } from '../../onnx/tensors.js';
import type { Facts } from '../../ops/facts.js';
import { editLayers } from '../repair/edit.js';
import type { LayerEdit } from '../repair/edit.js';
import { toStored } from '../repair/layer-rows.js';
import { ranksOf } from '../repair/layers.js';
import type { SparseLayer } from './layer.js';
import type { Weight } from './weights.js';

/** Stored masks by weight name; the weights that stay keep their bits. */
export function applyMasks(model: Model, weights: readonly Weight[], masks: ReadonlyMap<string, Uint8Array>): Model {
  const replaced = new Map<string, Tensor>();
  for (const { name, tensor } of weights) {
    const mask = masks.get(name);
    if (mask === undefined) continue;
    const bytes = tensorBytes(tensor).slice();
    const size = elementSize(tensor.dataType) as number;
    mask.forEach((stays, i) => { if (stays === 0) bytes.fill(0, i * size, (i + 1) * size); });
    replaced.set(name, { ...tensor, data: { kind: 'raw', bytes } });
  }
  return replaceTensors(model, replaced);
}

/** New weights of a layer, [outputs x inputs], and what is added to each output channel. */
export interface LayerFit {
  readonly rows: Float64Array;
  readonly shift: Float64Array;
}

export function applyFits(model: Model, fits: ReadonlyMap<SparseLayer, LayerFit>, facts: Facts): Model {
  const weights = new Map<string, Float32Array>();
  const layers = new Map<string, LayerEdit>();
  for (const [{ weight, plan, shape }, { rows, shift }] of fits) {
    weights.set(weight.name, toStored(rows, shape));
    layers.set(plan.layer.node.outputs[0] ?? '', { shift });
  }
  return editLayers(model, { weights, layers }, ranksOf(facts));
}
