/**
 * Reverse-mode differentiation of a stretch of a graph, written into the graph as nodes: from an adjoint of what the stretch
 * makes to the adjoint of what it starts from. An operator without a rule here counts as a constant, so that the result is the
 * derivative along the paths that have one; whoever uses it judges by what it leads to.
 *
 * Functions of one element have their slope from a difference quotient; everything else has its rule.
 */
import type { AuxiliaryGraph } from '../../calibrate/auxiliary.js';
import { floatAttribute, intAttribute, intsAttribute } from '../../onnx/ir.js';
import type { Node } from '../../onnx/ir.js';
import { axisFrom, scalar, type Rule, type Stretch } from './adjoint-rule.js';
import { averagePool, convolution, maxPool } from './adjoint-windows.js';

/** Half the width of the difference quotient. */
const STEP = 0.01;

/**
 * @param nodes of the stretch, in graph order
 * @param seeds adjoints by value, of the value's shape
 * @param start the value whose adjoint is asked for
 * @returns undefined where no path has rules all along
 */
export function adjointOf(stretch: Stretch, nodes: readonly Node[], seeds: ReadonlyMap<string, string>, start: string): string | undefined {
  const adjoints = new Map(seeds);
  const inside = new Set([start, ...nodes.flatMap(({ outputs }) => outputs)]);
  for (const node of [...nodes].reverse()) {
    const adjoint = adjoints.get(node.outputs[0] ?? '');
    const rule = RULES.get(node.domain === '' ? node.opType : `${node.domain}:${node.opType}`);
    if (adjoint === undefined || rule === undefined) continue;
    node.inputs.forEach((input, position) => {
      if (!inside.has(input)) return;
      const part = rule(stretch, node, position, adjoint);
      if (part === undefined) return;
      const before = adjoints.get(input);
      adjoints.set(input, before === undefined ? part : stretch.graph.node('Add', [before, part]));
    });
  }
  return adjoints.get(start);
}

/** The adjoint of what a layer reads: a convolution, Gemm or MatMul with its weight as the second input. */
export function throughLayer(stretch: Stretch, node: Node, adjoint: string): string | undefined {
  return RULES.get(node.opType)?.(stretch, node, 0, adjoint);
}

/** d out / d in = a function of the element. */
const elementwise: Rule = ({ graph, name }, node, position, adjoint) => {
  if (position !== 0) return undefined;
  const at = (step: number): string => {
    const moved = graph.node('Add', [name(node.inputs[0] ?? ''), graph.floats(Float32Array.of(step), [1])]);
    return graph.copy(node, [moved, ...node.inputs.slice(1).map((input) => (input === '' ? '' : name(input)))]);
  };
  const rise = graph.node('Sub', [at(STEP), at(-STEP)]);
  return graph.node('Mul', [adjoint, graph.node('Mul', [rise, scalar(graph, 1 / (2 * STEP))])]);
};

/** By a function of the input and the output. */
const slope = (of: (graph: AuxiliaryGraph, input: string, output: string) => string): Rule => ({ graph, name }, node, _, adjoint) =>
  graph.node('Mul', [adjoint, of(graph, name(node.inputs[0] ?? ''), name(node.outputs[0] ?? ''))]);

const square = (graph: AuxiliaryGraph, value: string): string => graph.node('Mul', [value, value]);

const add: Rule = (stretch, node, position, adjoint) => unbroadcast(stretch, node, position, adjoint);

const subtract: Rule = (stretch, node, position, adjoint) =>
  unbroadcast(stretch, node, position, position === 0 ? adjoint : stretch.graph.node('Neg', [adjoint]));

const multiply: Rule = (stretch, node, position, adjoint) =>
  unbroadcast(stretch, node, position, stretch.graph.node('Mul', [adjoint, stretch.name(node.inputs[1 - position] ?? '')]));

const divide: Rule = (stretch, node, position, adjoint) => {
  const { graph, name } = stretch;
  const over = graph.node('Div', [adjoint, name(node.inputs[1] ?? '')]);
  return unbroadcast(stretch, node, position, position === 0 ? over : graph.node('Neg', [graph.node('Mul', [over, name(node.outputs[0] ?? '')])]));
};

const power: Rule = (stretch, node, position, adjoint) => {
  if (position !== 0) return undefined;
  const { graph, name } = stretch;
  const [base, exponent] = [name(node.inputs[0] ?? ''), graph.toFloat(name(node.inputs[1] ?? ''))];
  const less = graph.node('Pow', [base, graph.node('Sub', [exponent, scalar(graph, 1)])]);
  return unbroadcast(stretch, node, position, graph.node('Mul', [adjoint, graph.node('Mul', [exponent, less])]));
};

const same: Rule = (_, __, position, adjoint) => (position === 0 ? adjoint : undefined);

const reshape: Rule = ({ graph, name }, node, position, adjoint) =>
  (position === 0 ? graph.node('Reshape', [adjoint, graph.node('Shape', [name(node.inputs[0] ?? '')])]) : undefined);

const transpose: Rule = ({ graph, lengths }, node, _, adjoint) => {
  const rank = lengths(node.inputs[0] ?? '')?.length;
  const perm = intsAttribute(node, 'perm') ?? (rank === undefined ? undefined : Array.from({ length: rank }, (__, axis) => rank - 1 - axis));
  return perm === undefined ? undefined : graph.transpose(adjoint, perm.map((_axis, axis) => perm.indexOf(axis)));
};

const expand: Rule = (stretch, node, position, adjoint) => (position === 0 ? unbroadcast(stretch, node, 0, adjoint) : undefined);

/** A Slice that takes everything, as converters leave them, or turns axes round: the same once more turns them back. */
const slice: Rule = ({ graph, name, lengths }, node, position, adjoint) => {
  const [input, output] = [lengths(node.inputs[0] ?? ''), lengths(node.outputs[0] ?? '')];
  if (position !== 0 || input === undefined || input.join() !== output?.join()) return undefined;
  const [, ...how] = node.inputs;
  // Without steps it goes forward.
  return (how[3] ?? '') === '' ? adjoint : graph.copy(node, [adjoint, ...how.map((one) => (one === '' ? '' : name(one)))]);
};

const concat: Rule = ({ graph, lengths }, node, position, adjoint) => {
  const sizes = node.inputs.map((input) => lengths(input));
  const rank = sizes[position]?.length;
  if (rank === undefined) return undefined;
  const axis = axisFrom(intAttribute(node, 'axis', 0), rank);
  const along = sizes.map((size) => size?.[axis] ?? NaN);
  const start = along.slice(0, position).reduce((a, b) => a + b, 0);
  const end = start + (along[position] ?? NaN);
  // The axis of samples has another length when it is measured.
  return axis > 0 && Number.isFinite(end) ? graph.slice(adjoint, [start], [end], [axis], [1]) : undefined;
};

const globalAverage: Rule = ({ graph, name, lengths }, node, _, adjoint) => {
  const input = node.inputs[0] ?? '';
  const area = lengths(input)?.slice(2).reduce((a, b) => a * b, 1);
  return area === undefined ? undefined : graph.expandLike(graph.node('Mul', [adjoint, scalar(graph, 1 / area)]), name(input));
};

/** ReduceMean and ReduceSum over axes that are stored. */
const reduction: Rule = ({ graph, name, lengths }, node, position, adjoint) => {
  const dims = lengths(node.inputs[0] ?? '');
  const output = lengths(node.outputs[0] ?? '');
  if (position !== 0 || dims === undefined || output === undefined) return undefined;
  const kept = intAttribute(node, 'keepdims', 1) !== 0;
  const axes = intsAttribute(node, 'axes')?.map((axis) => axisFrom(axis, dims.length)) ?? (kept ? dims.flatMap((size, axis) => (size !== output[axis] ? [axis] : [])) : undefined);
  // Without them in the node, and with the axes gone from the output, they are not known here.
  if (axes === undefined || axes.includes(0)) return undefined;
  const count = node.opType === 'ReduceMean' ? axes.reduce((product, axis) => product * (dims[axis] ?? 1), 1) : 1;
  const share = count === 1 ? adjoint : graph.node('Mul', [adjoint, scalar(graph, 1 / count)]);
  const shaped = kept ? share : graph.node('Reshape', [share, graph.ints(dims.map((size, axis) => (axis === 0 ? 0 : axes.includes(axis) ? 1 : size)))]);
  return graph.expandLike(shaped, name(node.inputs[0] ?? ''));
};

/** With x' = (x - mean) / deviation over the axes from `axis` on: what is left of gain times adjoint without its mean and its part along x', over the deviation. */
const layerNormalization: Rule = ({ graph, name, lengths }, node, position, adjoint) => {
  const rank = lengths(node.inputs[0] ?? '')?.length;
  if (position !== 0 || rank === undefined) return undefined;
  const first = axisFrom(intAttribute(node, 'axis', -1), rank);
  const axes = Array.from({ length: rank - first }, (_, i) => first + i);
  const mean = (value: string): string => graph.reduce('ReduceMean', value, axes, true);
  const input = name(node.inputs[0] ?? '');
  const centred = graph.node('Sub', [input, mean(input)]);
  const deviation = graph.node('Sqrt', [graph.node('Add', [mean(square(graph, centred)), scalar(graph, floatAttribute(node, 'epsilon', 1e-5))])]);
  const normal = graph.node('Div', [centred, deviation]);
  const gained = graph.node('Mul', [adjoint, name(node.inputs[1] ?? '')]);
  const along = graph.node('Mul', [normal, mean(graph.node('Mul', [gained, normal]))]);
  return graph.node('Div', [graph.node('Sub', [graph.node('Sub', [gained, mean(gained)]), along]), deviation]);
};

const gemm: Rule = ({ graph, name }, node, position, adjoint) => {
  if (position !== 0 || intAttribute(node, 'transA', 0) !== 0 || floatAttribute(node, 'alpha', 1) !== 1) return undefined;
  const weight = name(node.inputs[1] ?? '');
  return graph.node('MatMul', [adjoint, intAttribute(node, 'transB', 0) !== 0 ? weight : graph.transpose(weight, [1, 0])]);
};

const matMul: Rule = ({ graph, name, lengths }, node, position, adjoint) => {
  const weight = node.inputs[1] ?? '';
  return position === 0 && lengths(weight)?.length === 2 ? graph.node('MatMul', [adjoint, graph.transpose(name(weight), [1, 0])]) : undefined;
};

/** Sums over the axes along which the input was repeated. */
function unbroadcast({ graph, name, lengths }: Stretch, node: Node, position: number, adjoint: string): string | undefined {
  const input = node.inputs[position] ?? '';
  const [own, all] = [lengths(input), lengths(node.outputs[0] ?? '')];
  if (own === undefined || all === undefined) return undefined;
  const more = all.length - own.length;
  const axes = all.flatMap((size, axis) => (axis < more || ((own[axis - more] ?? 1) === 1 && size !== 1) ? [axis] : []));
  if (axes.length === 0) return adjoint;
  const sum = graph.reduce('ReduceSum', adjoint, axes, true);
  return more === 0 ? sum : graph.node('Reshape', [sum, graph.node('Shape', [name(input)])]);
}

/** Functions of each element of their first input alone. */
export const ELEMENTWISE: readonly string[] = [
  'Relu', 'LeakyRelu', 'PRelu', 'Clip', 'Sigmoid', 'Tanh', 'Erf', 'Gelu', 'HardSigmoid', 'HardSwish', 'Elu', 'Selu', 'Celu', 'Softplus', 'Softsign',
  'Mish', 'ThresholdedRelu', 'Abs', 'BatchNormalization', 'com.microsoft:Gelu', 'com.microsoft:FastGelu', 'com.microsoft:QuickGelu',
];

const RULES: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ...ELEMENTWISE.map((operator): [string, Rule] => [operator, elementwise]),
  ['Neg', ({ graph }, _, __, adjoint) => graph.node('Neg', [adjoint])],
  ['Sqrt', slope((graph, _, output) => graph.node('Div', [scalar(graph, 0.5), output]))],
  ['Exp', slope((_, __, output) => output)],
  ['Log', slope((graph, input) => graph.node('Reciprocal', [input]))],
  ['Reciprocal', slope((graph, _, output) => graph.node('Neg', [square(graph, output)]))],
  ['Add', add], ['Sub', subtract], ['Mul', multiply], ['Div', divide], ['Pow', power],
  ['Identity', same], ['Dropout', same], ['Slice', slice], ['Concat', concat], ['Transpose', transpose], ['Expand', expand],
  ['Reshape', reshape], ['Flatten', reshape], ['Squeeze', reshape], ['Unsqueeze', reshape],
  ['GlobalAveragePool', globalAverage], ['ReduceMean', reduction], ['ReduceSum', reduction],
  ['MaxPool', maxPool], ['AveragePool', averagePool], ['LayerNormalization', layerNormalization],
  ['Conv', convolution], ['Gemm', gemm], ['MatMul', matMul],
]);

/** Whether a node computes float32 numbers of one output, so that it can be written again on others. */
export function isRepeatable({ outputs, attributes }: Node): boolean {
  return outputs.filter((output) => output !== '').length === 1 && outputs[0] !== '' && intAttribute({ attributes } as Node, 'training_mode', 0) === 0;
}

