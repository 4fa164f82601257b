/** What a model costs under a cut: multiply-accumulates from exact shapes, parameters, bytes. Pure. */
import type { Model, Tensor } from '../onnx/ir.js';
import { elementBits } from '../onnx/elements.js';
import type { Facts } from '../ops/facts.js';
import { ruleFor } from '../ops/registry.js';
import { product } from '../ops/rule.js';
import { isFloatType } from '../onnx/tensors.js';

export interface Cost {
  readonly macs: number;
  readonly params: number;
  /** Bytes of all stored tensors. */
  readonly bytes: number;
}

/** Length of a value's axis after the cut; null where it is unchanged. */
export type LengthAfter = (value: string, axis: number) => number | null;

export const UNCUT: LengthAfter = () => null;

function shapeUnder(facts: Facts, value: string, lengthAfter: LengthAfter): readonly number[] | undefined {
  return facts.values.get(value)?.dims.map((size, axis) => lengthAfter(value, axis) ?? size);
}

/** Multiply-accumulates per node index, for nodes that have any. */
export function macsByNode(model: Model, facts: Facts, lengthAfter: LengthAfter = UNCUT): Map<number, number> {
  const counted = new Map<number, number>();
  model.graph.nodes.forEach((node, index) => {
    const macs = ruleFor(node)?.macs?.({
      node,
      inputs: node.inputs.map((value) => shapeUnder(facts, value, lengthAfter)),
      outputs: node.outputs.map((value) => shapeUnder(facts, value, lengthAfter)),
    });
    if (macs !== undefined && macs > 0) counted.set(index, macs);
  });
  return counted;
}

export function macsByOperator(model: Model, facts: Facts): Record<string, number> {
  const totals = new Map<string, number>();
  for (const [index, macs] of macsByNode(model, facts)) {
    const operator = model.graph.nodes[index]?.opType ?? '';
    totals.set(operator, (totals.get(operator) ?? 0) + macs);
  }
  return Object.fromEntries([...totals].sort(([a], [b]) => (a < b ? -1 : 1)));
}

export function costOf(model: Model, tensors: ReadonlyMap<string, Tensor>, facts: Facts, lengthAfter: LengthAfter = UNCUT): Cost {
  let macs = 0;
  for (const count of macsByNode(model, facts, lengthAfter).values()) macs += count;
  let params = 0;
  let bytes = 0;
  for (const [name, tensor] of tensors) {
    const elements = product(tensor.dims.map((size, axis) => lengthAfter(name, axis) ?? size));
    if (isFloatType(tensor.dataType) || tensor.dims.length > 1) params += elements;
    bytes += (elements * (elementBits(tensor.dataType) ?? 0)) / 8;
  }
  return { macs, params, bytes };
}
