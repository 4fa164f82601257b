/** A model with everything the analysis learnt about it: what selection, cutting and proving work from. */
import { weightTensors } from '../onnx/constants.js';
import { storedBytes } from '../onnx/sparse.js';
import type { SparseWeight } from '../onnx/sparse.js';
import type { Model, Tensor } from '../onnx/ir.js';
import { coupleGraph } from '../ops/coupling.js';
import type { Coupling } from '../ops/coupling.js';
import type { Facts } from '../ops/facts.js';
import { costOf } from './cost.js';
import type { Cost } from './cost.js';
import { findGroups } from './groups.js';
import type { Analysis } from './groups.js';

export interface Prunable {
  readonly model: Model;
  readonly facts: Facts;
  readonly coupling: Coupling;
  readonly analysis: Analysis;
  /** Initializers and Constant outputs by name. */
  readonly tensors: ReadonlyMap<string, Tensor>;
  /** Bytes of the model on disk, external data included. */
  readonly fileBytes: number;
  /** What the committed model costs, where an earlier step has changed it since: targets are about that one. */
  readonly committed?: Cost;
  /** Weights that are stored in coordinate form, where the committed model has such. */
  readonly sparse?: ReadonlyMap<string, SparseWeight>;
}

/** Of the committed model: what `Prunable` says of it. */
export interface Committed {
  readonly cost?: Cost | undefined;
  readonly sparse?: ReadonlyMap<string, SparseWeight> | undefined;
}

export function analyse(model: Model, facts: Facts, fileBytes: number, { cost, sparse }: Committed = {}): Prunable {
  const coupling = coupleGraph(model, facts);
  return { model, facts, coupling, analysis: findGroups(model, coupling), tensors: weightTensors(model.graph), fileBytes, ...(cost === undefined ? {} : { committed: cost }), ...(sparse === undefined ? {} : { sparse }) };
}

/** Positions that a value's axis keeps; null: all of them. */
export type Kept = (value: string, axis: number) => readonly number[] | null;

/** What the model costs, whole or cut. */
export function costIn(prunable: Prunable, kept: Kept = () => null): Cost {
  const { model, tensors, facts } = prunable;
  return asStored(prunable, tensors, costOf(model, tensors, facts, (value, axis) => kept(value, axis)?.length ?? null), kept);
}

/** The same with the bytes of sparse weights as they are stored. @param tensors that the cost counts */
export function asStored({ sparse }: Prunable, tensors: ReadonlyMap<string, Tensor>, cost: Cost, kept: Kept = () => null): Cost {
  let { bytes } = cost;
  for (const [name, weight] of sparse ?? []) {
    if (!tensors.has(name)) continue;
    const dense = weight.dims.reduce((product, size, axis) => product * (kept(name, axis)?.length ?? size), weight.elementBytes);
    bytes += storedBytes(weight, (axis) => kept(name, axis)) - dense;
  }
  return { ...cost, bytes };
}
