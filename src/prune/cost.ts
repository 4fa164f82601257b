/** What a model costs under a cut: multiply-accumulates from exact shapes, parameters, bytes. Pure. */
import { innerWeights } from '../onnx/constants.js';
import { subgraphs } from '../onnx/graph.js';
import type { Model, Node, Tensor } from '../onnx/ir.js';
import { elementBits } from '../onnx/elements.js';
import type { Facts } from '../ops/facts.js';
import { ruleFor } from '../ops/registry.js';
import { product } from '../ops/rule.js';
import { isFloatType } from '../onnx/tensors.js';

export interface Cost {
  readonly macs: number;
  /** Those in bodies of control flow, which no cut reaches, included. */
  readonly params: number;
  /** Bytes of the main graph's stored tensors. */
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

/** Operators that multiply as layers do, whether or not they have a rule that counts it. */
const MULTIPLYING: ReadonlySet<string> = new Set([
  'Attention', 'Conv', 'ConvInteger', 'ConvTranspose', 'DFT', 'DeformConv', 'Einsum', 'GRU', 'Gemm', 'LSTM', 'MatMul', 'MatMulInteger', 'QLinearConv',
  'QLinearMatMul', 'RNN', 'STFT',
  ...['Attention', 'DynamicQuantizeLSTM', 'DynamicQuantizeMatMul', 'FusedConv', 'FusedGemm', 'FusedMatMul', 'GroupQueryAttention', 'MatMulIntegerToFloat',
    'MatMulNBits', 'MultiHeadAttention', 'QAttention', 'QGemm', 'QLinearConv'].map((name) => `com.microsoft:${name}`),
]);

/** Operators whose multiply-accumulates are in no count, in the main graph or in bodies of control flow; sorted. */
function uncountedOperators({ graph }: Model): string[] {
  const found = new Set<string>();
  const visit = (nodes: readonly Node[], isMain: boolean): void => {
    for (const node of nodes) {
      const name = node.domain === '' ? node.opType : `${node.domain}:${node.opType}`;
      if (MULTIPLYING.has(name) && !(isMain && ruleFor(node)?.macs !== undefined)) found.add(name);
      for (const inner of subgraphs(node)) visit(inner.nodes, false);
    }
  };
  visit(graph.nodes, true);
  return [...found].sort();
}

/** What to say of them; undefined where everything is counted. */
export function uncountedNote(model: Model): string | undefined {
  const operators = uncountedOperators(model);
  return operators.length === 0 ? undefined : `Multiply-accumulates inside ${operators.join(', ')} are not counted: the figures are of the other layers.`;
}

const isParameter = ({ dataType, dims }: Tensor): boolean => isFloatType(dataType) || dims.length > 1;

export function costOf(model: Model, tensors: ReadonlyMap<string, Tensor>, facts: Facts, lengthAfter: LengthAfter = UNCUT): Cost {
  let macs = 0;
  for (const count of macsByNode(model, facts, lengthAfter).values()) macs += count;
  let params = innerWeights(model.graph).filter(isParameter).reduce((sum, { dims }) => sum + product(dims), 0);
  let bytes = 0;
  for (const [name, tensor] of tensors) {
    const elements = product(tensor.dims.map((size, axis) => lengthAfter(name, axis) ?? size));
    if (isParameter(tensor)) params += elements;
    bytes += (elements * (elementBits(tensor.dataType) ?? 0)) / 8;
  }
  return { macs, params, bytes };
}
