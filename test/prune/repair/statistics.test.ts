import { afterAll, describe, expect, it } from 'vitest';
import { gatherMoments } from '../../../src/calibrate/moments.js';
import { floatOf, intOf, intsOf, makeNode } from '../../../src/onnx/graph.js';
import type { Model } from '../../../src/onnx/ir.js';
import { correctStatistics, denseTargets, MAX_RESCALE } from '../../../src/prune/repair/statistics.js';
import { downstreamNodes, statisticsSites } from '../../../src/prune/repair/statistics-sites.js';
import { createRuntime, openSessions } from '../../../src/runtime/runtime.js';
import { inFolder, noise, sketch, tensor } from '../../calibrate/bench-model.js';
import { cutModel } from './cut-model.js';

const runtime = await createRuntime({ device: 'cpu', threads: 1 });
afterAll(() => { expect(openSessions()).toBe(0); });

/** Three convolutions; batch norm folded, or as nodes behind the last two. */
function chain(normed: boolean, opset = 13): Model {
  const conv = (input: string, weight: string, output: string) => makeNode('Conv', [input, weight], [output], { name: weight, attributes: [['pads', intsOf([1, 1, 1, 1])]] });
  const norm = (input: string, output: string, id: string) => (normed
    ? makeNode('BatchNormalization', [input, `s${id}`, `o${id}`, `m${id}`, `v${id}`], [output], { attributes: [['epsilon', floatOf(1e-5)]] })
    : makeNode('Identity', [input], [output]));
  const vectors = ['2', '3'].flatMap((id) => [
    tensor(`s${id}`, [5], [1, 2, 3, 0.5, 1]), tensor(`o${id}`, [5], [0, 1, -1, 2, 0]), tensor(`m${id}`, [5], noise(5, 31)), tensor(`v${id}`, [5], [1, 2, 1, 3, 1]),
  ]);
  return sketch({
    nodes: [
      conv('x', 'w1', 'c1'), makeNode('Relu', ['c1'], ['r1']), conv('r1', 'w2', 'c2'), norm('c2', 'n2', '2'), makeNode('Relu', ['n2'], ['r2']),
      conv('r2', 'w3', 'c3'), norm('c3', 'n3', '3'), makeNode('GlobalAveragePool', ['n3'], ['y']),
    ],
    tensors: [tensor('w1', [8, 3, 3, 3], noise(216, 1)), tensor('w2', [5, 8, 3, 3], noise(360, 2)), tensor('w3', [5, 5, 3, 3], noise(225, 3)), ...(normed ? vectors : [])],
    input: ['n', 3, 6, 6], outputs: [['y', null]], opset,
  });
}

/** Corrects in one batch, then measures the corrected model at these values on the same samples. */
function corrected(model: Model, values: readonly string[], rescale = true) {
  return inFolder(async (directory) => {
    const { prunable, cut, pruned, fit } = await cutModel(runtime, directory, { model, shape: [3, 6, 6], cut: [1, 2, 6], count: 120 });
    const request = { runtime, directory, prunable, cut, model: pruned, samples: fit, batch: 60 };
    const { sites, tooFew } = statisticsSites(pruned.graph, prunable.facts, ['c2'], 60);
    const targets = await denseTargets(request, sites);
    const fixed = await correctStatistics(request, sites, targets, rescale);
    const measure = (of: Model) => gatherMoments({ ...request, model: of, taps: values.map((value) => ({ value, axis: 1, covariance: false })) });
    return { sites, tooFew, fixed: await measure(fixed), before: await measure(pruned), targets };
  });
}

function expectClose(actual: ArrayLike<number> | undefined, expected: ArrayLike<number>, relative: number): void {
  expect(actual?.length).toBe(expected.length);
  const scale = Math.max(...Array.from(expected, Math.abs));
  for (let i = 0; i < expected.length; i += 1) expect(Math.abs((actual?.[i] ?? NaN) - (expected[i] ?? NaN)) / scale).toBeLessThan(relative);
}

describe('statistics correction', () => {
  it.each([7, 13, 18])('gives layers their dense means and deviations back, front to back (opset %i)', async (opset) => {
    const { sites, fixed, before, targets } = await corrected(chain(false, opset), ['c2', 'c3']);
    expect(sites.map(({ kind }) => kind)).toEqual(['layer', 'layer']);
    for (const value of ['c2', 'c3']) {
      const target = targets.get(value);
      expectClose(fixed.get(value)?.mean, target?.mean ?? [], 1e-4);
      // Weak channels are not moved all the way: what separates them is a hundredth of the mean variance.
      expectClose(fixed.get(value)?.variance, target?.variance ?? [], 0.02);
      expect(() => { expectClose(before.get(value)?.variance, target?.variance ?? [], 0.1); }).toThrow();
    }
  });

  it('restores means alone where asked', async () => {
    const { fixed, before, targets } = await corrected(chain(false), ['c2', 'c3'], false);
    expectClose(fixed.get('c3')?.mean, targets.get('c3')?.mean ?? [], 1e-4);
    expectClose(fixed.get('c2')?.variance, before.get('c2')?.variance ?? [], 1e-4);
  });

  it('measures batch norms again: their output has the mean and deviation their parameters ask for', async () => {
    const { sites, fixed } = await corrected(chain(true), ['n2', 'n3']);
    expect(sites.map(({ kind }) => kind)).toEqual(['norm', 'norm']);
    for (const value of ['n2', 'n3']) {
      expectClose(fixed.get(value)?.mean, [0, 1, -1, 2, 0], 1e-4);
      expectClose(fixed.get(value)?.variance, [1, 4, 9, 0.25, 1], 1e-3);
    }
  });

  it('leaves alone what a cut does not reach, and layers with few positions', async () => {
    await inFolder(async (directory) => {
      const model = sketch({
        nodes: [
          makeNode('Gemm', ['x', 'w1'], ['h'], { name: 'a' }), makeNode('Gemm', ['h', 'w2'], ['g'], { name: 'b' }),
          makeNode('Gemm', ['x', 'w3'], ['s'], { name: 'aside' }), makeNode('Concat', ['g', 's'], ['y'], { attributes: [['axis', intOf(1)]] }),
        ],
        tensors: [tensor('w1', [4, 6], noise(24, 1)), tensor('w2', [6, 3], noise(18, 2)), tensor('w3', [4, 3], noise(12, 3))],
        outputs: [['y', null]],
      });
      const { prunable, pruned } = await cutModel(runtime, directory, { model, shape: [4], cut: [0], count: 40 });
      const names = (batch: number) => {
        const { sites, tooFew } = statisticsSites(pruned.graph, prunable.facts, ['g'], batch);
        return [sites.map((site) => (site.kind === 'layer' ? site.layer.node.name : '')), tooFew];
      };
      expect(names(64)).toEqual([['b'], []]);
      expect(names(16)).toEqual([[], ['b']]);
    });
  });

  it('reaches a layer whose bias was inserted behind it', () => {
    const { graph } = sketch({
      nodes: [
        makeNode('Relu', ['x'], ['r']), makeNode('MatMul', ['r', 'w'], ['y_before_bias']), makeNode('Add', ['y_before_bias', 'y_bias'], ['y']),
        makeNode('Relu', ['y'], ['z']), makeNode('Neg', ['r'], ['aside']),
      ],
      outputs: [['z', null]],
    });
    expect([...downstreamNodes(graph, ['y'])]).toEqual([1, 2, 3]);
  });

  it('caps the rescale', async () => {
    const model = chain(false);
    // What is left after the cut of channels 1, 2 and 6 carries almost nothing.
    const weak = Float32Array.from(noise(360, 2), (value, i) => ([1, 2, 6].includes(Math.floor(i / 9) % 8) ? value : 1e-3 * value));
    const tensors = new Map(model.graph.initializers).set('w2', tensor('w2', [5, 8, 3, 3], weak));
    const { fixed, before } = await corrected({ ...model, graph: { ...model.graph, initializers: tensors } }, ['c2']);
    before.get('c2')?.variance.forEach((variance, i) => {
      expect(Math.sqrt((fixed.get('c2')?.variance[i] ?? NaN) / variance)).toBeLessThan(MAX_RESCALE * 1.01);
    });
  });
});
