import { afterAll, describe, expect, it } from 'vitest';
import { createYardstick } from '../../src/calibrate/yardstick.js';
import { yardstickOutputs } from '../../src/calibrate/yardstick-outputs.js';
import { intOf, makeNode, makeValueInfo } from '../../src/onnx/graph.js';
import { DataType } from '../../src/onnx/ir.js';
import type { Model } from '../../src/onnx/ir.js';
import { createRuntime, openSessions } from '../../src/runtime/runtime.js';
import { memorySamples, noise, sketch, stored, tensor } from './bench-model.js';

const runtime = await createRuntime({ device: 'cpu', threads: 1 });
afterAll(() => { expect(openSessions()).toBe(0); });

const softmax = makeNode('Softmax', ['logits'], ['p'], { attributes: [['axis', intOf(-1)]] });

describe('yardstickOutputs', () => {
  it('looks through what renames and reshapes to the input of a Softmax, and centres it', () => {
    const model = sketch({ nodes: [softmax, makeNode('Identity', ['p'], ['q']), makeNode('Flatten', ['q'], ['y'])], outputs: [['y', ['n', 10]]] });
    const { outputs, notes } = yardstickOutputs(model);
    expect(outputs).toEqual([{ output: 'y', value: 'logits', centring: { axis: -1, flattened: false } }]);
    expect(notes.join()).toContain("less each sample's mean");
  });

  it('uses the flattened form of Softmax before opset 13', () => {
    const model = sketch({ nodes: [makeNode('Softmax', ['logits'], ['y'])], outputs: [['y', ['n', 10]]], opset: 11 });
    expect(yardstickOutputs(model).outputs[0]?.centring).toEqual({ axis: 1, flattened: true });
  });

  it('does not centre behind a Sigmoid', () => {
    const model = sketch({ nodes: [makeNode('Sigmoid', ['logits'], ['y'])], outputs: [['y', ['n', 10]]] });
    expect(yardstickOutputs(model).outputs).toEqual([{ output: 'y', value: 'logits', centring: undefined }]);
  });

  it('traces the indices of an ArgMax to its input, and compares one value once', () => {
    const sketched = sketch({
      nodes: [softmax, makeNode('ArgMax', ['logits'], ['top'], { attributes: [['axis', intOf(1)]] })], outputs: [['p', ['n', 10]]],
    });
    const model: Model = { ...sketched, graph: { ...sketched.graph, outputs: [...sketched.graph.outputs, makeValueInfo('top', DataType.INT64, null)] } };
    expect(yardstickOutputs(model).outputs.map(({ value }) => value)).toEqual(['logits']);
  });

  it('skips integers that nothing known makes, and says so', () => {
    const sketched = sketch({ nodes: [makeNode('Shape', ['x'], ['s'])], outputs: [] });
    const model: Model = { ...sketched, graph: { ...sketched.graph, outputs: [makeValueInfo('s', DataType.INT64, [2])] } };
    expect(yardstickOutputs(model)).toEqual({ outputs: [], notes: [expect.stringContaining('output s')] });
  });

  it.each([
    [undefined, ['n', 10], true], ['values', ['n', 10], false], ['classes', ['n', 10], true],
    [undefined, ['n', 1], false], [undefined, ['n', 10, 4], false], [undefined, null, false],
  ] as const)('a bare output (%s) of shape %j is centred: %s', (kind, dims, centred) => {
    const model = sketch({ nodes: [makeNode('Relu', ['x'], ['y'])], outputs: [['y', dims]] });
    const kinds = new Map(kind === undefined ? [] : [['y', kind]]);
    expect(yardstickOutputs(model, kinds).outputs[0]?.centring !== undefined).toBe(centred);
  });
});

/** y = x W + b over five inputs and three outputs. */
function linear(weight: ArrayLike<number>, bias: readonly number[], last = 'Identity', opset = 13): Model {
  return sketch({
    nodes: [makeNode('MatMul', ['x', 'w'], ['m']), makeNode('Add', ['m', 'b'], ['logits']), makeNode(last, ['logits'], ['y'])],
    tensors: [tensor('w', [5, 3], weight), tensor('b', [3], bias)], input: ['n', 5], outputs: [['y', ['n', 3]]], opset,
  });
}

const weight = noise(15, 7);
const samples = memorySamples(noise(41 * 5, 1), [5]);
const lossOf = (dense: Model, candidate: Model, kinds?: Parameters<typeof yardstickOutputs>[1]): Promise<number> =>
  stored(dense, async (model, directory) => {
    const yardstick = await createYardstick({ runtime, dense: model, directory, samples, batch: 10, ...(kinds === undefined ? {} : { kinds }) });
    return yardstick.loss(candidate);
  });

describe('output loss', () => {
  it('is 0 for the dense model', async () => {
    const model = linear(weight, [1, 2, 3]);
    expect(await lossOf(model, model)).toBe(0);
  });

  it('is the squared error over the variance', async () => {
    const values = new Map([['y', 'values' as const]]);
    const dense = linear(weight, [0, 0, 0]);
    // Twice the outputs: the error is the output itself, so the loss is E[y²] / Var[y], close to 1.
    const loss = await lossOf(dense, linear(weight.map((w) => 2 * w), [0, 0, 0]), values);
    expect(loss).toBeGreaterThan(0.99);
    expect(loss).toBeLessThan(1.1);
  });

  it.each([
    ['Identity', 13], ['Softmax', 13], ['Softmax', 11], ['Softmax', 18], ['LogSoftmax', 12], ['Identity', 18],
  ])('does not see a constant added to all logits behind %s (opset %i)', async (last, opset) => {
    const dense = linear(weight, [1, 2, 3], last, opset);
    expect(await lossOf(dense, linear(weight, [11, 12, 13], last, opset))).toBeLessThan(1e-10);
    expect(await lossOf(dense, linear(weight, [11, 2, 3], last, opset))).toBeGreaterThan(1);
  });

  it('sees that constant where the outputs are values', async () => {
    const values = new Map([['y', 'values' as const]]);
    expect(await lossOf(linear(weight, [1, 2, 3]), linear(weight, [11, 12, 13]), values)).toBeGreaterThan(1);
  });

  it('is infinite for NaN and for another shape', async () => {
    const dense = linear(weight, [1, 2, 3]);
    expect(await lossOf(dense, linear(weight, [1, NaN, 3]))).toBe(Infinity);
    const narrow = { ...dense, graph: { ...dense.graph, initializers: new Map([['w', tensor('w', [5, 2], noise(10, 2))], ['b', tensor('b', [2], [1, 2])]]) } };
    expect(await lossOf(dense, narrow)).toBe(Infinity);
  });

  it('refuses outputs that never change', async () => {
    const model = linear(new Float32Array(15), [1, 2, 3]);
    await expect(lossOf(model, model)).rejects.toMatchObject({ code: 'no-yardstick' });
  });
});
