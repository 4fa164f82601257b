/** Unstructured steps on a small convolutional network with seeded data, in the real runtime. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withProducts } from '../../../src/calibrate/products.js';
import { createYardstick } from '../../../src/calibrate/yardstick.js';
import type { Samples } from '../../../src/data/types.js';
import { weightTensors } from '../../../src/onnx/constants.js';
import type { Model } from '../../../src/onnx/ir.js';
import { encodeModel } from '../../../src/onnx/write.js';
import { tensorToFloat32 } from '../../../src/onnx/tensors.js';
import type { UnstructuredStep } from '../../../src/policy/types.js';
import type { UnstructuredPlanStep } from '../../../src/prune/plan.gen.js';
import { encodeMask } from '../../../src/prune/unstructured/masks.js';
import { pruneWeightsOf, replayWeights } from '../../../src/prune/unstructured/sparsify.js';
import type { SparseResult, SparsifyRequest } from '../../../src/prune/unstructured/sparsify.js';
import { gaussian, seededRandom } from '../../../src/kernels/random.js';
import { SmallGraph } from '../../ops/small-graph.js';
import { Workbench } from '../workbench.js';

const bench = new Workbench();
beforeAll(() => bench.open());
afterAll(() => { bench.close(); });

const STEP: UnstructuredStep = {
  method: 'unstructured', criterion: 'sparsegpt', scope: 'layer', sparsity: 0.6, pattern: undefined, block: undefined,
  repair: ['update', 'refit', 'sequential', 'statistics'], keep: [], only: undefined, store: 'dense',
};

/** Two convolutions with a residual addition, a depthwise one, and a classifier. */
function network(): Model {
  return new SmallGraph().input('x', [32, 4, 6, 6]).weight('w1', [8, 4, 3, 3]).weight('b1', [8]).weight('w2', [8, 8, 3, 3]).weight('wd', [8, 1, 3, 3]).weight('wf', [5, 8])
    .node('Conv', ['x', 'w1', 'b1'], [['c1', [32, 8, 6, 6]]], { pads: [1, 1, 1, 1] }).node('Relu', ['c1'], [['r1', [32, 8, 6, 6]]])
    .node('Conv', ['r1', 'w2'], [['c2', [32, 8, 6, 6]]], { pads: [1, 1, 1, 1] }).node('Add', ['c2', 'r1'], [['s', [32, 8, 6, 6]]]).node('Relu', ['s'], [['r2', [32, 8, 6, 6]]])
    .node('Conv', ['r2', 'wd'], [['d', [32, 8, 4, 4]]], { group: 8 }).node('GlobalAveragePool', ['d'], [['p', [32, 8, 1, 1]]]).node('Flatten', ['p'], [['f', [32, 8]]])
    .node('Gemm', ['f', 'wf'], [['y', [32, 5]]], { transB: 1 }).output('y').model();
}

function seededSamples(count: number, seed: string): Samples {
  const draw = gaussian(seededRandom(seed));
  const size = 4 * 36;
  const values = Float32Array.from({ length: count * size }, (_, i) => draw() + Math.sin(i / 7));
  const over = (positions: readonly number[]): Samples => ({
    count: positions.length, hasTarget: false, sha256: seed, description: seed,
    async *batches(batch) {
      for (let at = 0; at < positions.length; at += batch) {
        const indices = positions.slice(at, at + batch);
        const data = Float32Array.from(indices.flatMap((i) => [...values.subarray(i * size, (i + 1) * size)]));
        yield await Promise.resolve({ indices, feeds: new Map([['x', { type: 'float32' as const, dims: [indices.length, 4, 6, 6], data }]]), target: undefined });
      }
    },
    subset: (chosen) => over(chosen.map((i) => positions[i] as number)),
    sampleHashes: () => Promise.resolve(positions.map(String)),
  });
  return over(Array.from({ length: count }, (_, i) => i));
}

async function run(step: Partial<UnstructuredStep>, planned?: UnstructuredPlanStep): Promise<SparseResult> {
  const prunable = await bench.prunable(network());
  const [samples, decide] = [seededSamples(96, 'fit'), seededSamples(32, 'decide')];
  const shared = { runtime: bench.runtime, directory: bench.directory, batch: 32 };
  const yardstick = await createYardstick({ ...shared, dense: prunable.model, samples: decide });
  return withProducts(bench.runtime, (multiply) => {
    const request: SparsifyRequest = { ...shared, prunable, step: { ...STEP, ...step }, samples, decide, yardstick, multiply };
    return planned === undefined ? pruneWeightsOf(request) : replayWeights(request, planned);
  });
}

const zerosIn = (model: Model, name: string): number => tensorToFloat32(weightTensors(model.graph).get(name) ?? (() => { throw new Error(name); })()).filter((value) => value === 0).length;
const lossOf = ({ ladder }: SparseResult, step: string): number => ladder.find((rung) => rung.step === step)?.loss ?? NaN;

describe('criteria', () => {
  it.each(['magnitude', 'lamp', 'wanda', 'sparsegpt', 'obs'] as const)('%s: the share of zeros asked for, and repair that keeps them', async (criterion) => {
    const result = await run({ criterion });
    const found = Object.fromEntries(result.tensors.map(({ name, zeros }) => [name, zeros]));
    const weightsAlone = criterion === 'magnitude' || criterion === 'lamp';
    expect(found).toEqual({ w1: 173, w2: 346, wf: 24, ...(weightsAlone ? { wd: 43 } : {}) });
    for (const [name, zeros] of Object.entries(found)) expect(zerosIn(result.model, name)).toBe(zeros);
    expect(result.left.get('wd')).toBe(weightsAlone ? undefined : 'a grouped convolution');
    expect(result.accepted).toContain('sequential');
    expect(lossOf(result, '+ sequential')).toBeLessThan(0.7 * lossOf(result, 'pruned'));
  });

  it.each(['auto', 'global', 'row'] as const)('scope %s: the share over all', async (scope) => {
    const { tensors } = await run({ scope, repair: [] });
    const sum = (key: 'zeros' | 'elements') => tensors.reduce((total, tensor) => total + tensor[key], 0);
    expect(Math.abs(sum('zeros') - 0.6 * sum('elements'))).toBeLessThanOrEqual(2);
  });
});

describe('structure', () => {
  it('2:4 runs along input channels, tap by tap, and survives every repair', async () => {
    const { model, accepted } = await run({ pattern: { n: 2, m: 4 }, sparsity: 0.5 });
    expect(accepted.length).toBeGreaterThan(0);
    const w2 = tensorToFloat32(weightTensors(model.graph).get('w2') ?? (() => { throw new Error('w2'); })());
    for (let output = 0; output < 8; output++) {
      for (let tap = 0; tap < 9; tap++) {
        for (const first of [0, 4]) {
          const group = [0, 1, 2, 3].map((i) => w2[(output * 8 + first + i) * 9 + tap]);
          expect(group.filter((value) => value !== 0).length).toBeLessThanOrEqual(2);
        }
      }
    }
  });

  it('a weight whose channels are no multiple stays dense, and says so', async () => {
    const { left, tensors } = await run({ pattern: { n: 4, m: 8 }, sparsity: 0.5, repair: [] });
    expect(left.get('w1')).toBe('its 4 input channels are no multiple of 8');
    expect(tensors.map(({ name }) => name)).toEqual(['w2', 'wf']);
  });

  it('blocks go whole', async () => {
    const { model } = await run({ block: { rows: 4, columns: 2 }, only: ['wf'] });
    const wf = tensorToFloat32(weightTensors(model.graph).get('wf') ?? (() => { throw new Error('wf'); })());
    for (let left = 0; left < 8; left += 2) {
      const tile = [0, 1, 2, 3].flatMap((row) => [wf[row * 8 + left], wf[row * 8 + left + 1]].map((value) => value === 0));
      expect(new Set(tile).size).toBe(1);
    }
  });
});

describe('repair', () => {
  it('sequential beats the parallel refit, and each accepted step lowers the loss', async () => {
    const result = await run({ sparsity: 0.8 });
    const losses = result.ladder.filter(({ accepted, step }) => accepted && step !== 'dense').map(({ loss }) => loss);
    expect(losses).toEqual([...losses].sort((a, b) => b - a));
    expect(lossOf(result, '+ sequential')).toBeLessThan(lossOf(result, '+ refit'));
  });

  it('none: the weights that stay keep their bits', async () => {
    const { model, ladder } = await run({ repair: [] });
    expect(ladder.map(({ step }) => step)).toEqual(['dense', 'pruned']);
    const [dense, pruned] = [network(), model].map((one) => tensorToFloat32(weightTensors(one.graph).get('w2') ?? (() => { throw new Error('w2'); })()));
    expect(pruned?.every((value, i) => value === 0 || value === dense?.[i])).toBe(true);
  });
});

describe('replay', () => {
  it('of a plan gives the same bytes, run after run', async () => {
    const [first, again] = [await run({ scope: 'auto' }), await run({ scope: 'auto' })];
    const bytes = encodeModel(first.model);
    expect(encodeModel(again.model)).toEqual(bytes);
    const planned: UnstructuredPlanStep = {
      method: 'unstructured', criterion: 'sparsegpt', scope: 'auto', sparsity: 0.6, repair: [...first.accepted],
      tensors: first.tensors.map((tensor) => ({ ...tensor, mask: encodeMask(first.masks.get(tensor.name) ?? new Uint8Array()) })),
    };
    const replayed = await run({ scope: 'auto' }, planned);
    expect(encodeModel(replayed.model)).toEqual(bytes);
    await expect(run({}, { ...planned, tensors: [{ name: 'w1', elements: 3, zeros: 1, mask: 'AA==' }] })).rejects.toThrow(expect.objectContaining({ code: 'plan-mismatch' }));
  });
});
