/** Recurrent networks as PyTorch exports them: states of zeros made for any batch, both directions joined, the last step read. */
import { expect, it } from 'vitest';
import type { Model } from '../../src/onnx/ir.js';
import { describeGroups } from '../../src/pipeline/group-report.js';
import { maskModel } from '../../src/prune/masked.js';
import { noise } from '../calibrate/bench-model.js';
import { Net } from './transformers/net.js';
import { useWorkbench } from './workbench.js';

const bench = useWorkbench();
const GATES = { LSTM: 4, GRU: 3, RNN: 1 };

/** x [batch, steps, 6] through 8 hidden states (in each direction) to 3 outputs. */
function network(op: 'LSTM' | 'GRU' | 'RNN', directions: 1 | 2, states: 'ConstantOfShape' | 'Expand'): Model {
  const net = new Net(['batch', 'steps', 6]);
  const rows = GATES[op] * 8;
  const batch = net.op('Unsqueeze', [net.op('Gather', [net.op('Shape', ['x']), net.int(0)]), net.ints(0)]);
  const shape = net.op('Concat', [net.ints(directions), batch, net.ints(8)], { axis: 0 });
  const zero = (): string => (states === 'Expand' ? net.op('Expand', [net.float(0), shape]) : net.op('ConstantOfShape', [shape]));
  const inputs = [net.op('Transpose', ['x'], { perm: [1, 0, 2] }), net.weight('w', directions, rows, 6), net.weight('r', directions, rows, 8), net.weight('b', directions, 2 * rows), '', zero()];
  const made = net.op(op, op === 'LSTM' ? [...inputs, zero()] : inputs, { hidden_size: 8, direction: directions === 2 ? 'bidirectional' : 'forward' });
  const joined = directions === 1 ? net.op('Squeeze', [made, net.ints(1)]) : net.op('Reshape', [net.op('Transpose', [made], { perm: [0, 2, 1, 3] }), net.ints(0, 0, -1)]);
  const last = net.op('Gather', [net.op('Transpose', [joined], { perm: [1, 0, 2] }), net.int(-1)], { axis: 1 });
  return net.model([net.op('Gemm', [last, net.weight('out', 8 * directions, 3), net.weight('out.bias', 3)])]);
}

it.each([['LSTM', 1, 'ConstantOfShape'], ['LSTM', 2, 'Expand'], ['GRU', 2, 'ConstantOfShape'], ['RNN', 1, 'Expand']] as const)('%s of %i directions, states by %s', async (op, directions, states) => {
  const model = network(op, directions, states);
  const { prunable, result } = await bench.prune(model);
  expect(prunable.analysis.groups.map(({ units }) => units.length)).toEqual([8]);
  expect(describeGroups(prunable)[0]?.parameters).toBe(directions * GATES[op] * 8 * (6 + 8 + 2));
  expect(result).toMatchObject({ attempts: 1, proof: { holds: true }, refused: new Map() });
  expect(result.model.graph.initializers.get('r')?.dims).toEqual([directions, GATES[op] * 4, 4]);
  // Another batch and length than those of the proof.
  const feeds = new Map([['x', { type: 'float32' as const, dims: [3, 7, 6], data: noise(3 * 7 * 6, 2) }]]);
  const masked = maskModel(model, prunable.coupling, prunable.facts, result.chosen.cut);
  const [expected, actual] = await Promise.all([masked, result.model].map(async (each) => Array.from([...(await bench.run(each, feeds)).values()][0]?.data as Float32Array)));
  expect(actual).toHaveLength(9);
  actual?.forEach((value, i) => { expect(value).toBeCloseTo(expected?.[i] as number, 5); });
});
