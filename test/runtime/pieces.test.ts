/** Batches that outgrow memory: cut, run to the end, nothing lost. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gatherMoments } from '../../src/calibrate/moments.js';
import type { Batch, Samples } from '../../src/data/types.js';
import { evaluateOne } from '../../src/evaluate/evaluate.js';
import { runBatch } from '../../src/evaluate/stream.js';
import { intOf, makeNode } from '../../src/onnx/graph.js';
import { encodeModel } from '../../src/onnx/write.js';
import { storeWeights } from '../../src/onnx/store.js';
import type { MetricSpec } from '../../src/policy/types.js';
import { loadOnnxruntime, type LoadedRuntime } from '../../src/runtime/load.js';
import { createRuntime } from '../../src/runtime/runtime.js';
import type { HostTensor, Runtime } from '../../src/runtime/types.js';
import { capped, WORDS } from './capped.js';
import { floats, FLOAT, INT64, modelOf } from './support.js';

const runtimeOf = (loaded: LoadedRuntime): Promise<Runtime> => createRuntime({ device: 'cpu', loaded });
const doubled = (batch: 'n' | number) => encodeModel(modelOf({ nodes: [makeNode('Add', ['x', 'x'], ['y'])], inputs: { x: [FLOAT, [batch, 2]] }, outputs: ['y'] }));
const rows = (count: number): HostTensor => ({ type: 'float32', dims: [count, 2], data: Float32Array.from({ length: 2 * count }, (_, i) => i) });

async function allOf(runtime: Runtime, model: Uint8Array, x: HostTensor): Promise<number[][]> {
  const session = await runtime.open(model);
  const found: number[][] = [];
  try {
    for await (const piece of session.pieces(new Map([['x', x]]))) found.push(Array.from(piece.get('y')?.data ?? [], Number));
  } finally {
    await session.release();
  }
  return found;
}

describe('pieces', () => {
  it.each(Object.keys(WORDS) as (keyof typeof WORDS)[])('halve until they fit, by the words of %s, and stay so', async (device) => {
    const { loaded, asked } = capped(3, WORDS[device]);
    const runtime = await runtimeOf(loaded);
    const session = await runtime.open(doubled('n'));
    for (let batch = 0; batch < 2; batch++) {
      const found: number[] = [];
      for await (const piece of session.pieces(new Map([['x', rows(10)]]))) found.push(...Array.from(piece.get('y')?.data ?? [], Number));
      expect(found).toEqual(Array.from({ length: 20 }, (_, i) => 2 * i));
    }
    await session.release();
    expect(asked).toEqual([10, 5, 3, 3, 3, 1, 3, 3, 3, 1]);
    expect(runtime.smallestPiece()).toBe(3);
  });

  it('are not all of one size, so that no other axis can be taken for the samples', async () => {
    const { loaded, asked } = capped(4);
    const runtime = await runtimeOf(loaded);
    expect((await allOf(runtime, doubled('n'), rows(16))).flat()).toEqual(Array.from({ length: 32 }, (_, i) => 2 * i));
    expect(asked).toEqual([16, 8, 4, 4, 4, 3, 1]);
  });

  it('are the batch itself where it fits', async () => {
    const { loaded, asked } = capped(100);
    const runtime = await runtimeOf(loaded);
    expect((await allOf(runtime, doubled('n'), rows(4))).length).toBe(1);
    expect([asked, runtime.smallestPiece()]).toEqual([[4], undefined]);
  });

  it('cannot be cut below one sample, or where the model fixes its batch', async () => {
    const { loaded } = capped(0);
    await expect(allOf(await runtimeOf(loaded), doubled('n'), rows(4))).rejects.toMatchObject({ code: 'out-of-memory' });
    const { loaded: fixed, asked } = capped(2);
    await expect(allOf(await runtimeOf(fixed), doubled(4), rows(4))).rejects.toMatchObject({ code: 'out-of-memory', fix: expect.stringContaining('smaller batches') });
    expect(asked).toEqual([4]);
  });

  it('leave other failures as they are', async () => {
    const { loaded, asked } = capped(1, 'Status Message: WebGPU device lost (1): A valid external Instance reference no longer exists.');
    await expect(allOf(await runtimeOf(loaded), doubled('n'), rows(4))).rejects.toMatchObject({ code: 'device-lost', fix: expect.stringContaining('device: cpu') });
    expect(asked).toEqual([4]);
  });

  it('come of what the processor really says when memory is out', async () => {
    const model = modelOf({
      nodes: [makeNode('Expand', ['x', 'shape'], ['wide']), makeNode('ReduceMax', ['wide'], ['y'])],
      inputs: { x: [FLOAT, ['n', 1]], shape: [INT64, [2]] }, outputs: ['y'],
    });
    const session = await (await createRuntime({ device: 'cpu' })).open(encodeModel(model));
    const feeds = new Map<string, HostTensor>([['x', { type: 'float32', dims: [1, 1], data: Float32Array.of(1) }], ['shape', { type: 'int64', dims: [2], data: BigInt64Array.of(1n, 10n ** 14n) }]]);
    const first = session.pieces(feeds)[Symbol.asyncIterator]().next();
    await expect(first).rejects.toMatchObject({ code: 'out-of-memory' });
    await session.release();
  });
});

/** 21 samples of 4 numbers and their class. */
function samplesOf(): Samples {
  const count = 21;
  const x = Float32Array.from({ length: 4 * count }, (_, i) => Math.sin(i * i));
  async function* batches(size: number): AsyncGenerator<Batch> {
    for (let start = 0; start < count; start += size) {
      const end = Math.min(count, start + size);
      yield {
        indices: Array.from({ length: end - start }, (_, i) => start + i),
        feeds: new Map([['x', { type: 'float32', dims: [end - start, 4], data: x.slice(4 * start, 4 * end) }]]),
        target: { type: 'int64', dims: [end - start], data: BigInt64Array.from({ length: end - start }, (_, i) => BigInt((start + i) % 3)) },
      };
    }
  }
  return { count, hasTarget: true, sha256: 'x', description: 'made', batches, subset: () => { throw new Error('not here'); }, sampleHashes: () => Promise.resolve([]) };
}

describe('under a cap', () => {
  const model = modelOf({ nodes: [makeNode('MatMul', ['x', 'w'], ['y'])], inputs: { x: [FLOAT, ['n', 4]] }, outputs: ['y'], initializers: [floats('w', [4, 3])] });

  it('calibration and evaluation give what they give without', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'prune-gate-pieces-'));
    try {
      const stored = await storeWeights(model, directory);
      const measure = async (loaded: LoadedRuntime) => {
        const runtime = await runtimeOf(loaded);
        const moments = await gatherMoments({ runtime, model: stored, directory, taps: [{ value: 'y', axis: 1, covariance: true }], samples: samplesOf(), batch: 8 });
        const session = await runtime.open(encodeModel(model));
        const metrics = await evaluateOne({ session, samples: samplesOf(), metrics: [{ id: 'accuracy', name: 'accuracy' } as MetricSpec], batch: 8, confidence: 0.95 });
        await session.release();
        return { moments: moments.get('y'), metrics, piece: runtime.smallestPiece() };
      };
      const [free, tight] = [await measure(loadOnnxruntime()), await measure(capped(3).loaded)];
      expect([free.piece, tight.piece]).toEqual([undefined, 2]);
      expect(tight.metrics).toEqual(free.metrics);
      expect(tight.moments?.count).toBe(free.moments?.count);
      tight.moments?.covariance?.forEach((value, i) => { expect(value).toBeCloseTo(free.moments?.covariance?.[i] ?? NaN, 5); });
    } finally {
      rmSync(directory, { recursive: true });
    }
  });

  it('an output that does not run over samples is an error, not a guess', async () => {
    const batch = { indices: Array.from({ length: 10 }, (_, i) => i), feeds: new Map([['x', rows(10)]]) } as unknown as Batch;
    const turned = encodeModel(modelOf({ nodes: [makeNode('Transpose', ['x'], ['y'])], inputs: { x: [FLOAT, ['n', 2]] }, outputs: ['y'] }));
    const session = await (await runtimeOf(capped(4).loaded)).open(turned);
    await expect(runBatch(session, batch, ['y'])).rejects.toMatchObject({ code: 'out-of-memory', message: expect.stringContaining('first axis of "y"') });
    await session.release();
    // [4 steps, samples] where pieces are of 4 samples.
    const timeFirst = encodeModel(modelOf({ nodes: [makeNode('Transpose', ['x'], ['y'])], inputs: { x: [FLOAT, ['n', 4]] }, outputs: ['y'] }));
    const steps = await (await runtimeOf(capped(4).loaded)).open(timeFirst);
    const eight = { indices: Array.from({ length: 8 }, (_, i) => i), feeds: new Map([['x', { type: 'float32', dims: [8, 4], data: new Float32Array(32) }]]) } as unknown as Batch;
    await expect(runBatch(steps, eight, ['y'])).rejects.toMatchObject({ code: 'out-of-memory' });
    await steps.release();
    const mean = encodeModel(modelOf({ nodes: [makeNode('ReduceMean', ['x'], ['y'], { attributes: [['keepdims', intOf(0)]] })], inputs: { x: [FLOAT, ['n', 2]] }, outputs: ['y'] }));
    const scalar = await (await runtimeOf(capped(4).loaded)).open(mean);
    await expect(runBatch(scalar, batch, ['y'])).rejects.toMatchObject({ code: 'out-of-memory' });
    await scalar.release();
  });
});
