/** Helpers over the IR's graphs: who makes and reads a value, order, names, and new records. */
import { UserError } from '../errors.js';
import type { Attribute, Dim, Graph, Model, Node, Tensor, ValueInfo } from './ir.js';
import { shown } from './limits.js';

export interface GraphIndex {
  /** Value to the index in `graph.nodes` of the node that makes it. */
  readonly producer: ReadonlyMap<string, number>;
  /** Value to the ascending indices of the nodes that read it, directly or inside their subgraphs; each once. */
  readonly consumers: ReadonlyMap<string, readonly number[]>;
}

export function indexGraph(graph: Graph): GraphIndex {
  const producer = new Map<string, number>();
  const consumers = new Map<string, number[]>();
  graph.nodes.forEach((node, index) => {
    for (const output of node.outputs) if (output !== '') producer.set(output, index);
    for (const value of valuesRead(node)) {
      const readers = consumers.get(value);
      if (readers === undefined) consumers.set(value, [index]);
      else readers.push(index);
    }
  });
  return { producer, consumers };
}

/** Every value of the node's own graph that it reads: its inputs, then what its subgraphs capture. */
export function valuesRead(node: Node): Set<string> {
  const read = new Set(node.inputs);
  for (const value of capturedValues(node)) read.add(value);
  read.delete('');
  return read;
}

/** The graphs in a node's attributes (bodies of If, Loop, Scan, ...). */
export function subgraphs(node: Node): readonly Graph[] {
  const found: Graph[] = [];
  for (const attribute of node.attributes.values()) {
    if (attribute.kind === 'graph') found.push(attribute.value);
    if (attribute.kind === 'graphs') for (const graph of attribute.value) found.push(graph);
  }
  return found;
}

/** Names that a node's subgraphs, at any depth, take from the scope around the node. */
export function capturedValues(node: Node): Set<string> {
  const captured = new Set<string>();
  for (const graph of subgraphs(node)) {
    const own = definedNames(graph);
    const used = [...graph.nodes.flatMap((each) => [...valuesRead(each)]), ...graph.outputs.map(({ name }) => name)];
    for (const name of used) if (name !== '' && !own.has(name)) captured.add(name);
  }
  return captured;
}

/** Names a graph defines itself: inputs, initializers, node outputs. */
export function definedNames(graph: Graph): Set<string> {
  const names = new Set<string>([...graph.initializers.keys(), ...graph.sparseInitializers.keys()]);
  for (const { name } of graph.inputs) names.add(name);
  for (const node of graph.nodes) for (const output of node.outputs) names.add(output);
  names.delete('');
  return names;
}

/** Every value and node name in a graph and its subgraphs. */
export function allNames(graph: Graph): Set<string> {
  const names = definedNames(graph);
  for (const info of [...graph.outputs, ...graph.valueInfos]) names.add(info.name);
  for (const node of graph.nodes) {
    names.add(node.name);
    for (const input of node.inputs) names.add(input);
    for (const inner of subgraphs(node)) for (const name of allNames(inner)) names.add(name);
  }
  return names;
}

/**
 * Node indices such that each node comes after the makers of what it reads; ties go to the lower index, so a
 * sorted graph gives 0, 1, 2, ... Throws `graph-cycle`.
 */
export function topologicalOrder(graph: Graph): readonly number[] {
  const { producer, consumers } = indexGraph(graph);
  const waiting = graph.nodes.map((node) => new Set(makersOf(node, producer)));
  const order: number[] = [];
  const ready = new IndexHeap();
  waiting.forEach((makers, index) => { if (makers.size === 0) ready.push(index); });
  for (let index = ready.pop(); index !== undefined; index = ready.pop()) {
    order.push(index);
    for (const output of graph.nodes[index]?.outputs ?? []) {
      for (const reader of consumers.get(output) ?? []) {
        const makers = waiting[reader];
        if (makers?.delete(index) === true && makers.size === 0) ready.push(reader);
      }
    }
  }
  if (order.length < graph.nodes.length) throw cycle(graph, new Set(order));
  return order;
}

function makersOf(node: Node, producer: ReadonlyMap<string, number>): number[] {
  return [...valuesRead(node)].map((value) => producer.get(value)).filter((index) => index !== undefined);
}

function cycle(graph: Graph, done: ReadonlySet<number>): UserError {
  const node = graph.nodes.find((_, index) => !done.has(index));
  return new UserError({
    code: 'graph-cycle',
    message: `The graph is cyclic: ${node?.opType ?? 'a node'} ${shown(node?.name || node?.outputs[0] || '')} needs its own result.`,
    fix: 'Export the model again.',
  });
}

/** Smallest index first. */
class IndexHeap {
  private readonly items: number[] = [];

  push(item: number): void {
    let at = this.items.push(item) - 1;
    for (let up = (at - 1) >> 1; at > 0 && this.at(up) > item; up = (at - 1) >> 1) {
      this.items[at] = this.at(up);
      at = up;
    }
    this.items[at] = item;
  }

  pop(): number | undefined {
    const top = this.items[0];
    const last = this.items.pop();
    if (last === undefined || this.items.length === 0) return top;
    let at = 0;
    for (let down = 1; down < this.items.length; down = 2 * at + 1) {
      if (down + 1 < this.items.length && this.at(down + 1) < this.at(down)) down++;
      if (this.at(down) >= last) break;
      this.items[at] = this.at(down);
      at = down;
    }
    this.items[at] = last;
    return top;
  }

  private at(index: number): number {
    return this.items[index] as number;
  }
}

/** `base`, or `base_1`, `base_2`, ... : the first that is not taken. A set given as `taken` then has it too. */
export function freshName(taken: Graph | Set<string>, base: string): string {
  const names = taken instanceof Set ? taken : allNames(taken);
  let name = base;
  for (let number = 1; names.has(name); number++) name = `${base}_${number}`;
  names.add(name);
  return name;
}

export interface NodeOptions {
  readonly name?: string;
  readonly domain?: string;
  readonly attributes?: Iterable<readonly [string, Attribute]>;
}

/** Unnamed and of the default domain unless `options` says otherwise; '' marks an absent input. */
export function makeNode(opType: string, inputs: readonly string[], outputs: readonly string[], options: NodeOptions = {}): Node {
  const { name = '', domain = '', attributes = [] } = options;
  return { name, opType, domain, inputs, outputs, attributes: new Map(attributes) };
}

/** A tensor value's declaration; `dims` null: no shape. */
export function makeValueInfo(name: string, elemType: number, dims: readonly Dim[] | null): ValueInfo {
  return { name, elemType, dims };
}

/** A graph named `graph` without weights, but for what `parts` says. */
export function makeGraph(parts: Partial<Omit<Graph, 'wire'>> & Pick<Graph, 'nodes' | 'inputs' | 'outputs'>): Graph {
  return { name: 'graph', initializers: new Map<string, Tensor>(), sparseInitializers: new Map(), valueInfos: [], ...parts };
}

export interface ModelOptions {
  readonly opset?: number;
  readonly irVersion?: number;
}

/** A model around a graph; opset 17 and IR 8 unless said otherwise, which any onnxruntime of today reads. */
export function makeModel(graph: Graph, { opset = 17, irVersion = 8 }: ModelOptions = {}): Model {
  return { irVersion, opsets: new Map([['', opset]]), producer: 'prune-gate', graph, functions: [] };
}

export const intOf = (value: number | bigint): Attribute => ({ kind: 'int', value: BigInt(value) });
export const intsOf = (values: readonly (number | bigint)[]): Attribute => ({ kind: 'ints', value: values.map(BigInt) });
export const floatOf = (value: number): Attribute => ({ kind: 'float', value });
export const textOf = (value: string): Attribute => ({ kind: 'string', value: new TextEncoder().encode(value) });
export const tensorOf = (value: Tensor): Attribute => ({ kind: 'tensor', value });
