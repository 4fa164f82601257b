/** Weights of quantised models as numbers, and back to integers. */
import { afterAll, describe, expect, it } from 'vitest';
import { intOf } from '../../src/onnx/graph.js';
import { DataType } from '../../src/onnx/ir.js';
import type { Model, Tensor } from '../../src/onnx/ir.js';
import { makeTensor, tensorBytes, tensorToFloat32, tensorToNumbers } from '../../src/onnx/tensors.js';
import { replaceTensors, weightTensors } from '../../src/onnx/constants.js';
import { weightDequantisers, withFloatWeights } from '../../src/prune/float-weights.js';
import { repair } from '../../src/prune/repair/repair.js';
import { requantised } from '../../src/prune/requantise.js';
import { createRuntime, openSessions } from '../../src/runtime/runtime.js';
import { SmallGraph } from '../ops/small-graph.js';
import { hasSharedData } from '../shared-data.js';
import { CASES, withWorkbench } from './repair/workbench.js';

const runtime = await createRuntime({ device: 'cpu', threads: 1 });
afterAll(() => { expect(openSessions()).toBe(0); });

const floats = (name: string, dims: readonly number[], data: readonly number[]): Tensor => makeTensor(name, DataType.FLOAT, dims, Float32Array.from(data));
const whole = (name: string, dims: readonly number[], data: readonly number[]): Tensor => makeTensor(name, DataType.INT8, dims, Int8Array.from(data));

/** x [1, 2] quantised as a whole, w [2, 3] per output, an int32 bias, y = x w + b. */
function gemm(levels: readonly number[] = [127, -20, 5, -127, 127, -127]): Model {
  return new SmallGraph().input('x', [1, 2])
    .tensor(floats('xs', [], [0.5])).tensor(whole('xz', [], [3]))
    .tensor(whole('wq', [2, 3], levels)).tensor(floats('ws', [3], [0.01, 0.02, 0.04])).tensor(whole('wz', [3], [0, 0, 0]))
    .tensor(makeTensor('bq', DataType.INT32, [3], Int32Array.from([100, 200, 300]))).tensor(floats('bs', [3], [0.005, 0.01, 0.02]))
    .node('QuantizeLinear', ['x', 'xs', 'xz'], [['xq', undefined]]).node('DequantizeLinear', ['xq', 'xs', 'xz'], [['xd', undefined]])
    .node('DequantizeLinear', ['wq', 'ws', 'wz'], [['w', undefined]], { axis: intOf(1) })
    .node('DequantizeLinear', ['bq', 'bs'], [['b', undefined]], { axis: intOf(0) })
    .node('Gemm', ['xd', 'w', 'b'], [['y', undefined]]).output('y').model();
}

const stored = (model: Model, name: string): Tensor => weightTensors(model.graph).get(name) as Tensor;
const changed = (model: Model, name: string, values: readonly number[]): Model =>
  replaceTensors(model, new Map([[name, floats(name, stored(model, name).dims, values)]]));

describe('float weights', () => {
  it('are what the dequantising node makes, under its name; activations stay quantised', () => {
    const float = withFloatWeights(gemm());
    expect([...weightDequantisers(gemm()).keys()]).toEqual(['w', 'b']);
    expect(float.graph.nodes.map(({ opType }) => opType)).toEqual(['QuantizeLinear', 'DequantizeLinear', 'Constant', 'Constant', 'Gemm']);
    expect(tensorToNumbers(stored(float, 'w')).map((value) => Math.round(100 * value))).toEqual([127, -40, 20, -127, 254, -508]);
    expect(tensorToNumbers(stored(float, 'b')).map((value) => Math.round(100 * value))).toEqual([50, 200, 600]);
  });

  it('go back byte for byte where nothing changed', () => {
    const back = requantised(withFloatWeights(gemm()), gemm());
    expect(back.graph.nodes).toEqual(gemm().graph.nodes);
    for (const [name, tensor] of gemm().graph.initializers) expect(tensorBytes(stored(back, name))).toEqual(tensorBytes(tensor));
  });

  it('leave a float model as it is', () => {
    const model = new SmallGraph().input('x', [1, 2]).tensor(floats('w', [2, 1], [1, 2])).node('MatMul', ['x', 'w'], [['y', undefined]]).output('y').model();
    expect(withFloatWeights(model)).toBe(model);
    expect(requantised(model, model)).toBe(model);
  });
});

describe('requantised weights', () => {
  it('take a new scale per channel, and the bias follows it', () => {
    const wanted = [2.54, -0.4, 0.2, -1, 2.54, -5.08];
    const back = requantised(changed(withFloatWeights(gemm()), 'w', wanted), gemm());
    expect(tensorToNumbers(stored(back, 'ws')).map((value) => Number(value.toFixed(6)))).toEqual([0.02, 0.02, 0.04]);
    expect(tensorToNumbers(stored(back, 'wq'))).toEqual([127, -20, 5, -50, 127, -127]);
    expect(tensorToNumbers(stored(back, 'bs')).map((value) => Number(value.toFixed(6)))).toEqual([0.01, 0.01, 0.02]);
    expect(tensorToNumbers(stored(back, 'bq'))).toEqual([50, 200, 300]);
    const again = tensorToFloat32(stored(withFloatWeights(back), 'w'));
    wanted.forEach((value, i) => { expect(Math.abs((again[i] as number) - value)).toBeLessThanOrEqual(0.02); });
  });

  it('keep to half the levels where the weights did', () => {
    const back = requantised(changed(withFloatWeights(gemm([64, -20, 5, -64, 64, -64])), 'w', [2, 1, 1, 1, 1, 1]), gemm([64, -20, 5, -64, 64, -64]));
    expect(tensorToNumbers(stored(back, 'wq'))).toEqual([64, 64, 64, 32, 64, 64]);
  });

  it('move the zero point where it was not in the middle', () => {
    const model = new SmallGraph().input('x', [1, 2]).tensor(makeTensor('wq', DataType.UINT8, [2, 1], Uint8Array.from([0, 255])))
      .tensor(floats('ws', [], [0.01])).tensor(makeTensor('wz', DataType.UINT8, [], Uint8Array.from([55])))
      .node('DequantizeLinear', ['wq', 'ws', 'wz'], [['w', undefined]]).node('MatMul', ['x', 'w'], [['y', undefined]]).output('y').model();
    const back = requantised(changed(withFloatWeights(model), 'w', [-1, 4.1]), model);
    expect([tensorToNumbers(stored(back, 'wq')), tensorToNumbers(stored(back, 'wz'))]).toEqual([[0, 255], [50]]);
    expect(stored(back, 'ws').dims).toEqual([]);
    expect(tensorToNumbers(stored(back, 'ws'))[0]).toBeCloseTo(0.02, 6);
  });

  it('get a scale of their own where another weight shares it', () => {
    const model = new SmallGraph().input('x', [1, 2]).tensor(whole('aq', [2, 2], [127, 1, 2, 3])).tensor(whole('cq', [2, 2], [127, 4, 5, 6])).tensor(floats('s', [], [0.01]))
      .node('DequantizeLinear', ['aq', 's'], [['a', undefined]]).node('DequantizeLinear', ['cq', 's'], [['c', undefined]])
      .node('MatMul', ['x', 'a'], [['h', undefined]]).node('MatMul', ['h', 'c'], [['y', undefined]]).output('y').model();
    const back = requantised(changed(withFloatWeights(model), 'c', [2.54, 0, 0, 0]), model);
    expect(tensorToNumbers(stored(back, 's'))[0]).toBeCloseTo(0.01, 6);
    expect(tensorToNumbers(stored(withFloatWeights(back), 'a'))).toEqual(tensorToNumbers(stored(withFloatWeights(model), 'a')));
    expect(tensorToNumbers(stored(withFloatWeights(back), 'c'))[0]).toBeCloseTo(2.54, 5);
    expect(tensorToNumbers(stored(back, 'cq'))).toEqual([127, 0, 0, 0]);
  });
});

describe.skipIf(!hasSharedData)('a quantised model (needs the shared data folder)', () => {
  it('is chosen for, cut, refit and quantised again, and two runs give the same bytes', async () => {
    await withWorkbench(runtime, CASES['mnist-cnn-int8'], async (bench) => {
      const bytes: Uint8Array[][] = [];
      for (const attempt of [1, 2]) {
        const { model: pruned, chosen, proof } = await bench.prune({ target: { kind: 'macs', factor: 2 } });
        expect(proof.holds).toBe(true);
        const result = await repair({ ...bench, pruned, cut: chosen.cut, samples: bench.fit, judge: bench.judge, steps: ['bias', 'refit', 'sequential'] });
        bytes.push([...result.model.graph.initializers.values()].map(tensorBytes));
        if (attempt === 2) continue;
        expect(result.accepted).toContain('sequential');
        expect(result.decisions.map(({ weight }) => weight)).toContain('conv2d_15_1/kernel:0_q');
        expect([...result.model.graph.initializers.values()].filter(({ dataType, dims }) => dataType === DataType.FLOAT && dims.length > 1)).toEqual([]);
        expect(await bench.accuracy(result.model) - await bench.accuracy(pruned)).toBeGreaterThan(0.1);
      }
      expect(bytes[1]).toEqual(bytes[0]);
    });
  });
});
