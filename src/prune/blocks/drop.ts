/** The model without some of its residual blocks: each addition becomes its shortcut, and what nothing needs any more goes. */
import { allNames, capturedValues, freshName, indexGraph, makeNode } from '../../onnx/graph.js';
import { DataType } from '../../onnx/ir.js';
import type { GraphIndex } from '../../onnx/graph.js';
import type { Graph, Model, Node } from '../../onnx/ir.js';
import { makeTensor } from '../../onnx/tensors.js';
import type { Addition } from './addition.js';
import { additionOf, neededNodes } from './find.js';
import type { Block } from './find.js';

/** What stands for an addition keeps its name and its results', so that whatever reads it, outputs included, is as it was. */
export function dropBlocks(model: Model, blocks: readonly Block[]): Model {
  const { graph } = model;
  const byNode = new Map(blocks.map((block) => [block.node, block]));
  const gone = lostNodes(graph, blocks);
  const index = indexGraph(graph);
  const nodes = graph.nodes.flatMap((node, at): Node[] => {
    const block = byNode.get(at);
    if (block !== undefined) return blockAddition(graph, index, node).standIn(block.shortcut);
    return gone.has(at) ? [] : [node];
  });
  return { ...model, graph: withoutUnread({ ...graph, nodes }, graph) };
}

/** A block that is left in place here and there alike would pass its proof. */
function blockAddition(graph: Graph, index: GraphIndex, node: Node): Addition {
  const addition = additionOf(graph, index, node);
  if (addition === undefined) throw new Error(`${node.name}: no addition ends a block here`);
  return addition;
}

/** Nodes that were needed and are not any more; what was never needed stays as it was committed. */
function lostNodes(graph: Graph, blocks: readonly Block[]): Set<number> {
  const needed = neededNodes(graph, blocks);
  return new Set([...neededNodes(graph, [])].filter((index) => !needed.has(index)));
}

/** Weights that something read before and nothing reads now, with their declarations, and declarations of values that are gone. */
function withoutUnread(graph: Graph, before: Graph): Graph {
  const outputs = new Set(graph.outputs.map(({ name }) => name));
  const [readNow, readBefore] = [indexGraph(graph).consumers, indexGraph(before).consumers];
  const isLost = (name: string): boolean => readBefore.has(name) && !readNow.has(name) && !outputs.has(name);
  const made = new Set([...graph.nodes.flatMap((node) => node.outputs), ...graph.inputs.map(({ name }) => name)]);
  const stored = (name: string): boolean => before.initializers.has(name) || before.sparseInitializers.has(name);
  return {
    ...graph,
    initializers: new Map([...graph.initializers].filter(([name]) => !isLost(name))),
    inputs: graph.inputs.filter(({ name }) => !(stored(name) && isLost(name))),
    valueInfos: graph.valueInfos.filter(({ name }) => made.has(name)),
  };
}

/** The dense model with the branches of these blocks silenced: what the model without them must equal. In float32. */
export function silenceBlocks(model: Model, blocks: readonly Block[]): Model {
  const { graph } = model;
  const names = allNames(graph);
  const zero = makeTensor(freshName(names, 'silence'), DataType.FLOAT, [], new Float32Array(1));
  const byNode = new Map(blocks.map((block) => [block.node, block]));
  const index = indexGraph(graph);
  const nodes = graph.nodes.flatMap((node, at) => {
    const block = byNode.get(at);
    return block === undefined ? [node] : blockAddition(graph, index, node).silenced(block.branch, zero.name, freshName(names, 'silenced'));
  });
  const constant = makeNode('Constant', [], [zero.name], { attributes: [['value', { kind: 'tensor', value: zero }]] });
  return { ...model, graph: { ...graph, nodes: [constant, ...nodes] } };
}

/**
 * The model without the Identity nodes that stand for additions: who read a sum reads its shortcut. A sum that is an output of the
 * model, or that a body of control flow reads, keeps its Identity. @param sums results of additions that were dropped
 */
export function withoutStandIns(model: Model, sums: ReadonlySet<string>): Model {
  const { graph } = model;
  const fixed = new Set([...graph.outputs.map(({ name }) => name), ...graph.nodes.flatMap((node) => [...capturedValues(node)])]);
  const isStandIn = ({ opType, domain, outputs: [sum = ''] }: Node): boolean => opType === 'Identity' && domain === '' && sums.has(sum) && !fixed.has(sum);
  const sources = new Map(graph.nodes.filter(isStandIn).map(({ inputs: [source = ''], outputs: [sum = ''] }) => [sum, source]));
  if (sources.size === 0) return model;
  const sourceOf = (value: string): string => (sources.has(value) ? sourceOf(sources.get(value) as string) : value);
  const nodes = graph.nodes.filter((node) => !isStandIn(node)).map((node) => (node.inputs.some((input) => sources.has(input)) ? { ...node, inputs: node.inputs.map(sourceOf) } : node));
  return { ...model, graph: { ...graph, nodes, valueInfos: graph.valueInfos.filter(({ name }) => !sources.has(name)) } };
}
