/** A prunable weight with the layer that reads it: as a matrix whose inputs can be measured, or why it is none. */
import type { Model } from '../../onnx/ir.js';
import { tensorToFloat32 } from '../../onnx/tensors.js';
import type { Facts } from '../../ops/facts.js';
import { layerContext, layersOf, ranksOf } from '../repair/layers.js';
import type { Layer } from '../repair/layers.js';
import { layerShape, toRows } from '../repair/layer-rows.js';
import type { LayerShape } from '../repair/layer-rows.js';
import { MOST_SAMPLES, planRows } from '../repair/rows.js';
import type { RowPlan } from '../repair/rows.js';
import type { Weight } from './weights.js';

export interface SparseLayer {
  readonly weight: Weight;
  readonly plan: RowPlan;
  readonly shape: LayerShape;
}

/** In graph order; a weight is either a layer or has a reason why it is none. */
export interface SparseLayers {
  readonly layers: readonly SparseLayer[];
  readonly unfit: readonly { readonly weight: Weight; readonly reason: string }[];
}

export function describeLayers(model: Model, facts: Facts, weights: readonly Weight[], samples: number): SparseLayers {
  const context = layerContext(model.graph, ranksOf(facts));
  const byWeight = new Map<string, Layer[]>();
  for (const layer of layersOf(context)) byWeight.set(layer.weight, [...(byWeight.get(layer.weight) ?? []), layer]);
  const layers: SparseLayer[] = [];
  const unfit: { weight: Weight; reason: string }[] = [];
  for (const weight of weights) {
    const [layer, another] = byWeight.get(weight.name) ?? [];
    const readers = model.graph.nodes.filter((node) => node.inputs.includes(weight.name)).length;
    const plan = layer === undefined ? 'no linear layer that can be fitted'
      : another !== undefined || readers !== 1 ? 'several nodes read it'
      : planRows(layer, weight.tensor.dims, (value) => facts.values.get(value)?.dims, Math.min(samples, MOST_SAMPLES));
    if (typeof plan === 'string') unfit.push({ weight, reason: plan });
    else layers.push({ weight, plan, shape: layerShape(plan.layer, weight.tensor.dims) });
  }
  return { layers: layers.sort((a, b) => a.plan.layer.index - b.plan.layer.index), unfit };
}

/** [outputs x inputs] of the dense weight. */
export function denseRows({ weight, shape }: SparseLayer): Float64Array {
  return toRows(tensorToFloat32(weight.tensor), shape);
}

/** A mask over the matrix as one over the stored tensor, and back. */
export function storedMask(mask: Uint8Array, { positions }: LayerShape): Uint8Array {
  const stored = new Uint8Array(mask.length);
  positions.forEach((position, i) => { stored[position] = mask[i] as number; });
  return stored;
}

export function rowsMask(stored: Uint8Array, { positions }: LayerShape): Uint8Array {
  return Uint8Array.from(positions, (position) => stored[position] as number);
}
