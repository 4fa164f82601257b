/** What rounding excuses, and what it does not. */
import { expect, it } from 'vitest';
import { tensorToFloat32 } from '../../src/onnx/tensors.js';
import { allowance, MOST_ROUNDING, nudged } from '../../src/prune/rounding.js';
import type { HostTensor } from '../../src/runtime/types.js';
import { Net } from './transformers/net.js';

const host = (...values: readonly number[]): HostTensor => ({ type: 'float32', dims: [values.length], data: Float32Array.from(values) });

it('weights move by a few units in the last place, by seed; single numbers and shapes do not', () => {
  const net = new Net(['n', 4]);
  const model = net.model([net.op('Pow', [net.op('Reshape', [net.op('MatMul', ['x', net.weight('w', 4, 4)]), net.ints(-1, 4)]), net.float(2)])]);
  const moved = nudged(model, 'a');
  const numbers = (name: string, of = moved): number[] => [...tensorToFloat32(of.graph.initializers.get(name) as never)];
  const before = numbers('w', model);
  const shares = numbers('w').map((value, i) => Math.abs(value / (before[i] as number) - 1));
  expect(Math.max(...shares)).toBeGreaterThan(0);
  expect(Math.max(...shares)).toBeLessThan(9 * 2 ** -23);
  for (const [name, tensor] of model.graph.initializers) if (name !== 'w') expect(moved.graph.initializers.get(name)).toBe(tensor);
  expect(numbers('w', nudged(model, 'a'))).toEqual(numbers('w'));
  expect(numbers('w', nudged(model, 'b'))).not.toEqual(numbers('w'));
});

it('is a multiple of what moved, bounded, and nothing where a run has no number', () => {
  expect(allowance(host(1, -4), host(1.001, -4))).toBeCloseTo(3 * 0.001 / 4, 6);
  expect(allowance(host(1, 2), host(1, 2))).toBe(0);
  expect(allowance(host(1, 2), host(1.5, 2))).toBe(MOST_ROUNDING);
  expect(allowance(host(1, 2), host(NaN, 2))).toBe(0);
  expect(allowance(host(0, 0), host(0, 0))).toBe(0);
  expect(allowance(host(1, 2), undefined)).toBe(0);
});
