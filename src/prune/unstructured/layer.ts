/** A prunable weight with the layer that reads it: as a matrix whose inputs can be measured, or why it is none. */
import type { Model } from '../../onnx/ir.js';
import { tensorToFloat32 } from '../../onnx/tensors.js';
import type { Facts } from '../../ops/facts.js';
import { layerContext, layersOf } from '../repair/layers.js';
import type { Layer } from '../repair/layers.js';
import { planFeatures, storedPositions } from './features.js';
import type { FeaturePlan } from './features.js';
import type { Weight } from './weights.js';

export interface SparseLayer {
  readonly weight: Weight;
  readonly plan: FeaturePlan;
  /** Stored position of each element of the [outputs x inputs] matrix. */
  readonly positions: Int32Array;
}

/** In graph order; a weight is either a layer or has a reason why it is none. */
export interface SparseLayers {
  readonly layers: readonly SparseLayer[];
  readonly unfit: readonly { readonly weight: Weight; readonly reason: string }[];
}

export function describeLayers(model: Model, facts: Facts, weights: readonly Weight[], samples: number, mostSamples?: number): SparseLayers {
  const context = layerContext(model.graph, (value) => facts.values.get(value)?.dims.length);
  const byWeight = new Map<string, Layer[]>();
  for (const layer of layersOf(context)) byWeight.set(layer.weight, [...(byWeight.get(layer.weight) ?? []), layer]);
  const layers: SparseLayer[] = [];
  const unfit: { weight: Weight; reason: string }[] = [];
  for (const weight of weights) {
    const [layer, another] = byWeight.get(weight.name) ?? [];
    const readers = model.graph.nodes.filter((node) => node.inputs.includes(weight.name)).length;
    const plan = layer === undefined ? 'no linear layer that can be fitted'
      : another !== undefined || readers !== 1 ? 'several nodes read it'
      : planFeatures(layer, weight.tensor.dims, (value) => facts.values.get(value)?.dims, samples, mostSamples);
    if (typeof plan === 'string') unfit.push({ weight, reason: plan });
    else layers.push({ weight, plan, positions: storedPositions(plan, weight.tensor.dims) });
  }
  return { layers: layers.sort((a, b) => a.plan.layer.index - b.plan.layer.index), unfit };
}

/** [outputs x inputs] of stored values. */
export function toRows(values: Float32Array, positions: Int32Array): Float64Array {
  return Float64Array.from(positions, (position) => values[position] as number);
}

export function denseRows({ weight, positions }: SparseLayer): Float64Array {
  return toRows(tensorToFloat32(weight.tensor), positions);
}

/** Stored values of an [outputs x inputs] matrix. */
export function toStored(rows: Float64Array, positions: Int32Array): Float32Array {
  const values = new Float32Array(rows.length);
  positions.forEach((position, i) => { values[position] = rows[i] as number; });
  return values;
}

/** A mask over the matrix as one over the stored tensor, and back. */
export function storedMask(mask: Uint8Array, positions: Int32Array): Uint8Array {
  const stored = new Uint8Array(mask.length);
  positions.forEach((position, i) => { stored[position] = mask[i] as number; });
  return stored;
}

export function rowsMask(stored: Uint8Array, positions: Int32Array): Uint8Array {
  return Uint8Array.from(positions, (position) => stored[position] as number);
}
