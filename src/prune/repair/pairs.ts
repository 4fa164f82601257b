/**
 * Pairs of layers with nothing but an elementwise function between them: what the first one makes is read by the second
 * alone. Where the second has lost inputs, the first can be fitted to them (alternate.ts).
 */
import { weightTensors } from '../../onnx/constants.js';
import { indexGraph } from '../../onnx/graph.js';
import { DataType, floatAttribute, intAttribute } from '../../onnx/ir.js';
import type { Model, Node } from '../../onnx/ir.js';
import { layerContext, layersOf } from './layers.js';
import type { Layer } from './layers.js';
import type { Lengths } from './rows.js';

export interface Pair {
  readonly first: Layer;
  readonly second: Layer;
  /** From the first one's output to the second one's input, in graph order. */
  readonly between: readonly Node[];
}

/** Functions of each element on its own, once their other inputs are constants. */
const ELEMENTWISE = new Set([
  'Relu', 'LeakyRelu', 'PRelu', 'Clip', 'Sigmoid', 'Tanh', 'Erf', 'Gelu', 'HardSigmoid', 'HardSwish', 'Elu', 'Selu', 'Celu', 'Softplus', 'Softsign',
  'Mish', 'ThresholdedRelu', 'Add', 'Sub', 'Mul', 'Div', 'Pow', 'Neg', 'Abs', 'Sqrt', 'Exp', 'Identity', 'BatchNormalization',
  'com.microsoft:Gelu', 'com.microsoft:FastGelu', 'com.microsoft:QuickGelu',
]);

/** The pair whose second layer reads this weight; undefined where there is none. */
export function pairAt(model: Model, weight: string, ranks: (value: string) => number | undefined, lengths: Lengths): Pair | undefined {
  const { graph } = model;
  const layers = layersOf(layerContext(graph, ranks));
  const second = layers.find((layer) => layer.weight === weight);
  if (second === undefined || !isPlain(second, ranks)) return undefined;
  const index = indexGraph(graph);
  const tensors = weightTensors(graph);
  const byOutput = new Map(layers.map((layer) => [layer.output, layer]));
  const between = new Set<number>();
  const firsts = new Set<Layer>();
  const open = [second.input];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (value === '' || tensors.has(value)) continue;
    const layer = byOutput.get(value);
    if (layer !== undefined) {
      firsts.add(layer);
      continue;
    }
    const at = index.producer.get(value) ?? -1;
    const node = graph.nodes[at];
    if (node === undefined || !isElementwise(node) || (lengths(value) ?? []).join() !== (lengths(second.input) ?? []).join()) return undefined;
    between.add(at);
    open.push(...node.inputs);
  }
  const [first, another] = firsts;
  if (first === undefined || another !== undefined || !isPlain(first, ranks) || first.outputChannel !== second.inputChannel) return undefined;
  const inside = new Set([...between, second.index]);
  const values = [first.output, ...[...between].flatMap((at) => graph.nodes[at]?.outputs.slice(0, 1) ?? [])];
  const isOwn = (value: string): boolean => (index.consumers.get(value) ?? []).every((reader) => inside.has(reader)) && !graph.outputs.some(({ name }) => name === value);
  if (!values.every(isOwn)) return undefined;
  return { first, second, between: [...between].sort((a, b) => a - b).map((at) => graph.nodes[at] as Node) };
}

function isElementwise(node: Node): boolean {
  if (!ELEMENTWISE.has(node.domain === '' ? node.opType : `${node.domain}:${node.opType}`)) return false;
  return node.opType !== 'BatchNormalization' || (intAttribute(node, 'training_mode', 0) === 0 && node.outputs.length === 1);
}

/** A float32 layer whose node reads its input and its stored weight as they are. */
function isPlain({ node, input, weight, elementType, groups, gain, inputChannel, outputChannel, output }: Layer, ranks: (value: string) => number | undefined): boolean {
  if (node.inputs[0] !== input || node.inputs[1] !== weight || elementType !== DataType.FLOAT || groups !== 1 || gain !== 1) return false;
  if (node.opType === 'Conv' && node.domain === '') return true;
  const last = inputChannel === (ranks(input) ?? 0) - 1 && outputChannel === (ranks(output) ?? 0) - 1;
  return last && node.domain === '' && (node.opType === 'MatMul' || (node.opType === 'Gemm' && floatAttribute(node, 'beta', 1) === 1));
}
