/** Units that do nothing: found, named, and removed without loss. */
import { describe, expect, it } from 'vitest';
import { redundancyText, redundantUnits } from '../../src/prune/lossless/find.js';
import { mergeUnits, pruneLossless, readMoments, replayLossless } from '../../src/prune/lossless/step.js';
import { DataType } from '../../src/onnx/ir.js';
import type { Samples } from '../../src/data/types.js';
import { makeTensor } from '../../src/onnx/tensors.js';
import type { StructuredStep } from '../../src/policy/types.js';
import { SmallGraph } from '../ops/small-graph.js';
import { noise } from '../calibrate/bench-model.js';
import { useWorkbench } from './workbench.js';

const bench = useWorkbench();
const STEP: Partial<StructuredStep> = { target: { kind: 'lossless' }, align: 'auto' };

/** dense1 (8) -> Relu -> dense2 (6) -> Relu -> dense3 (3). In dense1: 1 is unread, 2 never passes the Relu, 5 equals 0, 7 is unread. */
function perceptron(): SmallGraph {
  const first = noise(4 * 8, 1);
  const shift = noise(8, 2);
  const second = noise(8 * 6, 3);
  for (let input = 0; input < 4; input++) {
    first[input * 8 + 2] = 0;
    first[input * 8 + 5] = first[input * 8] as number;
  }
  shift[2] = -1;
  shift[5] = shift[0] as number;
  for (const unread of [1, 7]) second.fill(0, unread * 6, (unread + 1) * 6);
  // A batch of any size: facts tell its first one.
  const graph = new SmallGraph().input('x', ['n', 4] as never);
  for (const [name, dims, values] of [['w1', [4, 8], first], ['b1', [8], shift], ['w2', [8, 6], second], ['b2', [6], noise(6, 4)], ['w3', [6, 3], noise(18, 5)]] as const) {
    graph.tensor(makeTensor(name, DataType.FLOAT, dims, values));
  }
  return graph.node('Gemm', ['x', 'w1', 'b1'], [['h1', undefined]]).node('Relu', ['h1'], [['r1', undefined]])
    .node('Gemm', ['r1', 'w2', 'b2'], [['h2', undefined]]).node('Relu', ['h2'], [['r2', undefined]]).node('MatMul', ['r2', 'w3'], [['y', undefined]]).output('y');
}

function samplesOf(count: number): Samples {
  const batches = async function* (size: number) {
    for (let start = 0; start < count; start += size) {
      const indices = Array.from({ length: Math.min(size, count - start) }, (_, i) => start + i);
      yield { indices, target: undefined, feeds: new Map([['x', { type: 'float32' as const, dims: [indices.length, 4], data: noise(400 * 4, 9).slice(start * 4, (start + indices.length) * 4) }]]) };
    }
  };
  return { count, hasTarget: false, sha256: 'x', description: 'noise', batches, subset: () => samplesOf(count), sampleHashes: () => Promise.resolve([]) };
}

async function requestOf(step: Partial<StructuredStep> = {}, samples = 200) {
  const prunable = await bench.prunable(perceptron().model());
  return { ...bench.request(prunable, { ...STEP, ...step }), calibration: samplesOf(samples), decide: samplesOf(50), batch: 32 };
}

describe('units that do nothing', () => {
  it('are named with what is wrong with them', async () => {
    const request = await requestOf();
    const [first] = request.prunable.analysis.groups;
    const moments = await readMoments(request, request.prunable.analysis.groups);
    const found = redundantUnits({ prunable: request.prunable, moments, samples: 200 }, first as never);
    expect(found).toEqual([{ unit: 1, kind: 'unread' }, { unit: 2, kind: 'silent' }, { unit: 5, kind: 'duplicate', of: 0 }, { unit: 7, kind: 'unread' }]);
    expect(redundancyText(found)).toBe('2 unread, 1 silent, 1 equal to another (5 = 0)');
    // Too few samples say nothing of what never happens, and weights alone say nothing of what is equal.
    expect(redundantUnits({ prunable: request.prunable, moments, samples: 20 }, first as never).map(({ unit }) => unit)).toEqual([1, 5, 7]);
    expect(redundantUnits({ prunable: request.prunable, moments: new Map(), samples: 0 }, first as never).map(({ unit }) => unit)).toEqual([1, 7]);
  });

  it('merge: what read the one reads the other, and the model computes what it did', async () => {
    const { prunable, feeds } = await requestOf();
    const merged = mergeUnits(prunable, new Map([['gemm-0', new Map([[5, 0]])]]));
    const [before, after] = [await bench.run(prunable.model, feeds), await bench.run(merged, feeds)];
    const [mine, theirs] = [before, after].map((outputs) => Array.from(outputs.get('y')?.data as Float32Array));
    mine?.forEach((value, i) => { expect(theirs?.[i]).toBeCloseTo(value, 5); });
  });

  it('go without loss: proven, and the outputs agree', async () => {
    const result = await pruneLossless(await requestOf());
    expect(Object.fromEntries(result.chosen.selection.removed)).toEqual({ 'gemm-0': [1, 2, 5, 7] });
    expect(result.merged).toEqual(new Map([['gemm-0', new Map([[5, 0]])]]));
    expect(result.loss).toBeLessThan(1e-10);
    expect(result.proof.holds).toBe(true);
    expect(result.model.graph.initializers.get('w1')?.dims).toEqual([4, 4]);
    const again = await replayLossless(await requestOf(), result.chosen.selection, result.merged ?? new Map());
    expect(again.model.graph.initializers).toEqual(result.model.graph.initializers);
  });

  it('keep to an alignment that is a number, and to the policy', async () => {
    const aligned = await pruneLossless(await requestOf({ align: 6 }));
    expect(aligned.chosen.selection.removed.get('gemm-0')).toEqual([1, 7]);
    await expect(pruneLossless(await requestOf({ keep: ['gemm-0'] }))).rejects.toMatchObject({ code: 'target-unreached', message: expect.stringMatching(/^No unit can go without loss/u) });
  });

  it('that are not equal after all are not removed: a replay compares again', async () => {
    await expect(replayLossless(await requestOf(), { removed: new Map([['gemm-0', [3]]]) }, new Map([['gemm-0', new Map([[3, 4]])]]))).rejects.toMatchObject({ code: 'target-unreached' });
  });
});
