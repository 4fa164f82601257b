/** Where memory is short, or the device runs nothing of the model: what is lost, what is not, and what is said. The cap throws what onnxruntime throws. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { evaluatePair } from '../../src/evaluate/evaluate.js';
import { UserError } from '../../src/errors.js';
import { measureLatency } from '../../src/measure/latency.js';
import { makeNode } from '../../src/onnx/graph.js';
import { encodeModel } from '../../src/onnx/write.js';
import { Journal } from '../../src/pipeline/journal.js';
import { energyOfBoth, type EnergyOf } from '../../src/pipeline/measure-energy.js';
import { proveDevice } from '../../src/pipeline/prove-device.js';
import { settleDevice } from '../../src/pipeline/settle-device.js';
import type { Subject } from '../../src/pipeline/subject.js';
import { timeModels } from '../../src/pipeline/time-models.js';
import type { MetricSpec, ModelPolicy } from '../../src/policy/types.js';
import { loadOnnxruntime } from '../../src/runtime/load.js';
import { createRuntime } from '../../src/runtime/runtime.js';
import type { Feeds, Runtime } from '../../src/runtime/types.js';
import { memorySamples, noise } from '../calibrate/bench-model.js';
import { capped } from '../runtime/capped.js';
import { floats, FLOAT, modelOf } from '../runtime/support.js';

const folder = mkdtempSync(join(tmpdir(), 'prune-gate-short-memory-'));
afterAll(() => { rmSync(folder, { recursive: true }); });

const model = modelOf({ nodes: [makeNode('MatMul', ['x', 'w'], ['y'])], inputs: { x: [FLOAT, ['n', 4]] }, outputs: ['y'], initializers: [floats('w', [4, 3])] });
const path = join(folder, 'dense.onnx');
writeFileSync(path, encodeModel(model));
const samples = memorySamples(noise(20 * 4, 3), [4]);
const journal = (): Journal => new Journal('m', () => undefined);
const one: Feeds = new Map([['x', { type: 'float32', dims: [1, 4], data: noise(4, 1) }]]);
const subjectOn = (runtime: Runtime): Subject => ({ path, files: [path], sha256: '', fileBytes: 0, model, hadExternalData: false, sparse: 0, directory: folder, runtime, inputs: [{ name: 'x', type: 'float32', dims: ['n', 4] }], dispose: () => Promise.resolve() });
/** The processor, which says that it is a device; `broken`: one that has no kernel for the model. */
const asDevice = (runtime: Runtime, requested: 'auto' | 'webgpu', broken = false): Runtime => ({
  ...runtime, device: { ...runtime.device, requested, used: 'webgpu' },
  open: (given, options = {}) => (broken && options.device !== 'cpu' ? Promise.reject(new UserError({ code: 'operator-unsupported', message: 'no kernel for MatMul', where: 'm' })) : runtime.open(given, options)),
});
const tight = (most: number): Promise<Runtime> => createRuntime({ device: 'cpu', loaded: capped(most).loaded });

it('agreement is looked at in smaller runs, over the same samples', async () => {
  const evidence = await proveDevice(subjectOn(asDevice(await tight(3), 'webgpu')), samples, journal());
  expect(evidence?.agreement).toMatchObject({ samples: 8, difference: 0 });
  await expect(proveDevice(subjectOn(asDevice(await tight(0), 'webgpu')), samples, journal())).rejects.toMatchObject({ code: 'out-of-memory' });
});

it('a time of batches that memory does not hold is an error that names them, and no time of smaller ones', async () => {
  const policy = { latency: { batches: [8], threads: [1], warmup: 0, runs: 10 }, confidence: 0.95 } as unknown as ModelPolicy;
  await expect(timeModels({ subject: subjectOn(await tight(4)), densePath: path, prunedPath: path, policy, feeds: one, seed: '' }, journal())).rejects.toMatchObject({
    code: 'out-of-memory', where: 'latency: batch 8, threads 1', message: expect.stringContaining('with batches of 8'), fix: expect.stringContaining('`latency.batches`'),
  });
});

it('energy that cannot be measured for want of memory is estimated, and says why', async () => {
  const meter = { source: 'rapl' as const, what: 'a meter', lagMs: 0, joules: () => 1, close: () => undefined };
  const of: EnergyOf = { path, model, facts: { values: new Map(), small: new Map(), movements: new Map(), untraced: new Map() }, macs: 12 };
  const found = await energyOfBoth({ runtime: await tight(0), models: [of, of], feeds: one, threads: 1, confidence: 0.95, seed: '', quick: false, meter });
  expect(found).toMatchObject([{ source: 'estimate', detail: expect.stringContaining('not measured: memory ran out') }, { source: 'estimate' }]);
});

it('`auto` stays on the processor where the device does not run the model; a device that was named does not', async () => {
  const runtime = await createRuntime({ device: 'cpu' });
  const { runtime: { device } } = await settleDevice(subjectOn(asDevice(runtime, 'auto', true)), samples, journal());
  expect(device).toMatchObject({ requested: 'auto', used: 'cpu', notes: ['webgpu: it does not run this model: no kernel for MatMul'] });
  const named = subjectOn(asDevice(runtime, 'webgpu', true));
  expect(await settleDevice(named, samples, journal())).toBe(named);
  await expect(proveDevice(named, samples, journal())).rejects.toMatchObject({ code: 'operator-unsupported' });
});

it('`auto` goes back to the processor where that opens and runs the model faster', async () => {
  const runtime = await createRuntime({ device: 'cpu' });
  const slowly: Runtime['open'] = async (given) => {
    await new Promise((resolve) => { setTimeout(resolve, 500); });
    return runtime.open(given);
  };
  const slow = await settleDevice(subjectOn({ ...asDevice(runtime, 'auto'), open: slowly }), samples, journal());
  expect(slow.runtime.device).toMatchObject({ requested: 'auto', used: 'cpu' });
  expect(slow.runtime.device.notes.at(-1)).toMatch(/^webgpu: slower than the processor on this model \(\d{3,} ms against \d+ ms to open it and run 4 batches\)$/u);
});

it('inputs are made once a batch: dense and pruned model share them, and so do all runs of a timing', async () => {
  const loaded = loadOnnxruntime();
  let made = 0;
  const Counted = function counted(...given: readonly unknown[]): unknown {
    made += 1;
    return Reflect.construct(loaded.ort.Tensor, given);
  };
  const runtime = await createRuntime({ device: 'cpu', loaded: { ...loaded, ort: { ...loaded.ort, Tensor: Counted as never } } });
  const [dense, pruned] = [await runtime.open(path), await runtime.open(path)];
  const metrics = [{ id: 'agreement', name: 'agreement' } as MetricSpec];
  expect(await evaluatePair({ dense, pruned, samples, metrics, batch: 8, confidence: 0.95, seed: '' })).toMatchObject([{ samples: 20 }]);
  expect(made).toBe(3);
  await Promise.all([dense.release(), pruned.release()]);
  await measureLatency({ runtime, densePath: path, prunedPath: path, feeds: new Map([['x', { type: 'float32', dims: [1, 4], data: noise(4, 1) }]]), spec: { batch: 1, threads: 1, warmup: 2, runs: 10 }, seed: '' });
  expect(made).toBe(4);
});
