/**
 * What a microcontroller would need: weights in flash, activations in one arena of RAM.
 *
 * 1. Nodes run in the graph's order. A value lives from the node that makes it to the last that reads it; graph inputs
 *    live from the start, graph outputs to the end. Weights and what is computed from them alone are in flash.
 * 2. Some values share a buffer: Reshape and its kin with their input; the output of a unary elementwise operator with
 *    an input that nobody reads afterwards; a quantised activation with its DequantizeLinear, and with the value it was
 *    quantised from, as runtimes that fuse them have no float copy.
 * 3. `liveBytes` is the most that lives at once: no arena can be smaller under 1 and 2.
 * 4. `arenaBytes` places the buffers: largest first, each at the lowest offset where it overlaps nothing that lives at
 *    the same time, offsets a multiple of 16 ("greedy by size": Y. Pisarchyk, J. Lee, "Efficient memory management for
 *    deep neural net inference", 2020; the planner of TensorFlow Lite Micro).
 */
import { innerWeights, weightTensors } from '../onnx/constants.js';
import { elementCount, elementSize, rawLength } from '../onnx/elements.js';
import { indexGraph, subgraphs, topologicalOrder } from '../onnx/graph.js';
import { requiredInputs } from '../onnx/ir.js';
import type { Graph, Model, Node } from '../onnx/ir.js';
import type { Facts } from '../ops/facts.js';

export interface ActivationMemory {
  readonly liveBytes: number;
  readonly arenaBytes: number;
}

/** Outputs that are their input under another shape. */
const VIEWS: ReadonlySet<string> = new Set(['Reshape', 'Flatten', 'Squeeze', 'Unsqueeze', 'Identity', 'Dropout']);
/** One input, one output of the same shape and type, element by element. */
const UNARY: ReadonlySet<string> = new Set([
  'Abs', 'BatchNormalization', 'Ceil', 'Celu', 'Clip', 'Elu', 'Erf', 'Exp', 'Floor', 'Gelu', 'HardSigmoid', 'HardSwish', 'LeakyRelu', 'Log', 'Mish', 'Neg',
  'PRelu', 'Reciprocal', 'Relu', 'Round', 'Selu', 'Sigmoid', 'Sign', 'Softplus', 'Softsign', 'Sqrt', 'Tanh', 'ThresholdedRelu',
]);
/** As TensorFlow Lite Micro aligns its buffers. */
const ALIGNMENT = 16;

/** Values in one buffer, and when it is taken: node positions in running order, both ends included. */
interface Buffer {
  bytes: number;
  readonly start: number;
  end: number;
}

/** The arena of one run at the shapes of the facts, or in words why it cannot be told. */
export function activationMemory(model: Model, facts: Facts): ActivationMemory | string {
  const buffers = buffersOf(model.graph, facts);
  if (typeof buffers === 'string') return buffers;
  return { liveBytes: mostAlive(buffers), arenaBytes: placed(buffers) };
}

function buffersOf(graph: Graph, facts: Facts): Buffer[] | string {
  const order = topologicalOrder(graph);
  const position = new Map(order.map((node, at) => [node, at]));
  const { consumers } = indexGraph(graph);
  const outputs = new Set(graph.outputs.map(({ name }) => name));
  const lastUse = (value: string): number => outputs.has(value) ? order.length : Math.max(-1, ...(consumers.get(value) ?? []).map((node) => position.get(node) ?? -1));
  const constants = new Set([...weightTensors(graph).keys(), ...graph.sparseInitializers.keys()]);
  const held = new Map<string, Buffer>();
  const all: Buffer[] = [];
  const add = (value: string, bytes: number, start: number): void => {
    const buffer = { bytes, start, end: Math.max(start, lastUse(value)) };
    held.set(value, buffer);
    all.push(buffer);
  };
  for (const { name, elemType } of requiredInputs(graph)) {
    const bytes = bytesOf(name, elementSize(elemType), facts);
    if (bytes === undefined) return `the size of input ${name} is not known`;
    add(name, bytes, 0);
  }
  for (const [at, index] of order.entries()) {
    const node = graph.nodes[index] as Node;
    if (isConstant(node, constants)) {
      for (const output of node.outputs) constants.add(output);
      continue;
    }
    for (const output of node.outputs) {
      if (output === '') continue;
      const bytes = bytesOf(output, facts.values.get(output)?.elementBytes, facts);
      if (bytes === undefined) return `the size of ${output} is not known`;
      const shared = sharedBuffer(node, output, { at, bytes, held, consumers, outputs });
      if (shared === undefined) add(output, bytes, at);
      else {
        shared.bytes = isQuantiser(node) ? Math.min(shared.bytes, bytes) : Math.max(shared.bytes, bytes);
        shared.end = Math.max(shared.end, lastUse(output), at);
        held.set(output, shared);
      }
    }
  }
  return all;
}

function bytesOf(value: string, elementBytes: number | undefined, facts: Facts): number | undefined {
  const dims = facts.values.get(value)?.dims;
  return dims === undefined || elementBytes === undefined ? undefined : elementCount(dims) * elementBytes;
}

/** Computed once, when the model is loaded. */
function isConstant(node: Node, constants: ReadonlySet<string>): boolean {
  if (subgraphs(node).length > 0 || /^Random|^Bernoulli$|^Multinomial$/u.test(node.opType)) return false;
  return node.opType === 'Constant' || (node.inputs.length > 0 && node.inputs.every((input) => input === '' || constants.has(input)));
}

interface Moment {
  readonly at: number;
  readonly bytes: number;
  readonly held: ReadonlyMap<string, Buffer>;
  readonly consumers: ReadonlyMap<string, readonly number[]>;
  readonly outputs: ReadonlySet<string>;
}

const isQuantiser = ({ opType }: Node): boolean => opType === 'QuantizeLinear' || opType === 'DequantizeLinear';

/** Rule 2: the buffer of the first input, where the output can lie in it. */
function sharedBuffer(node: Node, output: string, { at, bytes, held, consumers, outputs }: Moment): Buffer | undefined {
  const [input = ''] = node.inputs;
  const buffer = held.get(input);
  if (buffer === undefined || output !== node.outputs[0] || node.domain !== '') return undefined;
  if (VIEWS.has(node.opType)) return buffer;
  if (UNARY.has(node.opType)) return buffer.end <= at && buffer.bytes === bytes ? buffer : undefined;
  if (node.opType === 'DequantizeLinear') return outputs.has(output) ? undefined : buffer;
  const fused = node.opType === 'QuantizeLinear' && buffer.start > 0 && consumers.get(input)?.length === 1 && !outputs.has(input);
  return fused && buffer.end <= at ? buffer : undefined;
}

function mostAlive(buffers: readonly Buffer[]): number {
  const change = new Map<number, number>();
  for (const { start, end, bytes } of buffers) {
    change.set(start, (change.get(start) ?? 0) + bytes);
    change.set(end + 1, (change.get(end + 1) ?? 0) - bytes);
  }
  let alive = 0;
  let most = 0;
  for (const [, bytes] of [...change].sort(([a], [b]) => a - b)) {
    alive += bytes;
    most = Math.max(most, alive);
  }
  return most;
}

/** Rule 4: the end of the highest buffer. */
function placed(buffers: readonly Buffer[]): number {
  const done: (Buffer & { readonly offset: number })[] = [];
  let top = 0;
  for (const buffer of [...buffers].sort((a, b) => b.bytes - a.bytes || a.start - b.start)) {
    const beside = done.filter(({ start, end }) => start <= buffer.end && end >= buffer.start).sort((a, b) => a.offset - b.offset);
    let offset = 0;
    for (const other of beside) {
      if (offset + buffer.bytes <= other.offset) break;
      offset = Math.max(offset, Math.ceil((other.offset + other.bytes) / ALIGNMENT) * ALIGNMENT);
    }
    done.push({ ...buffer, offset });
    top = Math.max(top, offset + buffer.bytes);
  }
  return top;
}

/** Bytes of all stored tensors, those in bodies of If and Loop too: what goes to flash beside the code. */
export function weightBytes({ graph }: Model): number {
  const tensors = [...weightTensors(graph).values(), ...innerWeights(graph)];
  return tensors.reduce((bytes, { dataType, dims }) => bytes + (rawLength(dataType, elementCount(dims)) ?? 0), 0);
}
