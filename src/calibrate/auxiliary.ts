/**
 * Auxiliary graphs: the model with measuring nodes appended, whose outputs are only what was measured. Nodes that no
 * measurement needs are left out (onnxruntime would run them).
 */
import { allNames, freshName, indexGraph, intOf, intsOf, makeNode, makeValueInfo, tensorOf, topologicalOrder, valuesRead } from '../onnx/graph.js';
import { DataType } from '../onnx/ir.js';
import type { Attribute, Model, Node, ValueInfo } from '../onnx/ir.js';
import { int64Tensor, makeTensor } from '../onnx/tensors.js';
import type { Tensor } from '../onnx/ir.js';

/** Operator set assumed for the default domain where a model names none: all of its own nodes are custom then. */
const FALLBACK_OPSET = 13;
/** From these opsets on, Pad and Slice take their numbers as inputs. */
const PAD_INPUTS = 11;
const SLICE_INPUTS = 10;
/** From this opset on there is Expand. */
const EXPAND_SINCE = 8;
/** From this opset on, ReduceSum takes its axes as an input; the other reductions do so from 18 on. */
const REDUCE_SUM_AXES_INPUT = 13;
const REDUCE_AXES_INPUT = 18;

export type Reduction = 'ReduceL1' | 'ReduceSum' | 'ReduceMean' | 'ReduceSumSquare';

/** Appends nodes to a model. Values are names, none of which the model has. */
export class AuxiliaryGraph {
  readonly #model: Model;
  readonly #opset: number;
  readonly #taken: Set<string>;
  readonly #nodes: Node[] = [];
  readonly #inputs: ValueInfo[] = [];
  readonly #outputs: ValueInfo[] = [];
  readonly #overrides = new Map<number, Node>();
  /** Constants by their contents, so that the same axes are written once. */
  readonly #constants = new Map<string, string>();

  constructor(model: Model) {
    this.#model = model;
    this.#opset = model.opsets.get('') ?? FALLBACK_OPSET;
    this.#taken = allNames(model.graph);
  }

  /** A node with one output, whose name is returned. */
  node(opType: string, inputs: readonly string[], attributes: Readonly<Record<string, Attribute>> = {}): string {
    const output = freshName(this.#taken, `measured_${this.#nodes.length}`);
    this.#nodes.push(makeNode(opType, inputs, [output], { name: output, attributes: Object.entries(attributes) }));
    return output;
  }

  /** Another node like `node`, which has one output, on other inputs. */
  copy(node: Node, inputs: readonly string[]): string {
    const output = freshName(this.#taken, `measured_${this.#nodes.length}`);
    this.#nodes.push({ ...node, name: output, inputs, outputs: [output] });
    return output;
  }

  /** A name that neither the model nor this graph has. */
  fresh(base: string): string {
    return freshName(this.#taken, base);
  }

  /** A node in place of the model's node at `index`. */
  override(index: number, node: Node): void {
    this.#overrides.set(index, node);
  }

  /** A node that makes a value of the model whose own maker was overridden to make something else. */
  define(output: string, opType: string, inputs: readonly string[], attributes: Readonly<Record<string, Attribute>> = {}): void {
    this.#nodes.push(makeNode(opType, inputs, [output], { attributes: Object.entries(attributes) }));
  }

  ints(values: readonly number[]): string {
    const key = values.join(' ');
    const made = this.#constants.get(key) ?? this.#constant(int64Tensor('', values));
    this.#constants.set(key, made);
    return made;
  }

  floats(values: Float32Array, dims: readonly number[]): string {
    return this.#constant(makeTensor('', DataType.FLOAT, dims, values));
  }

  /** Declares a made value as a graph output. */
  output(value: string, elemType: DataType = DataType.FLOAT): string {
    this.#outputs.push(makeValueInfo(value, elemType, null));
    return value;
  }

  /** The sizes of a value, as an int64 graph output. */
  shapeOutput(value: string): string {
    return this.output(this.node('Shape', [value]), DataType.INT64);
  }

  /** float32 of anything numeric; onnxruntime removes the node where it changes nothing. */
  toFloat(value: string): string {
    return this.node('Cast', [value], { to: intOf(DataType.FLOAT) });
  }

  transpose(value: string, perm: readonly number[]): string {
    return this.node('Transpose', [value], { perm: intsOf(perm) });
  }

  /** [product of the axes before `axis`, product of the rest]. */
  flatten(value: string, axis: number): string {
    return this.node('Flatten', [value], { axis: intOf(axis) });
  }

  /** A reduction in the form of the model's opset. */
  reduce(opType: Reduction, value: string, axes: readonly number[], keepDims = false): string {
    const since = opType === 'ReduceSum' ? REDUCE_SUM_AXES_INPUT : REDUCE_AXES_INPUT;
    const keepdims = intOf(keepDims ? 1 : 0);
    if (this.#opset >= since) return this.node(opType, [value, this.ints(axes)], { keepdims });
    return this.node(opType, [value], { keepdims, axes: intsOf(axes) });
  }

  /** Zeros before and after each axis, as ONNX lists them: all the befores, then all the afters. */
  pad(value: string, pads: readonly number[]): string {
    return this.#opset >= PAD_INPUTS ? this.node('Pad', [value, this.ints(pads)]) : this.node('Pad', [value], { pads: intsOf(pads) });
  }

  /** Runs along several axes; before opset 10, which has no steps, every step is a Gather. */
  slice(value: string, starts: readonly number[], ends: readonly number[], axes: readonly number[], steps: readonly number[]): string {
    if (this.#opset >= SLICE_INPUTS) {
      return this.node('Slice', [value, this.ints(starts), this.ints(ends), this.ints(axes), this.ints(steps)]);
    }
    return axes.reduce((sliced, axis, i) => {
      const [start, end, step] = [starts[i] ?? 0, ends[i] ?? 0, steps[i] ?? 1];
      const positions = Array.from({ length: Math.ceil((end - start) / step) }, (_, at) => start + at * step);
      return this.node('Gather', [sliced, this.ints(positions)], { axis: intOf(axis) });
    }, value);
  }

  /** `value` repeated to the shape of `like`, a float value. */
  expandLike(value: string, like: string): string {
    if (this.#opset >= EXPAND_SINCE) return this.node('Expand', [value, this.node('Shape', [like])]);
    return this.node('Add', [this.node('Sub', [like, like]), value]);
  }

  /** A further input of the built graph. */
  input(name: string, elemType: DataType, dims: readonly (number | string)[]): string {
    const fresh = freshName(this.#taken, name);
    this.#inputs.push(makeValueInfo(fresh, elemType, dims));
    return fresh;
  }

  /** float32 [outer, channels, inner] of a value of any rank: all axes before `axis` and after it are merged. */
  channelView(value: string, axis: number): string {
    const channels = this.node('Gather', [this.node('Shape', [value]), this.ints([axis])], { axis: intOf(0) });
    const dims = this.node('Concat', [this.ints([0]), channels, this.ints([-1])], { axis: intOf(0) });
    return this.node('Reshape', [this.flatten(this.toFloat(value), axis), dims]);
  }

  /** The model with the declared outputs in place of its own, and only the nodes and weights they need. */
  build(): Model {
    const { graph } = this.#model;
    const wanted = this.#outputs.map((output) => output.name);
    const own = graph.nodes.map((node, index) => this.#overrides.get(index) ?? node);
    const needed = neededNodes({ ...graph, nodes: [...own, ...this.#nodes] }, wanted);
    const nodes = this.#overrides.size === 0 ? needed : inOrder({ ...graph, nodes: needed });
    const read = new Set(nodes.flatMap((node) => [...valuesRead(node)]));
    // Initializers that are also declared as inputs stay, or they would have to be fed.
    const declared = new Set(graph.inputs.map((input) => input.name));
    const initializers = new Map([...graph.initializers].filter(([name]) => read.has(name) || declared.has(name)));
    return {
      ...this.#model,
      opsets: new Map([['', this.#opset], ...this.#model.opsets]),
      graph: { ...graph, nodes, initializers, inputs: [...graph.inputs, ...this.#inputs], outputs: this.#outputs, valueInfos: [] },
    };
  }

  /** A node, no initializer: before IR 4 every initializer had to be declared as an input too. */
  #constant(value: Tensor): string {
    return this.node('Constant', [], { value: tensorOf(value) });
  }
}

function inOrder(graph: Model['graph']): readonly Node[] {
  return topologicalOrder(graph).map((index) => graph.nodes[index] as Node);
}

/** Nodes, in their order, that the wanted values depend on. */
export function neededNodes(graph: Model['graph'], wanted: readonly string[]): readonly Node[] {
  const { producer } = indexGraph(graph);
  const needed = new Set<number>();
  const open = [...wanted];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    const index = producer.get(value);
    if (index === undefined || needed.has(index)) continue;
    needed.add(index);
    open.push(...valuesRead(graph.nodes[index] as Node));
  }
  return graph.nodes.filter((_, index) => needed.has(index));
}
