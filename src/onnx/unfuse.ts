/**
 * FusedConv and FusedGemm, as onnxruntime's optimizer writes them, taken apart: the layer, the residual it adds, and its activation
 * as nodes of their own, so that repair sees what comes before the activation. onnxruntime fuses them again when it loads the model.
 * Rules:
 *
 * 1. A fused node whose weight is not stored as float32, whose activation is not known here, or whose layer the model's operator set does not
 *    have in that form, stays.
 * 2. The last of the new nodes has the fused node's result under its name; the layer keeps the node's name.
 */
import { weightTensors } from './constants.js';
import { allNames, floatOf, freshName, makeNode, tensorOf } from './graph.js';
import { DataType, floatAttribute, stringAttribute, type Attribute, type Model, type Node } from './ir.js';
import { makeTensor } from './tensors.js';

/** The same record where nothing is fused. */
export function unfused(model: Model): Model {
  const { graph } = model;
  const names = allNames(graph);
  const opset = model.opsets.get('') ?? 0;
  const weights = weightTensors(graph);
  const isPlain = (node: Node): boolean => weights.get(node.inputs[1] ?? '')?.dataType === DataType.FLOAT;
  const nodes = graph.nodes.flatMap((node) => (isPlain(node) ? takenApart(node, opset, names) : undefined) ?? [node]);
  return nodes.length === graph.nodes.length ? model : { ...model, graph: { ...graph, nodes } };
}

/** Attributes that are about the activation. */
const OF_ACTIVATION = new Set(['activation', 'activation_params', 'activation_alpha', 'activation_beta', 'activation_gamma']);
/** Since when the layer may go without its third input. */
const OPTIONAL_BIAS = { Conv: 1, Gemm: 11 } as const;

function takenApart(node: Node, opset: number, names: Set<string>): Node[] | undefined {
  const type = node.domain !== 'com.microsoft' ? undefined : node.opType === 'FusedConv' ? 'Conv' : node.opType === 'FusedGemm' ? 'Gemm' : undefined;
  const activation = stringAttribute(node, 'activation');
  const [result = ''] = node.outputs;
  if (type === undefined || activation === undefined || opset === 0) return undefined;
  const value = (what: string): string => freshName(names, `${result}_${what}`);
  const operands = node.inputs.slice(0, 3);
  if ((operands[2] ?? '') === '' && opset < OPTIONAL_BIAS[type]) return undefined;
  const own = value('linear');
  // FusedConv adds its fourth input before the activation.
  const residual = type === 'Conv' ? node.inputs[3] ?? '' : '';
  const sum = residual === '' ? own : value('sum');
  const last = activationNodes(activation, parametersOf(node), sum, result, opset, value);
  if (last === undefined) return undefined;
  const attributes = [...node.attributes].filter(([name]) => !OF_ACTIVATION.has(name));
  return [
    makeNode(type, operands, [own], { name: node.name, attributes }),
    ...(residual === '' ? [] : [makeNode('Add', [own, residual], [sum])]),
    ...last,
  ];
}

/** Alpha and beta, however they are written; undefined: the activation's own default. */
function parametersOf(node: Node): readonly (number | undefined)[] {
  const list = node.attributes.get('activation_params');
  if (list?.kind === 'floats') return list.value;
  return ['activation_alpha', 'activation_beta'].map((name) => (node.attributes.has(name) ? floatAttribute(node, name, NaN) : undefined));
}

function activationNodes(
  activation: string, [alpha, beta]: readonly (number | undefined)[], from: string, to: string, opset: number, value: (what: string) => string,
): Node[] | undefined {
  const floats = (given: Readonly<Record<string, number | undefined>>): [string, Attribute][] =>
    Object.entries(given).flatMap(([name, number]) => (number === undefined ? [] : [[name, floatOf(number)]]));
  switch (activation) {
    case 'Relu': case 'Sigmoid': case 'Tanh': return [makeNode(activation, [from], [to])];
    case 'LeakyRelu': return [makeNode(activation, [from], [to], { attributes: floats({ alpha }) })];
    case 'HardSigmoid': return [makeNode(activation, [from], [to], { attributes: floats({ alpha, beta }) })];
    case 'Clip': return alpha === undefined || beta === undefined ? undefined : clip(alpha, beta, from, to, opset, value);
    default: return undefined;
  }
}

/** Its limits are inputs since operator set 11. */
function clip(min: number, max: number, from: string, to: string, opset: number, value: (what: string) => string): Node[] {
  if (opset < 11) return [makeNode('Clip', [from], [to], { attributes: [['min', floatOf(min)], ['max', floatOf(max)]] })];
  const limits = [['min', min], ['max', max]] as const;
  const constants = limits.map(([what, limit]) => {
    const name = value(what);
    return makeNode('Constant', [], [name], { attributes: [['value', tensorOf(makeTensor(name, DataType.FLOAT, [], Float32Array.of(limit)))]] });
  });
  return [...constants, makeNode('Clip', [from, ...constants.map(({ outputs: [name = ''] }) => name)], [to])];
}
