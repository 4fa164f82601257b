/** Weights chosen again on what earlier zeros leave, and which layers weight by weight is affordable for. */
import { afterAll, describe, expect, it } from 'vitest';
import { withProducts } from '../../../src/calibrate/products.js';
import { makeNode } from '../../../src/onnx/graph.js';
import type { UnstructuredStep } from '../../../src/policy/types.js';
import { describeLayers } from '../../../src/prune/unstructured/layer.js';
import { reselectWeights } from '../../../src/prune/unstructured/reselect.js';
import { affordable } from '../../../src/prune/unstructured/surgeon.js';
import { chooseWeights } from '../../../src/prune/unstructured/weights.js';
import { createRuntime, openSessions } from '../../../src/runtime/runtime.js';
import { inFolder, noise, sketch, tensor } from '../../calibrate/bench-model.js';
import { cutModel } from '../repair/cut-model.js';

const runtime = await createRuntime({ device: 'cpu', threads: 1 });
afterAll(() => { expect(openSessions()).toBe(0); });

const STEP: UnstructuredStep = {
  method: 'unstructured', criterion: 'obs', scope: 'layer', sparsity: 0.25, pattern: undefined, block: undefined, repair: ['sequential'], keep: [], only: undefined, store: 'dense',
};

/** Unit 0 is faint in the first layer and loud in the second. */
const faint = (unit: number): number => (unit === 0 ? 0.05 : 1);
const model = sketch({
  nodes: [makeNode('MatMul', ['x', 'w1'], ['h']), makeNode('MatMul', ['h', 'w2'], ['y'])],
  tensors: [
    tensor('w1', [5, 4], noise(20, 3).map((value, i) => Math.sign(value) * (1 + Math.abs(value)) * faint(i % 4))),
    tensor('w2', [4, 3], noise(12, 5).map((value, i) => Math.sign(value) * (1 + Math.abs(value)) / faint(Math.floor(i / 3)))),
  ],
  input: ['n', 5], outputs: [['y', null]],
});

describe('reselectWeights', () => {
  it('a unit that an earlier layer lost all weights of is of no use to the next one, however loud it was', () => inFolder(async (directory) => {
    const { prunable, fit, judge } = await cutModel(runtime, directory, { model, shape: [5], cut: [1], count: 400 });
    const { layers } = describeLayers(prunable.model, prunable.facts, chooseWeights(prunable.model, STEP), fit.count);
    // As many zeros as unit 0 has weights in each, none of them its own in the second layer.
    const before = new Map(layers.map((layer) => [layer, Uint8Array.from({ length: layer.plan.outputs * layer.plan.inputs }, (_, i) => Number(layer.plan.inputs === 5 ? i >= 5 : i % 4 !== 1))]));
    const again = await withProducts(runtime, (multiply) => reselectWeights({ runtime, directory, prunable, step: STEP, criterionOf: () => 'obs', samples: fit, judge, batch: 50, multiply }, before));
    const [first, second] = layers.map((layer) => [...again?.get(layer) ?? []]);
    expect(first).toEqual(Array.from({ length: 20 }, (_, i) => Number(i >= 5)));
    expect(second).toEqual(Array.from({ length: 12 }, (_, i) => Number(i % 4 !== 0)));
  }));
});

describe('affordable', () => {
  it('takes the small layers first, as many as the work allows together', () => {
    const layers = [{ outputs: 6, inputs: 10 }, { outputs: 1, inputs: 10 }, { outputs: 12, inputs: 10 }, { outputs: 3, inputs: 10 }];
    const chosen = affordable(layers, (layer) => layer, 10_000 / 6);
    expect([...chosen]).toEqual([layers[1], layers[3], layers[0]]);
    expect(affordable(layers, (layer) => layer, 0).size).toBe(0);
  });
});
