/** Seeded random small networks from the supported operator families, for property tests. */
import { intOf, intsOf, makeGraph, makeNode, makeValueInfo, textOf } from '../../src/onnx/graph.js';
import { DataType } from '../../src/onnx/ir.js';
import type { Model, Node, Tensor } from '../../src/onnx/ir.js';
import { int64Tensor, makeTensor } from '../../src/onnx/tensors.js';
import { seededRandom } from '../../src/kernels/random.js';

/** A value under construction: [batch, channels, height, width]. */
interface Value {
  readonly name: string;
  readonly channels: number;
  readonly size: number;
}

export class NetworkBuilder {
  readonly nodes: Node[] = [];
  readonly tensors = new Map<string, Tensor>();
  readonly #next: () => number;
  #count = 0;

  constructor(seed: number) {
    this.#next = seededRandom(`network ${String(seed)}`);
  }

  int(low: number, high: number): number {
    return low + Math.floor(this.#next() * (high - low + 1));
  }

  pick<T>(items: readonly T[]): T {
    return items[this.int(0, items.length - 1)] as T;
  }

  weight(dims: readonly number[], positive = false): string {
    const name = `w${String(this.tensors.size)}`;
    const length = dims.reduce((a, b) => a * b, 1);
    const fanIn = Math.max(1, dims.slice(1).reduce((a, b) => a * b, 1));
    const data = Float32Array.from({ length }, () => (positive ? 0.5 + this.#next() : (2 * this.#next() - 1) * Math.sqrt(3 / fanIn)));
    this.tensors.set(name, makeTensor(name, DataType.FLOAT, dims, data));
    return name;
  }

  ints(values: readonly number[]): string {
    const name = `i${String(this.tensors.size)}`;
    this.tensors.set(name, int64Tensor(name, values));
    return name;
  }

  node(opType: string, inputs: readonly string[], attributes: Record<string, number | number[] | string> = {}, outputs = 1): string[] {
    const names = Array.from({ length: outputs }, () => `v${String(this.#count++)}`);
    const list = Object.entries(attributes).map(([name, value]) =>
      [name, typeof value === 'number' ? intOf(value) : typeof value === 'string' ? textOf(value) : intsOf(value)] as const);
    this.nodes.push(makeNode(opType, inputs, names, { name: `n${String(this.nodes.length)}`, attributes: list }));
    return names;
  }
}

type Block = (b: NetworkBuilder, x: Value, pool: readonly Value[]) => Value;

const conv: Block = (b, x) => {
  const [channels, k] = [b.pick([4, 6, 8, 12]), b.pick([1, 3])];
  const inputs = [x.name, b.weight([channels, x.channels, k, k]), ...(b.int(0, 1) === 1 ? [b.weight([channels])] : [])];
  const [name] = b.node('Conv', inputs, { pads: k === 3 ? [1, 1, 1, 1] : [0, 0, 0, 0] });
  return { name: name as string, channels, size: x.size };
};

const depthwise: Block = (b, x) => {
  const [name] = b.node('Conv', [x.name, b.weight([x.channels, 1, 3, 3]), b.weight([x.channels])], { group: x.channels, pads: [1, 1, 1, 1] });
  return { ...x, name: name as string };
};

const grouped: Block = (b, x) => {
  if (x.channels % 2 !== 0) return depthwise(b, x, []);
  const [name] = b.node('Conv', [x.name, b.weight([8, x.channels / 2, 1, 1])], { group: 2 });
  return { name: name as string, channels: 8, size: x.size };
};

const transposed: Block = (b, x) => {
  const channels = b.pick([4, 6]);
  const [name] = b.node('ConvTranspose', [x.name, b.weight([x.channels, channels, 3, 3]), b.weight([channels])], { pads: [1, 1, 1, 1] });
  return { name: name as string, channels, size: x.size };
};

const batchNorm: Block = (b, x) => {
  const vectors = [b.weight([x.channels]), b.weight([x.channels]), b.weight([x.channels]), b.weight([x.channels], true)];
  const [name] = b.node('BatchNormalization', [x.name, ...vectors]);
  return { ...x, name: name as string };
};

const activation: Block = (b, x) => ({ ...x, name: b.node(b.pick(['Relu', 'Sigmoid', 'Tanh', 'Elu', 'HardSwish', 'Softplus', 'Identity']), [x.name])[0] as string });

const slope: Block = (b, x) => ({ ...x, name: b.node(b.pick(['PRelu', 'Mul', 'Add', 'Sub']), [x.name, b.weight([x.channels, 1, 1])])[0] as string });

const residual: Block = (b, x, pool) => {
  const partner = pool.findLast((value) => value.name !== x.name && value.channels === x.channels && value.size === x.size);
  return partner === undefined ? conv(b, x, pool) : { ...x, name: b.node(b.pick(['Add', 'Mul', 'Max']), [x.name, partner.name])[0] as string };
};

const joined: Block = (b, x, pool) => {
  const partner = pool.findLast((value) => value.name !== x.name && value.size === x.size && value.channels + x.channels <= 24);
  if (partner === undefined) return conv(b, x, pool);
  return { name: b.node('Concat', [x.name, partner.name], { axis: b.pick([1, -3]) })[0] as string, channels: x.channels + partner.channels, size: x.size };
};

const split: Block = (b, x) => {
  const first = b.int(1, x.channels - 1);
  const [left, right] = b.node('Split', [x.name, b.ints([first, x.channels - first])], { axis: 1 }, 2) as [string, string];
  const gate = b.int(0, 1) === 1 ? left : right;
  const rest = gate === left ? right : left;
  const channels = gate === left ? first : x.channels - first;
  const [tail] = b.node('Conv', [rest, b.weight([channels, x.channels - channels, 1, 1])]);
  return { name: b.node('Add', [gate, tail as string])[0] as string, channels, size: x.size };
};

const sliced: Block = (b, x) => {
  const start = b.int(0, Math.floor(x.channels / 2));
  const step = b.pick([1, 2]);
  const channels = Math.ceil((x.channels - start) / step);
  const [name] = b.node('Slice', [x.name, b.ints([start]), b.ints([b.pick([x.channels, 1_000_000])]), b.ints([1]), b.ints([step])]);
  return { name: name as string, channels, size: x.size };
};

const gathered: Block = (b, x) => {
  const order = Array.from({ length: x.channels }, (_, i) => (i * 5 + 1) % x.channels);
  const [name] = b.node('Gather', [x.name, b.ints(order)], { axis: 1 });
  return { ...x, name: name as string };
};

const paddedChannels: Block = (b, x) => {
  const [name] = b.node('Pad', [x.name, b.ints([0, 1, 0, 0, 0, 2, 0, 0])]);
  return { name: name as string, channels: x.channels + 3, size: x.size };
};

const paddedSpace: Block = (b, x) => ({ ...x, size: x.size + 2, name: b.node('Pad', [x.name, b.ints([0, 0, 1, 1, 0, 0, 1, 1])])[0] as string });

const pooled: Block = (b, x) => {
  if (x.size < 4) return activation(b, x, []);
  const [name] = b.node(b.pick(['MaxPool', 'AveragePool']), [x.name], { kernel_shape: [2, 2], strides: [2, 2] });
  return { ...x, name: name as string, size: Math.floor(x.size / 2) };
};

const resized: Block = (b, x) => {
  if (x.size > 8) return activation(b, x, []);
  const [name] = b.node('Resize', [x.name, '', '', b.ints([1, x.channels, 2 * x.size, 2 * x.size])], { mode: 'nearest' });
  return { ...x, name: name as string, size: 2 * x.size };
};

const channelsLast: Block = (b, x) => {
  const [last] = b.node('Transpose', [x.name], { perm: [0, 2, 3, 1] });
  const [scaled] = b.node('Mul', [last as string, b.weight([x.channels])]);
  const [product] = b.node('MatMul', [scaled as string, b.weight([x.channels, 6])]);
  const [first] = b.node('Transpose', [product as string], { perm: [0, 3, 1, 2] });
  return { name: first as string, channels: 6, size: x.size };
};

const reshaped: Block = (b, x) => {
  const [flat] = b.node('Reshape', [x.name, b.ints([1, x.channels, x.size * x.size])]);
  const [wide] = b.node('Unsqueeze', [flat as string, b.ints([0])]);
  const [narrow] = b.node('Squeeze', [wide as string, b.ints([0])]);
  const [back] = b.node('Reshape', [narrow as string, b.ints([1, x.channels, x.size, -1])]);
  return { ...x, name: back as string };
};

const shuffled: Block = (b, x) => {
  if (x.channels % 2 !== 0) return gathered(b, x, []);
  const [heads] = b.node('Reshape', [x.name, b.ints([1, 2, x.channels / 2, x.size, x.size])]);
  const [turned] = b.node('Transpose', [heads as string], { perm: [0, 2, 1, 3, 4] });
  const [back] = b.node('Reshape', [turned as string, b.ints([1, x.channels, x.size, x.size])]);
  return { ...x, name: back as string };
};

const BLOCKS: readonly Block[] = [
  conv, conv, conv, depthwise, grouped, transposed, batchNorm, activation, slope, residual, residual, joined, split, sliced,
  gathered, paddedChannels, paddedSpace, pooled, resized, channelsLast, reshaped, shuffled,
];

function classifier(b: NetworkBuilder, x: Value): string {
  const pooledFirst = b.int(0, 1) === 1;
  const [body] = pooledFirst ? b.node('GlobalAveragePool', [x.name]) : [x.name];
  const features = x.channels * (pooledFirst ? 1 : x.size * x.size);
  const [flat] = b.node('Flatten', [body as string]);
  if (b.int(0, 1) === 1) {
    const transB = b.int(0, 1);
    return b.node('Gemm', [flat as string, b.weight(transB === 1 ? [5, features] : [features, 5]), b.weight([5])], { transB })[0] as string;
  }
  const [product] = b.node('MatMul', [flat as string, b.weight([features, 5])]);
  return b.node('Add', [product as string, b.weight([5])])[0] as string;
}

/** A network of opset 14 with one input `x` [1, 3, 6, 6] and one output. */
export function randomNetwork(seed: number): Model {
  const b = new NetworkBuilder(seed);
  let x: Value = conv(b, { name: 'x', channels: 3, size: 6 }, []);
  const pool: Value[] = [x];
  for (let i = b.int(3, 9); i > 0; i--) {
    x = b.pick(BLOCKS)(b, x, pool);
    pool.push(x);
  }
  const output = classifier(b, x);
  const graph = makeGraph({
    nodes: b.nodes,
    initializers: b.tensors,
    inputs: [makeValueInfo('x', DataType.FLOAT, [1, 3, 6, 6])],
    outputs: [makeValueInfo(output, DataType.FLOAT, [1, 5])],
  });
  return { irVersion: 8, opsets: new Map([['', 14]]), producer: 'test', graph, functions: [] };
}
