/** The model without some of its residual blocks: each addition becomes its shortcut, and what nothing needs any more goes. */
import { allNames, freshName, indexGraph, makeNode } from '../../onnx/graph.js';
import { DataType } from '../../onnx/ir.js';
import type { Graph, Model, Node } from '../../onnx/ir.js';
import { makeTensor } from '../../onnx/tensors.js';
import { neededNodes } from './find.js';
import type { Block } from './find.js';

/** An addition keeps its name and its result's as an Identity, so that whatever reads it, outputs included, is as it was. */
export function dropBlocks(model: Model, blocks: readonly Block[]): Model {
  const { graph } = model;
  const byNode = new Map(blocks.map((block) => [block.node, block]));
  const gone = lostNodes(graph, blocks);
  const nodes = graph.nodes.flatMap((node, index): Node[] => {
    const block = byNode.get(index);
    if (block !== undefined) return [makeNode('Identity', [block.shortcut], node.outputs, { name: node.name })];
    return gone.has(index) ? [] : [node];
  });
  return { ...model, graph: withoutUnread({ ...graph, nodes }, graph) };
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
  const zero = makeTensor(freshName(allNames(model.graph), 'silence'), DataType.FLOAT, [], new Float32Array(1));
  const byNode = new Map(blocks.map((block) => [block.node, block]));
  const nodes = model.graph.nodes.map((node, index) => {
    const block = byNode.get(index);
    return block === undefined ? node : { ...node, inputs: node.inputs.map((input) => (input === block.branch ? zero.name : input)) };
  });
  const constant = makeNode('Constant', [], [zero.name], { attributes: [['value', { kind: 'tensor', value: zero }]] });
  return { ...model, graph: { ...model.graph, nodes: [constant, ...nodes] } };
}
