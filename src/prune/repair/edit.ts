/**
 * Changing what linear layers compute: new weights, and outputs scaled and shifted per channel. Names of nodes and
 * values stay, so that the same taps fit before and after.
 */
import { replaceTensors } from '../../onnx/constants.js';
import { allNames, freshName, makeNode, makeValueInfo } from '../../onnx/graph.js';
import type { Graph, Model, Node, Tensor } from '../../onnx/ir.js';
import { makeTensor, tensorToFloat32, withValues } from '../../onnx/tensors.js';
import { layerAt, layerContext } from './layers.js';
import type { Layer, LayerContext } from './layers.js';

export interface LayerEdit {
  /** Per output channel, what the bias is multiplied by; absent: 1. */
  readonly biasScale?: Float64Array;
  /** Per output channel, what is added to the layer's output after that. */
  readonly shift?: Float64Array;
}

export interface ModelEdits {
  /** New values of stored weights, in the layout and with the sizes they have in this model. */
  readonly weights: ReadonlyMap<string, Float32Array>;
  /** By the first output of the layer's node. */
  readonly layers: ReadonlyMap<string, LayerEdit>;
}

/** A new model; the one given is not changed. Throws where an edit names no layer of the model. */
export function editLayers(model: Model, edits: ModelEdits, rank: (value: string) => number | undefined): Model {
  const context = layerContext(model.graph, rank);
  const changes = new Changes(model.graph, context);
  for (const [value, edit] of edits.layers) {
    const layer = layerAt(context, context.index.producer.get(value) ?? -1);
    if (typeof layer === 'string') throw new Error(`${value}: ${layer}`);
    changes.apply(layer, edit);
  }
  const tensors = new Map([...edits.weights].map(([name, values]) => {
    const stored = context.tensors.get(name) as Tensor;
    return [name, withValues(stored, stored.dims, values)] as const;
  }));
  return changes.finish(replaceTensors(model, new Map([...tensors, ...changes.replaced])));
}

/** Collects edits to nodes and biases, then makes the graph that has them. */
class Changes {
  readonly replaced = new Map<string, Tensor>();
  readonly #added = new Map<string, Tensor>();
  readonly #nodes = new Map<number, readonly Node[]>();
  readonly #taken: Set<string>;

  constructor(graph: Graph, private readonly context: LayerContext) {
    this.#taken = allNames(graph);
  }

  apply(layer: Layer, edit: LayerEdit): void {
    const channels = edit.shift?.length ?? edit.biasScale?.length ?? 0;
    const { bias } = layer;
    if (bias.kind === 'none') this.#insertAdd(layer, edit, channels);
    else if (bias.kind === 'add') this.#change(bias.node, bias.position, bias.tensor, edit, channels, 1);
    else if (bias.tensor === undefined) this.#addOperand(layer, bias.position, shiftOf(edit, channels, bias.factor));
    else this.#change(layer.index, bias.position, bias.tensor, edit, channels, bias.factor);
  }

  finish(model: Model): Model {
    const { graph } = model;
    const nodes = graph.nodes.flatMap((node, index) => this.#nodes.get(index) ?? [node]);
    // Before IR 4 every initializer had to be declared as an input too.
    const declared = model.irVersion >= 4 ? [] : [...this.#added.values()].map(({ name, dataType, dims }) => makeValueInfo(name, dataType, dims));
    return {
      ...model,
      graph: { ...graph, nodes, initializers: new Map([...graph.initializers, ...this.#added]), inputs: [...graph.inputs, ...declared] },
    };
  }

  /** Another bias in place of a stored one: in place where only this node reads it, else a copy. */
  #change(index: number, position: number, tensor: string, edit: LayerEdit, channels: number, factor: number): void {
    const stored = this.context.tensors.get(tensor) as Tensor;
    const old = tensorToFloat32(stored);
    const shift = shiftOf(edit, channels, factor);
    const values = shift.map((value, i) => value + (edit.biasScale?.[i] ?? 1) * (old[old.length === 1 ? 0 : i] as number));
    const dims = old.length === channels ? stored.dims : [channels];
    const readers = this.context.index.consumers.get(tensor) ?? [];
    const uses = readers.flatMap((reader) => this.context.graph.nodes[reader]?.inputs.filter((input) => input === tensor) ?? []);
    if (readers.length === 1 && uses.length === 1) {
      this.replaced.set(tensor, withValues(stored, dims, values));
      return;
    }
    const name = freshName(this.#taken, tensor === '' ? 'bias' : tensor);
    this.#added.set(name, makeTensor(name, stored.dataType, dims, values));
    this.#setInput(index, position, name);
  }

  #addOperand(layer: Layer, position: number, values: Float32Array): void {
    const name = freshName(this.#taken, `${layer.node.outputs[0] ?? ''}_bias`);
    this.#added.set(name, makeTensor(name, layer.elementType, [values.length], values));
    this.#setInput(layer.index, position, name);
  }

  #insertAdd(layer: Layer, edit: LayerEdit, channels: number): void {
    const output = layer.node.outputs[0] ?? '';
    const rank = this.context.rank(output) ?? layer.outputChannel + 1;
    const name = freshName(this.#taken, `${output}_bias`);
    const before = freshName(this.#taken, `${output}_before_bias`);
    const dims = [channels, ...new Array<number>(rank - 1 - layer.outputChannel).fill(1)];
    this.#added.set(name, makeTensor(name, layer.elementType, dims, shiftOf(edit, channels, 1)));
    const node = { ...layer.node, outputs: layer.node.outputs.map((value, i) => (i === 0 ? before : value)) };
    this.#nodes.set(layer.index, [node, makeNode('Add', [before, name], [output], { name })]);
  }

  #setInput(index: number, position: number, value: string): void {
    const [node = this.context.graph.nodes[index] as Node, ...rest] = this.#nodes.get(index) ?? [];
    const inputs = [...node.inputs];
    while (inputs.length <= position) inputs.push('');
    inputs[position] = value;
    this.#nodes.set(index, [{ ...node, inputs }, ...rest]);
  }
}

function shiftOf(edit: LayerEdit, channels: number, factor: number): Float32Array {
  return Float32Array.from({ length: channels }, (_, i) => (edit.shift?.[i] ?? 0) / factor);
}
