/**
 * One encoder layer of width 32, 4 heads of 8 and 24 neurons, in the forms in which exporters write its parts. Batch and
 * length are dynamic unless a form says otherwise.
 */
import { DataType } from '../../../src/onnx/ir.js';
import type { Net } from './net.js';

export const [WIDTH, HEADS, HEAD, NEURONS] = [32, 4, 8, 24];

/** x to what the part makes of it; both [batch, length, 32]. */
export type Part = (net: Net, x: string) => string;

const linear = (net: Net, x: string, name: string, from: number, to: number): string =>
  net.op('Add', [net.weight(`${name}.bias`, to), net.op('MatMul', [x, net.weight(`${name}.weight`, from, to)])]);

/** [n] of the sizes that the graph computes for some axes of a value, and constants for others. */
function shapeOf(net: Net, value: string, entries: readonly (number | 'batch' | 'length')[]): string {
  const parts = entries.map((entry) => (typeof entry === 'number' ? net.ints(entry)
    : net.op('Unsqueeze', [net.op('Gather', [net.op('Shape', [value]), net.int(entry === 'batch' ? 0 : 1)]), net.ints(0)])));
  return net.op('Concat', parts, { axis: 0 });
}

/** Scores, softmax, weighted values: [batch, heads, length, width] each. */
function attend(net: Net, q: string, k: string, v: string, mask?: (scores: string) => string): string {
  const scores = net.op('Div', [net.op('MatMul', [q, net.op('Transpose', [k], { perm: [0, 1, 3, 2] })]), net.float(2)]);
  return net.op('MatMul', [net.op('Softmax', [mask?.(scores) ?? scores], { axis: -1 }), v]);
}

const toHeads = (net: Net, x: string, shape: string, perm = [0, 2, 1, 3]): string =>
  net.op('Transpose', [net.op('Reshape', [x, shape])], { perm });

const joined = (net: Net, x: string, shape: string, name = 'o'): string =>
  linear(net, net.op('Reshape', [net.op('Transpose', [x], { perm: [0, 2, 1, 3] }), shape]), name, WIDTH, WIDTH);

/** PyTorch, Hugging Face: one linear layer each, shapes computed in the graph. */
const eager: Part = (net, x) => {
  const [q, k, v] = ['q', 'k', 'v'].map((name) => toHeads(net, linear(net, x, name, WIDTH, WIDTH), shapeOf(net, x, ['batch', 'length', HEADS, HEAD]))) as [string, string, string];
  return joined(net, attend(net, q, k, v), shapeOf(net, x, ['batch', 'length', WIDTH]));
};

/** The same with constant shapes, as a fixed-length export or a simplifier leaves them. */
const constantShapes: Part = (net, x) => {
  const [q, k, v] = ['q', 'k', 'v'].map((name) => toHeads(net, linear(net, x, name, WIDTH, WIDTH), net.ints(0, -1, HEADS, HEAD))) as [string, string, string];
  return joined(net, attend(net, q, k, v), net.ints(0, -1, WIDTH));
};

/** GPT-2 and BERT variants: one weight for all three, split along the last axis, with a causal mask. */
const fusedSplit: Part = (net, x) => {
  const flat = net.op('Reshape', [x, net.ints(-1, WIDTH)]);
  const gemm = net.op('Gemm', [flat, net.weight('qkv.weight', WIDTH, 3 * WIDTH), net.weight('qkv.bias', 3 * WIDTH)]);
  const whole = net.op('Reshape', [gemm, shapeOf(net, x, ['batch', 'length', 3 * WIDTH])]);
  const parts = net.ops('Split', [whole, net.ints(WIDTH, WIDTH, WIDTH)], { axis: 2 }, 3);
  const [q, k, v] = parts.map((part) => toHeads(net, part, shapeOf(net, part, ['batch', 'length', HEADS, HEAD]))) as [string, string, string];
  const causal = (scores: string): string => {
    const length = net.op('Gather', [net.op('Shape', [x]), net.int(1)]);
    const ones = net.op('Expand', [net.float(1), net.op('Concat', [net.op('Unsqueeze', [length, net.ints(0)]), net.op('Unsqueeze', [length, net.ints(0)])], { axis: 0 })]);
    const lower = net.op('Cast', [net.op('Trilu', [ones], { upper: 0 })], { to: DataType.BOOL });
    return net.op('Where', [lower, scores, net.float(-1e4)]);
  };
  return joined(net, attend(net, q, k, v, causal), shapeOf(net, x, ['batch', 'length', WIDTH]));
};

/** One weight for all three, cut by Slice. */
const fusedSlice: Part = (net, x) => {
  const whole = net.op('Gemm', [net.op('Reshape', [x, net.ints(-1, WIDTH)]), net.weight('qkv.weight', 3 * WIDTH, WIDTH), net.weight('qkv.bias', 3 * WIDTH)], { transB: 1 });
  const [q, k, v] = [0, 1, 2].map((part) => {
    const sliced = net.op('Slice', [whole, net.ints(part * WIDTH), net.ints(part === 2 ? Number.MAX_SAFE_INTEGER : (part + 1) * WIDTH), net.ints(1)]);
    return toHeads(net, sliced, shapeOf(net, x, ['batch', 'length', HEADS, HEAD]));
  }) as [string, string, string];
  return joined(net, attend(net, q, k, v), shapeOf(net, x, ['batch', 'length', WIDTH]));
};

/** timm's and others' `reshape(B, N, 3, H, d).permute(2, 0, 3, 1, 4)`, then one index each. */
const packedGather: Part = (net, x) => {
  const packed = net.op('Transpose', [net.op('Reshape', [linear(net, x, 'qkv', WIDTH, 3 * WIDTH), shapeOf(net, x, ['batch', 'length', 3, HEADS, HEAD])])], { perm: [2, 0, 3, 1, 4] });
  const [q, k, v] = [0, 1, 2].map((part) => net.op('Gather', [packed, net.int(part)], { axis: 0 })) as [string, string, string];
  return joined(net, attend(net, q, k, v), shapeOf(net, x, ['batch', 'length', WIDTH]));
};

/** The same with `unbind`: a Split into three and a Squeeze each. */
const packedUnbind: Part = (net, x) => {
  const packed = net.op('Transpose', [net.op('Reshape', [linear(net, x, 'qkv', WIDTH, 3 * WIDTH), net.ints(0, -1, 3, HEADS, HEAD)])], { perm: [2, 0, 3, 1, 4] });
  const [q, k, v] = net.ops('Split', [packed, net.ints(1, 1, 1)], { axis: 0 }, 3).map((part) => net.op('Squeeze', [part, net.ints(0)])) as [string, string, string];
  return joined(net, attend(net, q, k, v), net.ints(0, -1, WIDTH));
};

/** Heads outermost, as BLOOM and others store them: reshape(B, N, H, 3, d). */
const headsOutermost: Part = (net, x) => {
  const packed = net.op('Reshape', [linear(net, x, 'qkv', WIDTH, 3 * WIDTH), net.ints(0, -1, HEADS, 3, HEAD)]);
  const [q, k, v] = [0, 1, 2].map((part) => net.op('Transpose', [net.op('Gather', [packed, net.int(part)], { axis: 3 })], { perm: [0, 2, 1, 3] })) as [string, string, string];
  return joined(net, attend(net, q, k, v), net.ints(0, -1, WIDTH));
};

/** BART, `nn.MultiheadAttention`: batch and heads in one axis, products of three axes. */
const threeAxes: Part = (net, x) => {
  const [q, k, v] = ['q', 'k', 'v'].map((name) => {
    const heads = toHeads(net, linear(net, x, name, WIDTH, WIDTH), shapeOf(net, x, ['batch', 'length', HEADS, HEAD]));
    return net.op('Reshape', [heads, net.op('Concat', [net.ints(-1), shapeOf(net, x, ['length', HEAD])], { axis: 0 })]);
  }) as [string, string, string];
  const scores = net.op('MatMul', [net.op('Mul', [q, net.float(0.5)]), net.op('Transpose', [k], { perm: [0, 2, 1] })]);
  const made = net.op('MatMul', [net.op('Softmax', [scores], { axis: -1 }), v]);
  return joined(net, net.op('Reshape', [made, shapeOf(net, x, ['batch', HEADS, 'length', HEAD])]), shapeOf(net, x, ['batch', 'length', WIDTH]));
};

/** `nn.MultiheadAttention`: length first, one weight for all three taken apart by index, batch and heads in one axis. */
const torchModule: Part = (net, x) => {
  const first = net.op('Transpose', [x], { perm: [1, 0, 2] });
  const sizes = shapeOf(net, first, ['batch', 'length']);
  const packed = net.op('Reshape', [linear(net, first, 'in_proj', WIDTH, 3 * WIDTH), net.op('Concat', [sizes, net.ints(3, WIDTH)], { axis: 0 })]);
  const apart = net.op('Squeeze', [net.op('Transpose', [net.op('Unsqueeze', [packed, net.ints(0)])], { perm: [3, 1, 2, 0, 4] }), net.ints(3)]);
  const rows = net.op('Mul', [net.op('Gather', [net.op('Shape', [first]), net.int(1)]), net.int(HEADS)]);
  const split = net.op('Concat', [shapeOf(net, first, ['batch']), net.op('Unsqueeze', [rows, net.ints(0)]), net.ints(HEAD)], { axis: 0 });
  const [q, k, v] = [0, 1, 2].map((part) => net.op('Transpose', [net.op('Reshape', [net.op('Gather', [apart, net.int(part)], { axis: 0 }), split])], { perm: [1, 0, 2] })) as [string, string, string];
  const scores = net.op('MatMul', [net.op('Mul', [q, net.float(0.35)]), net.op('Transpose', [k], { perm: [0, 2, 1] })]);
  const made = net.op('Transpose', [net.op('MatMul', [net.op('Softmax', [scores], { axis: -1 }), v])], { perm: [1, 0, 2] });
  const out = net.op('Gemm', [net.op('Reshape', [made, net.ints(-1, WIDTH)]), net.weight('o.weight', WIDTH, WIDTH), net.weight('o.bias', WIDTH)], { transB: 1 });
  return net.op('Transpose', [net.op('Reshape', [out, net.op('Concat', [sizes, net.ints(WIDTH)], { axis: 0 })])], { perm: [1, 0, 2] });
};

/** Keras through tf2onnx: weights [width, heads, head width] in Einsums, biases per head. */
const keras: Part = (net, x) => {
  const [q, k, v] = ['q', 'k', 'v'].map((name) => net.op('Add', [
    net.op('Einsum', [x, net.weight(`${name}/kernel`, WIDTH, HEADS, HEAD)], { equation: 'abc,cde->abde' }), net.weight(`${name}/bias`, HEADS, HEAD),
  ])) as [string, string, string];
  const scores = net.op('Einsum', [k, net.op('Mul', [q, net.float(0.5)])], { equation: 'aecd,abcd->acbe' });
  const made = net.op('Einsum', [net.op('Softmax', [scores], { axis: -1 }), v], { equation: 'acbe,aecd->abcd' });
  return net.op('Add', [net.op('Einsum', [made, net.weight('o/kernel', HEADS, HEAD, WIDTH)], { equation: 'abcd,cde->abe' }), net.weight('o/bias', WIDTH)]);
};

/** Keras through tf2onnx, Einsums lowered to products of reshaped weights. */
const kerasLowered: Part = (net, x) => {
  const [q, k, v] = ['q', 'k', 'v'].map((name) => {
    const kernel = net.op('Reshape', [net.weight(`${name}/kernel`, WIDTH, HEADS, HEAD), net.ints(WIDTH, HEADS * HEAD)]);
    const made = net.op('Reshape', [net.op('MatMul', [net.op('Reshape', [x, net.ints(-1, WIDTH)]), kernel]), shapeOf(net, x, ['batch', 'length', HEADS, HEAD])]);
    return net.op('Transpose', [net.op('Add', [made, net.weight(`${name}/bias`, HEADS, HEAD)])], { perm: [0, 2, 1, 3] });
  }) as [string, string, string];
  const rows = net.op('Reshape', [net.op('Transpose', [attend(net, q, k, v)], { perm: [0, 2, 1, 3] }), net.ints(-1, WIDTH)]);
  const kernel = net.op('Reshape', [net.weight('o/kernel', HEADS, HEAD, WIDTH), net.ints(WIDTH, WIDTH)]);
  return net.op('Add', [net.op('Reshape', [net.op('MatMul', [rows, kernel]), shapeOf(net, x, ['batch', 'length', WIDTH])]), net.weight('o/bias', WIDTH)]);
};

/** Llama and others: `kvHeads` heads of keys and values, each repeated for its queries; rotary positions. */
const grouped = (kvHeads: number): Part => (net, x) => {
  const q = rotary(net, toHeads(net, net.op('MatMul', [x, net.weight('q', WIDTH, WIDTH)]), shapeOf(net, x, ['batch', 'length', HEADS, HEAD])));
  const [k, v] = ['k', 'v'].map((name) => {
    const own = toHeads(net, net.op('MatMul', [x, net.weight(name, WIDTH, kvHeads * HEAD)]), shapeOf(net, x, ['batch', 'length', kvHeads, HEAD]));
    const turned = name === 'k' ? rotary(net, own) : own;
    const spread = net.op('Expand', [net.op('Unsqueeze', [turned, net.ints(2)]), shapeOf(net, x, ['batch', kvHeads, HEADS / kvHeads, 'length', HEAD])]);
    return net.op('Reshape', [spread, shapeOf(net, x, ['batch', HEADS, 'length', HEAD])]);
  }) as [string, string];
  return joined(net, attend(net, q, k, v), shapeOf(net, x, ['batch', 'length', WIDTH]));
};

function rotary(net: Net, x: string): string {
  const [half, end] = [net.ints(HEAD / 2), net.ints(Number.MAX_SAFE_INTEGER)];
  const turned = net.op('Concat', [net.op('Neg', [net.op('Slice', [x, half, end, net.ints(3)])]), net.op('Slice', [x, net.ints(0), half, net.ints(3)])], { axis: -1 });
  const [cos, sin] = [[0.8, 0.7, 0.9, 0.6, 0.8, 0.7, 0.9, 0.6], [0.6, 0.71, 0.4, 0.8, 0.6, 0.71, 0.4, 0.8]].map((values) => net.tensor([1, 1, 1, HEAD], Float32Array.from(values))) as [string, string];
  return net.op('Add', [net.op('Mul', [x, cos]), net.op('Mul', [turned, sin])]);
}

/** Without repeating: the product itself spreads one head of keys and values over all queries. */
const multiQueryBroadcast: Part = (net, x) => {
  const q = toHeads(net, linear(net, x, 'q', WIDTH, WIDTH), shapeOf(net, x, ['batch', 'length', HEADS, HEAD]));
  const [k, v] = ['k', 'v'].map((name) => net.op('Unsqueeze', [linear(net, x, name, WIDTH, HEAD), net.ints(1)])) as [string, string];
  return joined(net, attend(net, q, k, v), shapeOf(net, x, ['batch', 'length', WIDTH]));
};

/** onnxruntime's optimizer. */
const fusedAttention: Part = (net, x) =>
  linear(net, net.op('com.microsoft:Attention', [x, net.weight('qkv', WIDTH, 3 * WIDTH), net.weight('qkv.bias', 3 * WIDTH)], { num_heads: HEADS }), 'o', WIDTH, WIDTH);

const multiHead: Part = (net, x) => {
  const parts = ['q', 'k', 'v'].map((name) => net.op('MatMul', [x, net.weight(name, WIDTH, WIDTH)]));
  return linear(net, net.op('com.microsoft:MultiHeadAttention', [...parts, net.weight('qkv.bias', 3 * WIDTH)], { num_heads: HEADS }), 'o', WIDTH, WIDTH);
};

/** onnxruntime's optimizer for decoders: lengths of the keys as 32-bit integers, no cache. */
const groupQuery = (kvHeads: number): Part => (net, x) => {
  const q = net.op('MatMul', [x, net.weight('q', WIDTH, WIDTH)]);
  const [k, v] = ['k', 'v'].map((name) => net.op('MatMul', [x, net.weight(name, WIDTH, kvHeads * HEAD)])) as [string, string];
  const shape = net.op('Shape', [x]);
  const length = net.op('Cast', [net.op('Gather', [shape, net.int(1)])], { to: DataType.INT32 });
  const last = net.op('Sub', [length, net.op('Cast', [net.int(1)], { to: DataType.INT32 })]);
  const batch = net.op('Gather', [shape, net.ints(0)]);
  const lengths = net.op('Expand', [last, batch]);
  const [made] = net.ops('com.microsoft:GroupQueryAttention', [q, k, v, '', '', lengths, length], { num_heads: HEADS, kv_num_heads: kvHeads }, 3) as [string];
  return linear(net, made, 'o', WIDTH, WIDTH);
};

/** The standard's own operator (opset 23). */
const standard = (kvHeads: number): Part => (net, x) => {
  const q = net.op('MatMul', [x, net.weight('q', WIDTH, WIDTH)]);
  const [k, v] = ['k', 'v'].map((name) => net.op('MatMul', [x, net.weight(name, WIDTH, kvHeads * HEAD)])) as [string, string];
  return linear(net, net.op('Attention', [q, k, v], { q_num_heads: HEADS, kv_num_heads: kvHeads }), 'o', WIDTH, WIDTH);
};

/** What a cut leaves of the heads when half of the units go, and how many units there are. */
export interface AttentionForm {
  readonly part: Part;
  /** Key-value heads: queries in groups go together. */
  readonly units: number;
  readonly opset?: number;
}

export const ATTENTION: Readonly<Record<string, AttentionForm>> = {
  'PyTorch, shapes computed in the graph': { part: eager, units: HEADS },
  'constant shapes': { part: constantShapes, units: HEADS },
  'fused QKV, Gemm and Split, causal mask': { part: fusedSplit, units: HEADS },
  'fused QKV, Gemm with transposed weight and Slice': { part: fusedSlice, units: HEADS },
  'fused QKV, reshape(3, H, d) and Gather': { part: packedGather, units: HEADS },
  'fused QKV, reshape(3, H, d) and unbind': { part: packedUnbind, units: HEADS },
  'fused QKV, reshape(H, 3, d) and Gather': { part: headsOutermost, units: HEADS },
  'three axes, batch and heads in one': { part: threeAxes, units: HEADS },
  'nn.MultiheadAttention': { part: torchModule, units: HEADS },
  'Keras, Einsum': { part: keras, units: HEADS },
  'Keras, Einsum lowered to MatMul': { part: kerasLowered, units: HEADS },
  'grouped queries, keys and values repeated': { part: grouped(2), units: 2 },
  'multi-query, keys and values expanded': { part: grouped(1), units: HEADS },
  'multi-query, keys and values broadcast': { part: multiQueryBroadcast, units: HEADS },
  'com.microsoft Attention': { part: fusedAttention, units: HEADS },
  'com.microsoft MultiHeadAttention': { part: multiHead, units: HEADS },
  'com.microsoft GroupQueryAttention': { part: groupQuery(2), units: 2 },
  'com.microsoft GroupQueryAttention, one head of keys and values': { part: groupQuery(1), units: HEADS },
  'Attention of opset 23, grouped queries': { part: standard(2), units: 2, opset: 23 },
};

const up = (net: Net, x: string): string => net.op('MatMul', [x, net.weight('up', WIDTH, NEURONS)]);
const down = (net: Net, x: string): string => linear(net, x, 'down', NEURONS, WIDTH);

/** Activations of the neurons, as they are written out or fused. */
export const NEURON_FORMS: Readonly<Record<string, Part>> = {
  'GELU with Erf': (net, x) => {
    const h = net.op('Add', [up(net, x), net.weight('up.bias', NEURONS)]);
    const erf = net.op('Add', [net.op('Erf', [net.op('Div', [h, net.float(Math.SQRT2)])]), net.float(1)]);
    return down(net, net.op('Mul', [net.op('Mul', [h, erf]), net.float(0.5)]));
  },
  'GELU with Tanh': (net, x) => {
    const h = net.op('Add', [up(net, x), net.weight('up.bias', NEURONS)]);
    const inner = net.op('Mul', [net.op('Add', [h, net.op('Mul', [net.op('Pow', [h, net.float(3)]), net.float(0.044715)])]), net.float(0.7978845)]);
    return down(net, net.op('Mul', [net.op('Mul', [h, net.float(0.5)]), net.op('Add', [net.op('Tanh', [inner]), net.float(1)])]));
  },
  'Gelu of opset 20': (net, x) => down(net, net.op('Gelu', [up(net, x)], { approximate: 'tanh' })),
  'SwiGLU': (net, x) => {
    const gate = net.op('MatMul', [x, net.weight('gate', WIDTH, NEURONS)]);
    return down(net, net.op('Mul', [net.op('Mul', [gate, net.op('Sigmoid', [gate])]), up(net, x)]));
  },
  'Gemm over rows': (net, x) => {
    const h = net.op('Relu', [net.op('Gemm', [net.op('Reshape', [x, net.ints(-1, WIDTH)]), net.weight('up', NEURONS, WIDTH), net.weight('up.bias', NEURONS)], { transB: 1, alpha: 0.5 })]);
    const made = net.op('Gemm', [h, net.weight('down', NEURONS, WIDTH), net.weight('down.bias', 1, WIDTH)]);
    return net.op('Reshape', [made, shapeOf(net, x, ['batch', 'length', WIDTH])]);
  },
  'BiasGelu': (net, x) => down(net, net.op('com.microsoft:BiasGelu', [up(net, x), net.weight('up.bias', NEURONS)])),
  'FastGelu': (net, x) => down(net, net.op('com.microsoft:FastGelu', [up(net, x), net.weight('up.bias', NEURONS)])),
  'FusedMatMul': (net, x) => down(net, net.op('Relu', [net.op('com.microsoft:FusedMatMul', [x, net.weight('up', NEURONS, WIDTH)], { transB: 1, alpha: 0.5 })])),
  'a weight that is transposed in the graph': (net, x) => down(net, net.op('Relu', [net.op('MatMul', [x, net.op('Transpose', [net.weight('up', NEURONS, WIDTH)], { perm: [1, 0] })])])),
};

/** x and what was made of it, added and normalised over the width. */
export type Norm = (net: Net, x: string, made: string, name: string) => string;

export const NORMS: Readonly<Record<string, Norm>> = {
  'LayerNormalization': (net, x, made, name) =>
    net.op('LayerNormalization', [net.op('Add', [x, made]), net.weight(`${name}.scale`, WIDTH), net.weight(`${name}.shift`, WIDTH)]),
  'layer norm written out': (net, x, made, name) => {
    const sum = net.op('Add', [x, made]);
    const centred = net.op('Sub', [sum, net.op('ReduceMean', [sum], { axes: [-1] })]);
    const deviation = net.op('Sqrt', [net.op('Add', [net.op('ReduceMean', [net.op('Pow', [centred, net.float(2)])], { axes: [-1] }), net.float(1e-5)])]);
    return net.op('Add', [net.op('Mul', [net.op('Div', [centred, deviation]), net.weight(`${name}.scale`, WIDTH)]), net.weight(`${name}.shift`, WIDTH)]);
  },
  'RMS norm written out': (net, x, made, name) => {
    const sum = net.op('Add', [x, made]);
    const mean = net.op('ReduceMean', [net.op('Mul', [sum, sum])], { axes: [-1] });
    return net.op('Mul', [net.op('Mul', [sum, net.op('Reciprocal', [net.op('Sqrt', [net.op('Add', [mean, net.float(1e-6)])])])]), net.weight(`${name}.scale`, WIDTH)]);
  },
  'SkipLayerNormalization': (net, x, made, name) =>
    net.op('com.microsoft:SkipLayerNormalization', [x, made, net.weight(`${name}.scale`, WIDTH), net.weight(`${name}.shift`, WIDTH), net.weight(`${name}.bias`, WIDTH)], { epsilon: 1e-5 }),
};
