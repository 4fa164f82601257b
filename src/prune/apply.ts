/**
 * Applies a cut to a model: slices stored tensors, rewrites nodes that name sizes or positions. Everything is checked
 * first; the input model is never changed.
 */
import { replaceTensors } from '../onnx/constants.js';
import { elementSize } from '../onnx/elements.js';
import { allNames, freshName, makeNode, tensorOf } from '../onnx/graph.js';
import type { Graph, Model, Node, Tensor, ValueInfo } from '../onnx/ir.js';
import { tensorBytes } from '../onnx/tensors.js';
import { gatherAxis } from '../kernels/gather.js';
import { opsetOf } from '../ops/coupling.js';
import type { Coupling } from '../ops/coupling.js';
import type { Facts } from '../ops/facts.js';
import { RewriteRefused } from '../ops/movement-rewrite.js';
import { ruleFor } from '../ops/registry.js';
import { RewriteSite } from '../ops/rewrite-site.js';
import type { Cut } from './cut.js';
import { nameOf } from './groups.js';

/** Something that stands in the way of a cut, and the values whose classes it concerns. */
export interface Obstacle {
  readonly reason: string;
  readonly operator: string;
  readonly node: string;
  readonly values: readonly string[];
}

export type Applied = { readonly model: Model; readonly obstacles: readonly [] } | { readonly model: undefined; readonly obstacles: readonly Obstacle[] };

export function applyCut(model: Model, tensors: ReadonlyMap<string, Tensor>, coupling: Coupling, facts: Facts, cut: Cut): Applied {
  const obstacles: Obstacle[] = [...emptyAxes(coupling, cut)];
  const sliced = sliceTensors(tensors, coupling, cut, obstacles);
  const rewritten = rewriteNodes(model, facts, cut, obstacles);
  if (obstacles.length > 0) return { model: undefined, obstacles };
  const withNodes: Model = { ...model, graph: rewritten };
  const pruned = replaceTensors(withNodes, sliced);
  return { model: { ...pruned, graph: resizeDeclarations(pruned.graph, cut) }, obstacles: [] };
}

/** No axis may lose its last position. */
function* emptyAxes(coupling: Coupling, cut: Cut): Generator<Obstacle> {
  for (const [value, axes] of coupling.axes) {
    for (let axis = 0; axis < axes.length; axis++) {
      if (axes[axis] != null && cut.kept(value, axis)?.length === 0) {
        yield { reason: 'nothing would be left along one of its axes', operator: 'value', node: value, values: [value] };
      }
    }
  }
}

function sliceTensors(tensors: ReadonlyMap<string, Tensor>, coupling: Coupling, cut: Cut, obstacles: Obstacle[]): Map<string, Tensor> {
  const sliced = new Map<string, Tensor>();
  for (const name of coupling.stored) {
    const axes = coupling.axes.get(name);
    const tensor = tensors.get(name);
    if (coupling.filled.has(name) || axes?.some((_, axis) => cut.kept(name, axis) !== null) !== true) continue;
    const size = tensor === undefined ? undefined : elementSize(tensor.dataType);
    if (tensor === undefined || size === undefined) {
      obstacles.push({ reason: 'its element type cannot be sliced', operator: 'initializer', node: name, values: [name] });
      continue;
    }
    sliced.set(name, sliceTensor(tensor, size, (axis) => cut.kept(name, axis)));
  }
  return sliced;
}

function sliceTensor(tensor: Tensor, size: number, kept: (axis: number) => readonly number[] | null): Tensor {
  let bytes = tensorBytes(tensor);
  const dims = [...tensor.dims];
  dims.forEach((_, axis) => {
    const positions = kept(axis);
    if (positions === null) return;
    bytes = gatherAxis(bytes, dims, axis, positions, size);
    dims[axis] = positions.length;
  });
  return { ...tensor, dims, data: { kind: 'raw', bytes } };
}

function rewriteNodes(model: Model, facts: Facts, cut: Cut, obstacles: Obstacle[]): Graph {
  const { graph } = model;
  const names = allNames(graph);
  const nodes: Node[] = [];
  const initializers = new Map(graph.initializers);
  graph.nodes.forEach((node, index) => {
    const site = new RewriteSite(
      node, opsetOf(model), facts.movements.get(index),
      (value) => facts.values.get(value)?.dims ?? graph.initializers.get(value)?.dims,
      (value) => facts.small.get(value), (value, axis) => facts.values.get(value)?.dynamic[axis] === true, (value, axis) => cut.kept(value, axis), (base) => freshName(names, base),
    );
    const edit = tryRewrite(site, obstacles);
    for (const tensor of edit?.tensors ?? []) {
      // Before IR 4 an initializer had to be declared as an input, which would change the model's contract.
      if (model.irVersion >= 4) initializers.set(tensor.name, tensor);
      else nodes.push(makeNode('Constant', [], [tensor.name], { attributes: [['value', tensorOf(tensor)]] }));
    }
    nodes.push(...(edit?.nodes ?? [node]));
  });
  return { ...graph, nodes, initializers };
}

function tryRewrite(site: RewriteSite, obstacles: Obstacle[]) {
  const { node } = site;
  try {
    return ruleFor(node)?.rewrite?.(site);
  } catch (thrown) {
    if (!(thrown instanceof RewriteRefused)) throw thrown;
    const values = [...node.inputs, ...node.outputs].filter((value) => value !== '');
    obstacles.push({ reason: thrown.message, operator: node.opType, node: nameOf(node), values });
    return undefined;
  }
}

/** Declared shapes follow the cut; initializers listed among the inputs too. */
function resizeDeclarations(graph: Graph, cut: Cut): Graph {
  const resized = (info: ValueInfo): ValueInfo => {
    if (info.dims === null) return info;
    const dims = info.dims.map((dim, axis) => cut.kept(info.name, axis)?.length ?? dim);
    return dims.every((dim, i) => dim === info.dims?.[i]) ? info : { ...info, dims };
  };
  return { ...graph, inputs: graph.inputs.map(resized), valueInfos: graph.valueInfos.map(resized) };
}
