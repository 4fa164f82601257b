/** Small graphs written by hand with the facts that running them would give, and a readable view of their coupling. */
import { seededRandom } from '../../src/kernels/random.js';
import { floatOf, intOf, intsOf, makeGraph, makeModel, makeNode, makeValueInfo, textOf } from '../../src/onnx/graph.js';
import type { ModelOptions } from '../../src/onnx/graph.js';
import { DataType } from '../../src/onnx/ir.js';
import type { Attribute, Model, Node, Tensor, ValueInfo } from '../../src/onnx/ir.js';
import { int64Tensor, makeTensor } from '../../src/onnx/tensors.js';
import { coupleGraph } from '../../src/ops/coupling.js';
import type { Coupling, CouplingOptions } from '../../src/ops/coupling.js';
import type { Facts, Movement, SmallValue } from '../../src/ops/facts.js';

export type AttributeValue = number | readonly number[] | string | Attribute;

export class SmallGraph {
  readonly nodes: Node[] = [];
  readonly tensors = new Map<string, Tensor>();
  readonly inputs: ValueInfo[] = [];
  readonly #outputs: string[] = [];
  readonly #dims = new Map<string, readonly number[]>();
  readonly #dynamic = new Map<string, Set<number>>();
  readonly #small = new Map<string, SmallValue>();
  readonly #movements = new Map<number, Movement>();

  input(name: string, dims: readonly number[], type: number = DataType.FLOAT): this {
    this.inputs.push(makeValueInfo(name, type, dims));
    this.#dims.set(name, dims);
    return this;
  }

  /** A float weight; elements are seeded by its name. */
  weight(name: string, dims: readonly number[]): this {
    const next = seededRandom(name);
    const data = Float32Array.from({ length: dims.reduce((a, b) => a * b, 1) }, () => 2 * next() - 1);
    return this.tensor(makeTensor(name, DataType.FLOAT, dims, data));
  }

  tensor(tensor: Tensor): this {
    this.tensors.set(tensor.name, tensor);
    this.#dims.set(tensor.name, tensor.dims);
    return this;
  }

  /** An int64 constant: a weight and a known small value. */
  ints(name: string, values: readonly number[] | number): this {
    this.tensor(int64Tensor(name, values));
    return this.small(name, typeof values === 'number' ? [values] : values, true, typeof values === 'number' ? [] : [values.length]);
  }

  /** What probing knows of a computed integer value; `constant: false` where it depends on the input's size. */
  small(name: string, data: readonly number[], constant = true, dims: readonly number[] = [data.length]): this {
    this.#small.set(name, { dims, data, constant });
    return this;
  }

  /** `outputs`: value names with their sizes, in order; '' as a size list means unknown. */
  node(opType: string, inputs: readonly string[], outputs: readonly (readonly [string, readonly number[] | undefined])[], attributes: Record<string, AttributeValue> = {}, domain = ''): this {
    const name = `${opType.toLowerCase()}-${String(this.nodes.length)}`;
    const list = Object.entries(attributes).map(([key, value]) => [key, attributeOf(value)] as const);
    this.nodes.push(makeNode(opType, inputs, outputs.map(([output]) => output), { name, domain, attributes: list }));
    for (const [output, dims] of outputs) if (dims !== undefined) this.#dims.set(output, dims);
    return this;
  }

  /** Where the last node takes its elements from, per output. */
  moves(...sources: readonly (readonly number[])[]): this {
    this.#movements.set(this.nodes.length - 1, { input: 0, sources: sources.map((list) => Int32Array.from(list)) });
    return this;
  }

  /** These axes of a value change with the size of the input. */
  dynamic(name: string, ...axes: readonly number[]): this {
    this.#dynamic.set(name, new Set(axes));
    return this;
  }

  output(...names: readonly string[]): this {
    this.#outputs.push(...names);
    return this;
  }

  model(options: ModelOptions = {}): Model {
    const typed = (name: string): ValueInfo => makeValueInfo(name, DataType.FLOAT, this.#dims.get(name) ?? null);
    return makeModel(makeGraph({
      nodes: this.nodes, initializers: this.tensors, inputs: this.inputs, outputs: this.#outputs.map(typed),
    }), options);
  }

  facts(): Facts {
    const values = new Map([...this.#dims].map(([name, dims]) =>
      [name, { dims, dynamic: dims.map((_, axis) => this.#dynamic.get(name)?.has(axis) ?? false) }]));
    return { values, small: this.#small, movements: this.#movements, untraced: new Map() };
  }

  couple(options: ModelOptions & Partial<CouplingOptions> = {}): CouplingView {
    return new CouplingView(coupleGraph(this.model(options), this.facts(), { factor: options.factor ?? 'outer' }));
  }
}

function attributeOf(value: AttributeValue): Attribute {
  if (typeof value === 'string') return textOf(value);
  if (typeof value === 'number') return Number.isInteger(value) ? intOf(value) : floatOf(value);
  return 'kind' in value ? value : intsOf(value);
}

export class CouplingView {
  constructor(readonly coupling: Coupling) {}

  /** The class of each position along an axis; null where it is inert. */
  classes(value: string, axis: number): number[] | null {
    const ids = this.coupling.axes.get(value)?.[axis];
    return ids == null ? null : Array.from(ids, (id) => this.coupling.classes.find(id));
  }

  /** Reasons why positions of an axis are frozen, each once; empty where all are free. */
  reasons(value: string, axis: number): string[] {
    const ids = this.coupling.axes.get(value)?.[axis] ?? [];
    return [...new Set(Array.from(ids, (id) => this.coupling.classes.freezeOf(id)?.reason ?? ''))].filter((reason) => reason !== '');
  }

  /** Live and free to be cut at every position. */
  isFree(value: string, axis: number): boolean {
    return this.classes(value, axis) !== null && this.reasons(value, axis).length === 0;
  }

  /** `role axis -> value axis` of every use of a parameter. */
  roles(parameter: string): string[] {
    return this.coupling.roles.filter((role) => role.parameter === parameter)
      .map((role) => `${role.role} ${String(role.axis)} -> ${role.value} ${String(role.valueAxis)}`);
  }
}
