/**
 * Recurrent networks that start from zeros, without the zeros: an absent initial state is one. PyTorch's exporters write one tensor
 * of zeros for all layers and give each a slice of it, which would tie the hidden states of every layer to those of the others.
 *
 * 1. An initial state (of LSTM, GRU or RNN) that is zero throughout, whatever the model is fed, is left out.
 * 2. Nodes that made such states and that nothing reads any more go; a node that made nothing before stays.
 */
import { constantTensor } from './constants.js';
import { indexGraph } from './graph.js';
import type { Graph, Model, Node, Tensor } from './ir.js';
import { elementCount, tensorBytes } from './tensors.js';

const RECURRENT: ReadonlySet<string> = new Set(['LSTM', 'GRU', 'RNN']);

/** The inputs `initial_h` and `initial_c`. */
const STATES = [5, 6];

/** Operators whose result is zero where their first input is. */
const MOVES: ReadonlySet<string> = new Set(['Expand', 'Identity', 'Reshape', 'Slice', 'Squeeze', 'Tile', 'Transpose', 'Unsqueeze']);

/** Stored states are read to see whether they are zero; none of real models is larger. */
const MOST_ELEMENTS = 1 << 20;

export function dropZeroStates(model: Model): Model {
  const { graph } = model;
  if (!graph.nodes.some(isRecurrent)) return model;
  const { producer } = indexGraph(graph);
  const makerOf = (value: string): Node | undefined => graph.nodes[producer.get(value) ?? -1];
  const dropped = new Set(graph.nodes.filter(isRecurrent).flatMap((node) => STATES.map((at) => node.inputs[at] ?? '')).filter((value) => value !== '' && isZero(value, graph, makerOf)));
  if (dropped.size === 0) return model;
  const nodes = graph.nodes.map((node) => (isRecurrent(node) ? withoutStates(node, dropped) : node));
  return { ...model, graph: withoutUnread({ ...graph, nodes }, dropped) };
}

const isRecurrent = ({ opType, domain }: Node): boolean => domain === '' && RECURRENT.has(opType);

function isZero(value: string, graph: Graph, makerOf: (value: string) => Node | undefined): boolean {
  const stored = graph.initializers.get(value);
  // An initializer that is also an input is only its default.
  if (stored !== undefined) return !graph.inputs.some(({ name }) => name === value) && holdsZeros(stored);
  const maker = makerOf(value);
  if (maker?.domain !== '') return false;
  if (maker.opType === 'Constant') return holdsZeros(constantTensor(maker));
  if (maker.opType === 'ConstantOfShape') return fillsZeros(maker);
  return MOVES.has(maker.opType) && isZero(maker.inputs[0] ?? '', graph, makerOf);
}

function fillsZeros({ attributes }: Node): boolean {
  const value = attributes.get('value');
  return value === undefined || (value.kind === 'tensor' && holdsZeros(value.value));
}

const holdsZeros = (tensor: Tensor | undefined): boolean =>
  tensor !== undefined && elementCount(tensor.dims) <= MOST_ELEMENTS && tensorBytes(tensor).every((byte) => byte === 0);

/** States at the end of the inputs are cut off, others become ''. */
function withoutStates(node: Node, dropped: ReadonlySet<string>): Node {
  const inputs = node.inputs.map((value, at) => (STATES.includes(at) && dropped.has(value) ? '' : value));
  while (inputs.at(-1) === '') inputs.pop();
  return { ...node, inputs };
}

function withoutUnread(graph: Graph, dropped: ReadonlySet<string>): Graph {
  const { producer, consumers } = indexGraph(graph);
  const results = new Set(graph.outputs.map(({ name }) => name));
  const gone = new Set<number>();
  const isRead = (value: string): boolean => results.has(value) || (consumers.get(value) ?? []).some((reader) => !gone.has(reader));
  const waiting = [...dropped];
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    const index = producer.get(value);
    const node = graph.nodes[index ?? -1];
    if (index === undefined || node === undefined || gone.has(index) || node.outputs.some((output) => output !== '' && isRead(output))) continue;
    gone.add(index);
    waiting.push(...node.inputs.filter((input) => input !== ''));
  }
  return { ...graph, nodes: graph.nodes.filter((_, index) => !gone.has(index)) };
}
