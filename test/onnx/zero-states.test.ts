/** Initial states of zeros left out: the same numbers, and each layer's hidden states can go alone. */
import { expect, it } from 'vitest';
import { makeValueInfo, tensorOf } from '../../src/onnx/graph.js';
import { DataType } from '../../src/onnx/ir.js';
import type { Model } from '../../src/onnx/ir.js';
import { makeTensor } from '../../src/onnx/tensors.js';
import { dropZeroStates } from '../../src/onnx/zero-states.js';
import { noise } from '../calibrate/bench-model.js';
import { Net } from '../prune/transformers/net.js';
import { useWorkbench } from '../prune/workbench.js';

const bench = useWorkbench();

/** Two layers of 8 hidden states as PyTorch writes them: slices of one tensor for any batch, of zeros unless another value is given. */
function stacked(op: 'GRU' | 'LSTM', start: 'ConstantOfShape' | 'Expand', value = 0): Model {
  const net = new Net(['steps', 'batch', 6]);
  const rows = (op === 'GRU' ? 3 : 4) * 8;
  const batch = net.op('Unsqueeze', [net.op('Gather', [net.op('Shape', ['x']), net.int(1)]), net.ints(0)]);
  const shape = net.op('Concat', [net.ints(2), batch, net.ints(8)], { axis: 0 });
  const states = start === 'Expand' ? net.op('Expand', [net.float(value), shape]) : net.op('ConstantOfShape', [shape]);
  const layer = (input: string, index: number, width: number): string => {
    const state = net.op('Slice', [states, net.ints(index), net.ints(index + 1), net.ints(0)]);
    const weights = [net.weight(`w${String(index)}`, 1, rows, width), net.weight(`r${String(index)}`, 1, rows, 8), net.weight(`b${String(index)}`, 1, 2 * rows)];
    const inputs = [input, ...weights, '', state, ...(op === 'LSTM' ? [state] : [])];
    return net.op('Squeeze', [net.op(op, inputs, { hidden_size: 8 }), net.ints(1)]);
  };
  const last = net.op('Gather', [layer(layer('x', 0, 6), 1, 8), net.int(-1)], { axis: 0 });
  return net.model([net.op('Gemm', [last, net.weight('out', 8, 3)])]);
}

const FEEDS = new Map([['x', { type: 'float32' as const, dims: [4, 3, 6], data: noise(4 * 3 * 6, 2) }]]);
const resultOf = async (model: Model): Promise<number[]> => Array.from([...(await bench.run(model, FEEDS)).values()][0]?.data as Float32Array);

it.each([['GRU', 'ConstantOfShape'], ['LSTM', 'Expand']] as const)('%s, zeros by %s', async (op, start) => {
  const model = stacked(op, start);
  const dropped = dropZeroStates(model);
  expect(dropped.graph.nodes.map(({ opType }) => opType)).toEqual([op, 'Squeeze', op, 'Squeeze', 'Gather', 'Gemm']);
  expect(await resultOf(dropped)).toEqual(await resultOf(model));
  const unitsOf = async (each: Model): Promise<number[]> => (await bench.prunable(each)).analysis.groups.map(({ units }) => units.length);
  expect([await unitsOf(model), await unitsOf(dropped)]).toEqual([[8], [8, 8]]);
});

it('leaves a start of other values', () => {
  const ones = stacked('GRU', 'Expand', 1);
  expect(dropZeroStates(ones)).toBe(ones);
  const filled = stacked('GRU', 'ConstantOfShape');
  const nodes = filled.graph.nodes.map((node) => (
    node.opType === 'ConstantOfShape' ? { ...node, attributes: new Map([['value', tensorOf(makeTensor('', DataType.FLOAT, [1], Float32Array.of(0.5)))]]) } : node
  ));
  const halves = { ...filled, graph: { ...filled.graph, nodes } };
  expect(dropZeroStates(halves)).toBe(halves);
});

it('leaves zeros that are only the default of an input', () => {
  const model = stacked('GRU', 'ConstantOfShape');
  const zeros = makeTensor('h0', DataType.FLOAT, [1, 3, 8], new Float32Array(24));
  const nodes = model.graph.nodes.map((node) => (node.opType === 'GRU' ? { ...node, inputs: node.inputs.with(5, 'h0') } : node));
  const started = { ...model.graph, nodes, initializers: new Map([...model.graph.initializers, ['h0', zeros]]) };
  const inputOf = (graph: Model['graph']): Model => ({ ...model, graph: { ...graph, inputs: [...graph.inputs, makeValueInfo('h0', DataType.FLOAT, [1, 3, 8])] } });
  expect(dropZeroStates(inputOf(started)).graph.nodes).toEqual(nodes);
  const dropped = dropZeroStates({ ...model, graph: started }).graph.nodes;
  expect(dropped.filter(({ opType }) => opType === 'GRU').map(({ inputs }) => inputs.length)).toEqual([4, 4]);
});
