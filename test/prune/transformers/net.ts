/** A small network written as an exporter would write it: every call adds nodes and gives back the name of what they make. */
import { floatOf, intOf, intsOf, makeGraph, makeNode, makeValueInfo, textOf } from '../../../src/onnx/graph.js';
import { DataType } from '../../../src/onnx/ir.js';
import type { Attribute, Dim, Model, Node, Tensor } from '../../../src/onnx/ir.js';
import { int64Tensor, makeTensor } from '../../../src/onnx/tensors.js';
import { noise } from '../../calibrate/bench-model.js';

export type Plain = number | readonly number[] | string;

export class Net {
  readonly #nodes: Node[] = [];
  readonly #tensors = new Map<string, Tensor>();
  #count = 0;

  /** @param input sizes of `x`; a name is a dynamic dimension */
  constructor(private readonly input: readonly Dim[], private readonly elemType: number = DataType.FLOAT) {}

  /** A node of the default domain, or of another as `domain:Type`; the last result's name is the first output's. */
  op(type: string, inputs: readonly string[], attributes: Readonly<Record<string, Plain>> = {}, outputs = 1): string {
    return this.ops(type, inputs, attributes, outputs)[0] as string;
  }

  /** As `op`, for several outputs. */
  ops(type: string, inputs: readonly string[], attributes: Readonly<Record<string, Plain>>, outputs: number): string[] {
    const [domain, opType] = type.includes(':') ? type.split(':') as [string, string] : ['', type];
    const made = Array.from({ length: outputs }, () => `${opType.toLowerCase()}_${String(this.#count++)}`);
    this.#nodes.push(makeNode(opType, inputs, made, { domain, name: `/${made[0] ?? ''}`, attributes: Object.entries(attributes).map(([name, value]) => [name, attributeOf(name, value)]) }));
    return made;
  }

  /** A weight of seeded numbers, of a spread that keeps activations near 1. */
  weight(name: string, ...dims: readonly number[]): string {
    const spread = dims.length > 1 ? 1 / Math.sqrt(dims[0] as number) : 0.5;
    const values = noise(dims.reduce((a, b) => a * b, 1), name.length * 31 + dims.length + this.#tensors.size).map((value) => value * spread);
    this.#tensors.set(name, makeTensor(name, DataType.FLOAT, dims, values));
    return name;
  }

  ints(...values: readonly number[]): string {
    return this.#constant(int64Tensor(`ints_${String(this.#count++)}`, values));
  }

  int(value: number): string {
    return this.#constant(int64Tensor(`int_${String(this.#count++)}`, value));
  }

  float(value: number): string {
    return this.#constant(makeTensor(`float_${String(this.#count++)}`, DataType.FLOAT, [], Float32Array.of(value)));
  }

  tensor(dims: readonly number[], values: Float32Array): string {
    return this.#constant(makeTensor(`tensor_${String(this.#count++)}`, DataType.FLOAT, dims, values));
  }

  #constant(tensor: Tensor): string {
    this.#tensors.set(tensor.name, tensor);
    return tensor.name;
  }

  model(outputs: readonly string[], opset = 17): Model {
    return {
      irVersion: 10, opsets: new Map([['', opset], ['com.microsoft', 1]]), producer: 'test', functions: [],
      graph: makeGraph({
        nodes: this.#nodes, initializers: this.#tensors, inputs: [makeValueInfo('x', this.elemType, this.input)],
        outputs: outputs.map((name) => makeValueInfo(name, DataType.FLOAT, null)),
      }),
    };
  }
}

const FLOATS = new Set(['alpha', 'beta', 'epsilon', 'scale']);

function attributeOf(name: string, value: Plain): Attribute {
  if (typeof value === 'string') return textOf(value);
  if (typeof value !== 'number') return intsOf(value);
  return FLOATS.has(name) ? floatOf(value) : intOf(value);
}
