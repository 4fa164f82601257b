/** A right cut is proven; a doctored one is caught where it goes wrong. */
import { describe, expect, it } from 'vitest';
import { replaceTensors } from '../../src/onnx/constants.js';
import { DataType } from '../../src/onnx/ir.js';
import type { Model, Tensor, ValueInfo } from '../../src/onnx/ir.js';
import { int64Tensor, makeTensor, tensorToFloat32, withValues } from '../../src/onnx/tensors.js';
import { gatherAxis } from '../../src/kernels/gather.js';
import { maskModel } from '../../src/prune/masked.js';
import { prove, TOLERANCE } from '../../src/prune/prove.js';
import { UserError } from '../../src/errors.js';
import type { Runtime } from '../../src/runtime/types.js';
import { SmallGraph } from '../ops/small-graph.js';
import { applied, cutAt, feedsOf, useWorkbench } from './workbench.js';

const bench = useWorkbench();

/** Conv -> BatchNormalization -> Relu -> Gather (reversed) -> Conv -> GlobalAveragePool -> Flatten -> Gemm. */
function network(fill?: number): SmallGraph {
  const graph = new SmallGraph().input('x', [1, 3, 4, 4]);
  const weights = { w1: [8, 3, 3, 3], b1: [8], scale: [8], bias: [8], mean: [8], var: [8], w2: [6, 8, 1, 1], w3: [4, 6], b3: [4] };
  for (const [name, dims] of Object.entries(weights)) graph.weight(name, dims);
  for (const [name, tensor] of graph.tensors) {
    const data = tensorToFloat32(tensor);
    if (fill !== undefined) graph.tensors.set(name, withValues(tensor, tensor.dims, data.fill(fill)));
    else if (name === 'var') graph.tensors.set(name, withValues(tensor, tensor.dims, data.map((value) => 0.5 + value * value)));
  }
  return graph.ints('order', [7, 6, 5, 4, 3, 2, 1, 0])
    .node('Conv', ['x', 'w1', 'b1'], [['c1', undefined]], { pads: [1, 1, 1, 1] })
    .node('BatchNormalization', ['c1', 'scale', 'bias', 'mean', 'var'], [['n1', undefined]]).node('Relu', ['n1'], [['r1', undefined]])
    .node('Gather', ['r1', 'order'], [['g1', undefined]], { axis: 1 }).node('Conv', ['g1', 'w2'], [['c2', undefined]])
    .node('GlobalAveragePool', ['c2'], [['p', undefined]]).node('Flatten', ['p'], [['f', undefined]])
    .node('Gemm', ['f', 'w3', 'b3'], [['y', [1, 4]]], { transB: 1 }).output('y');
}

const CUT = [1, 4, 6];

async function cut(fill?: number) {
  const prunable = await bench.prunable(network(fill).model());
  const made = cutAt(prunable, 'c1', 1, CUT);
  return { prunable, cut: made, pruned: applied(prunable, made) };
}

/** The dense tensor sliced at these positions, under its name. */
function resliced(model: Model, name: string, axis: number, positions: readonly number[]): ReadonlyMap<string, Tensor> {
  const tensor = model.graph.initializers.get(name) as Tensor;
  const bytes = gatherAxis(new Uint8Array(tensorToFloat32(tensor).buffer), tensor.dims, axis, positions, 4);
  const dims = tensor.dims.map((size, at) => (at === axis ? positions.length : size));
  return new Map([[name, withValues(tensor, dims, new Float32Array(bytes.buffer))]]);
}

/** Attention of two heads whose mask hides every key: only what is left of scores near 1 beside -10,000 tells them apart. */
function allMasked(): Model {
  const graph = new SmallGraph().input('x', [128, 8]).ints('split', [128, 2, 8]).ints('joined', [128, 16]);
  for (const name of ['wq', 'wk', 'wv']) graph.weight(name, [600, 16]);
  graph.weight('w0', [8, 600]).node('MatMul', ['x', 'w0'], [['h', undefined]]).node('Tanh', ['h'], [['a', undefined]]);
  graph.weight('wo', [16, 3]).tensor(makeTensor('mask', DataType.FLOAT, [], Float32Array.of(-1e4)));
  for (const [name, perm] of [['q', [1, 0, 2]], ['k', [1, 2, 0]], ['v', [1, 0, 2]]] as const) {
    graph.node('MatMul', ['a', `w${name}`], [[`${name}0`, undefined]]).node('Reshape', [`${name}0`, 'split'], [[`${name}1`, undefined]])
      .node('Transpose', [`${name}1`], [[name, undefined]], { perm });
  }
  return graph.tensor(makeTensor('scale', DataType.FLOAT, [], Float32Array.of(0.003)))
    .node('MatMul', ['q', 'k'], [['products', undefined]]).node('Mul', ['products', 'scale'], [['scores', undefined]]).node('Add', ['scores', 'mask'], [['masked', undefined]])
    .node('Softmax', ['masked'], [['shares', undefined]], { axis: 2 }).node('MatMul', ['shares', 'v'], [['mixed', undefined]])
    .node('Transpose', ['mixed'], [['back', undefined]], { perm: [1, 0, 2] }).node('Reshape', ['back', 'joined'], [['flat', undefined]])
    .node('MatMul', ['flat', 'wo'], [['y', undefined]]).output('y').model();
}

it.each(['out-of-memory', 'device-lost'])('%s is no fault of the cut: it is an error, and not a proof that failed', async (code) => {
  const { prunable, cut: made, pruned } = await cut();
  let opened = 0;
  const runtime: Runtime = {
    ...bench.runtime,
    open: async (model, options) => {
      const session = await bench.runtime.open(model, options);
      opened += 1;
      // The dense model runs, the pruned one finds the machine like this.
      return opened < 2 ? session : { ...session, run: () => Promise.reject(new UserError({ code, message: 'the machine', where: 'm' })) };
    },
  };
  await expect(prove({ runtime, directory: bench.directory, prunable, pruned, cut: made, feeds: feedsOf(prunable), seed: 'test' })).rejects.toMatchObject({ code });
});

describe('where the dense model rounds more than the tolerance', () => {
  it('sums of fewer terms, which round otherwise, are no wrong cut', async () => {
    const prunable = await bench.prunable(allMasked());
    const made = cutAt(prunable, 'h', 1, Array.from({ length: 200 }, (_, i) => 3 * i + 1));
    const proof = await bench.prove(prunable, applied(prunable, made), made);
    expect(proof).toMatchObject({ holds: true, mismatch: undefined });
    expect(proof.worst).toBeLessThan(3e-3);
    // Whether a score jumps is up to the kernels of this machine; where none does nothing is allowed.
    expect(proof.rounded > 0).toBe(proof.worst > TOLERANCE);
  });

  it('a wrong cut is still one, in front of the rounding and behind it', async () => {
    const prunable = await bench.prunable(allMasked());
    const none = { removed: new Set<number>(), kept: () => null };
    for (const [name, value] of [['wq', 'q0'], ['wv', 'v0'], ['wo', 'y']] as const) {
      const tensor = prunable.model.graph.initializers.get(name) as Tensor;
      const wrong = tensorToFloat32(tensor).map((each) => each * 1.01);
      const proof = await bench.prove(prunable, replaceTensors(prunable.model, new Map([[name, withValues(tensor, tensor.dims, wrong)]])), none);
      expect(proof).toMatchObject({ holds: false, mismatch: { value } });
    }
  });
});

describe('a right cut', () => {
  it('holds at every value to within rounding', async () => {
    const { prunable, cut: made, pruned } = await cut();
    const proof = await bench.prove(prunable, pruned, made);
    expect(proof).toMatchObject({ holds: true, mismatch: undefined, randomised: false, values: 8 });
    expect(proof.worst).toBeLessThan(1e-5);
  });

  it('of no unit holds too', async () => {
    const { prunable } = await cut();
    const none = { removed: new Set<number>(), kept: () => null };
    expect(await bench.prove(prunable, prunable.model, none)).toMatchObject({ holds: true, worst: 0 });
  });

  it('of a model without a floating-point value is not proven', async () => {
    const graph = new SmallGraph().input('x', [1, 4], DataType.INT32).node('Abs', ['x'], [['y', [1, 4]]]).output('y').model();
    const [y] = graph.graph.outputs;
    const prunable = await bench.prunable({ ...graph, graph: { ...graph.graph, outputs: [{ ...y as ValueInfo, elemType: DataType.INT32 }] } });
    expect(await bench.prove(prunable, prunable.model, { removed: new Set(), kept: () => null })).toMatchObject({ holds: false, values: 0 });
  });

  it('of an infinite activation does not pass for another number in its place', async () => {
    const { prunable, cut: made, pruned } = await cut();
    const bias = (value: number, model: Model): ReadonlyMap<string, Tensor> => {
      const tensor = model.graph.initializers.get('b3') as Tensor;
      return new Map([['b3', withValues(tensor, tensor.dims, tensorToFloat32(tensor).fill(value, 0, 1))]]);
    };
    const infinite = { ...prunable, model: replaceTensors(prunable.model, bias(Infinity, prunable.model)) };
    expect((await bench.prove(infinite, replaceTensors(pruned, bias(Infinity, pruned)), made)).holds).toBe(true);
    expect((await bench.prove(infinite, pruned, made)).mismatch).toMatchObject({ value: 'y' });
  });

  it('of a model of one constant is proven again with random weights', async () => {
    const { prunable, cut: made, pruned } = await cut(0.5);
    expect(await bench.prove(prunable, pruned, made)).toMatchObject({ holds: true, randomised: true });
  });
});

describe('a doctored cut is caught', () => {
  const KEPT = [0, 2, 3, 5, 7];
  it.each([
    ['the wrong channels of the weight that makes them', 'w1', 0, [0, 1, 2, 3, 4], 'c1'],
    ['the right channels in another order', 'w1', 0, [0, 3, 2, 5, 7], 'c1'],
    ['the wrong entries of the bias', 'b1', 0, [0, 1, 3, 5, 7], 'c1'],
    ['the wrong variances', 'var', 0, [0, 2, 3, 5, 6], 'n1'],
    ['the wrong inputs of the weight that reads them', 'w2', 1, KEPT, 'c2'],
    ['the right inputs in another order', 'w2', 1, [0, 2, 5, 4, 7], 'c2'],
  ] as const)('%s', async (_, name, axis, positions, place) => {
    const { prunable, cut: made, pruned } = await cut();
    const wrong = replaceTensors(pruned, resliced(prunable.model, name, axis, positions));
    const proof = await bench.prove(prunable, wrong, made);
    expect(proof.holds).toBe(false);
    expect(proof.mismatch?.value).toBe(place);
    expect(proof.mismatch?.detail).toMatch(/differs by \d/);
  });

  it('a weight that is off by a thousandth', async () => {
    const { prunable, cut: made, pruned } = await cut();
    const weight = pruned.graph.initializers.get('w2') as Tensor;
    const wrong = replaceTensors(pruned, new Map([['w2', withValues(weight, weight.dims, tensorToFloat32(weight).map((value) => value * 1.001))]]));
    expect((await bench.prove(prunable, wrong, made)).mismatch?.value).toBe('c2');
  });

  it('positions in a constant that are shifted, also where every weight is the same', async () => {
    for (const fill of [undefined, 0.5]) {
      const { prunable, cut: made, pruned } = await cut(fill);
      const gather = pruned.graph.nodes.find(({ opType }) => opType === 'Gather');
      const name = gather?.inputs[1] ?? '';
      const wrong = replaceTensors(pruned, new Map([[name, int64Tensor(name, [0, 1, 2, 3, 4])]]));
      const proof = await bench.prove(prunable, wrong, made);
      expect(proof).toMatchObject({ holds: false, mismatch: { value: 'g1' }, randomised: fill !== undefined });
    }
  });

  it('a shape that is not the one of the cut', async () => {
    const { prunable, cut: made, pruned } = await cut();
    const gather = pruned.graph.nodes.find(({ opType }) => opType === 'Gather');
    const name = gather?.inputs[1] ?? '';
    const short = replaceTensors(pruned, new Map([[name, int64Tensor(name, [4, 3, 2, 1])], ...resliced(prunable.model, 'w2', 1, [0, 2, 4, 5])]));
    const proof = await bench.prove(prunable, short, made);
    expect(proof.mismatch).toMatchObject({ value: 'g1', detail: 'its shape is [1, 4, 4, 4], not [1, 5, 4, 4]' });
  });

  it('a model that does not run any more, at the node that stops it', async () => {
    const { prunable, cut: made, pruned } = await cut();
    const wrong = replaceTensors(pruned, resliced(prunable.model, 'w2', 1, [0, 2, 5, 7]));
    const proof = await bench.prove(prunable, wrong, made);
    expect(proof).toMatchObject({ holds: false, mismatch: { value: 'c2' } });
    expect(proof.mismatch?.detail).toMatch(/onnxruntime/);
  });

  it('but what is wrong with the dense model is an error, not a failed proof', async () => {
    const { prunable, cut: made } = await cut();
    const broken = { ...prunable, model: replaceTensors(prunable.model, resliced(prunable.model, 'w2', 1, [0, 2, 5, 7])) };
    await expect(bench.prove(broken, applied(prunable, made), made)).rejects.toMatchObject({ name: 'UserError' });
  });
});

describe('the masked model', () => {
  it('silences what consumers read, and leaves everything else alone', async () => {
    const { prunable, cut: made } = await cut();
    const masked = maskModel(prunable.model, prunable.coupling, prunable.facts, made);
    const added = masked.graph.nodes.filter((node) => !prunable.model.graph.nodes.includes(node));
    // Zero, one mask, the choice between the two, and the Conv that reads it.
    expect(added.map(({ opType }) => opType)).toEqual(['Constant', 'Constant', 'Where', 'Conv']);
    expect(masked.graph.initializers).toBe(prunable.model.graph.initializers);
    const outputs = await bench.run({ ...masked, graph: { ...masked.graph, outputs: [{ name: added[2]?.outputs[0] ?? '', elemType: 1, dims: null }] } }, new Map([['x', { type: 'float32', dims: [1, 3, 4, 4], data: new Float32Array(48).fill(1) }]]));
    const [values] = [...outputs.values()];
    // g1 is reversed: channels 1, 4 and 6 of c1 lie at 6, 3 and 1.
    const zero = Array.from({ length: 8 }, (_, c) => Array.from(values?.data.slice(c * 16, c * 16 + 16) as Float32Array).every((value) => value === 0));
    expect([1, 3, 6].every((channel) => zero[channel])).toBe(true);
  });

  it('multiplies before opset 9, where nothing picks floats', async () => {
    const { prunable, cut: made } = await cut();
    const masked = maskModel({ ...prunable.model, opsets: new Map([['', 8]]) }, prunable.coupling, prunable.facts, made);
    expect(masked.graph.nodes.filter((node) => !prunable.model.graph.nodes.includes(node)).map(({ opType }) => opType)).toEqual(['Constant', 'Mul', 'Conv']);
  });

  it('silences channels that are not finite', async () => {
    const graph = new SmallGraph().input('x', [2, 4]).weight('w1', [4, 6]).weight('w2', [6, 3])
      .node('MatMul', ['x', 'w1'], [['h', undefined]]).node('Log', ['h'], [['l', undefined]]).node('MatMul', ['l', 'w2'], [['y', undefined]]).output('y');
    const { proof } = await bench.cutAndProve(graph.model(), 'h', 1, [0, 1, 2, 3]);
    expect(proof).toMatchObject({ holds: true, mismatch: undefined });
  });
});
