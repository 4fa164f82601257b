/** A device whose outputs or placement are wrong. The processor stands in for the device, and what it gives is doctored. */
import { describe, expect, it } from 'vitest';
import { float32ToFloat16 } from '../../src/kernels/float16.js';
import { intOf, makeNode } from '../../src/onnx/graph.js';
import { makeTensor } from '../../src/onnx/tensors.js';
import { DataType } from '../../src/onnx/ir.js';
import { useExample } from './example.js';
import { Journal } from '../../src/pipeline/journal.js';
import { differenceOf, kindOf, LEAST_NODE_SHARE, LEAST_TIME_SHARE, placementFindings, prunedFindings, proveDevice, TOLERANCES } from '../../src/pipeline/prove-device.js';
import { emptyModelReport } from '../../src/pipeline/model-report.js';
import type { Draft, ModelRun } from '../../src/pipeline/model-run.js';
import { runPart, type PartRun } from '../../src/pipeline/shard.js';
import { UNTIMED } from '../../src/pipeline/time-models.js';
import type { ModelPolicy } from '../../src/policy/types.js';
import { openHeldout } from '../../src/pipeline/samples.js';
import { parsePolicy } from '../../src/policy/read.js';
import { openSubject, type Subject } from '../../src/pipeline/subject.js';
import { createRuntime } from '../../src/runtime/runtime.js';
import { placementOf, type ProfileEvent } from '../../src/runtime/placement.js';
import type { MeasurePair } from '../../src/report/types.js';
import type { HostTensor } from '../../src/runtime/types.js';
import { memorySamples, noise, stored } from '../calibrate/bench-model.js';
import { floats, FLOAT, modelOf } from '../runtime/support.js';

const example = useExample();

const [MODEL] = parsePolicy(JSON.stringify({ version: 1, models: [{
  name: 'digits', path: 'models/digits.onnx', data: { heldout: { path: 'data/eval.npz', inputs: { input: 'features' }, target: 'labels' } },
  prune: [{ method: 'structured', target: { macs: '2x' } }], metrics: [{ name: 'accuracy' }], gate: [{ check: 'size.reduction', min: '1%' }],
}] }), 'policy.json').models as [ModelPolicy];

/** The example's model on a "device" that multiplies every output by `factor`. */
async function onDoctored(factor: number) {
  const subject = await openSubject(example.folder, 'models/digits.onnx', 'cpu');
  try {
    const samples = await openHeldout(example.folder, MODEL.data, subject.inputs);
    return await proveDevice(doctored(subject, factor), samples, new Journal('digits', () => undefined));
  } finally {
    await subject.dispose();
  }
}

function doctored(subject: Subject, factor: number): Subject {
  const { runtime } = subject;
  return {
    ...subject,
    runtime: {
      ...runtime, device: { ...runtime.device, requested: 'webgpu', used: 'webgpu' },
      open: async (model, options = {}) => {
        const session = await runtime.open(model, options);
        if (options.device === 'cpu') return session;
        return { ...session, run: async (feeds, outputs) => new Map([...await session.run(feeds, outputs)].map(([name, tensor]) => [name, { ...tensor, data: (tensor.data as Float32Array).map((value) => value * factor) }])) };
      },
    },
  };
}

describe('agreement', () => {
  it('that does not hold is an ERROR that names the output and the difference', async () => {
    await expect(onDoctored(1.01)).rejects.toMatchObject({
      code: 'device-disagrees', message: expect.stringMatching(/On "webgpu" .* "logits" differs by 0\.010 of its largest value over 8 samples, and 0\.001 is tolerated for float32 models/u),
    });
    await expect(onDoctored(NaN)).rejects.toMatchObject({ code: 'device-disagrees', message: expect.stringContaining('where it is not finite') });
  });

  it('that holds is said; a run that stayed on the processor is a finding', async () => {
    const evidence = await onDoctored(1 + 1e-5);
    expect(evidence?.agreement).toMatchObject({ samples: 8, type: 'float32', tolerance: TOLERANCES.float32 });
    expect(evidence?.agreement.difference).toBeCloseTo(1e-5, 6);
    expect(evidence?.placement).toMatchObject({ nodeShare: 0, transfers: 0, kernelMs: null });
    expect(evidence?.findings).toMatchObject([{ code: 'device-placement', level: 'warning', where: 'device: dense model' }]);
  });

  it('is looked at for float16 models too, with their own tolerance', async () => {
    const half = modelOf({
      nodes: [makeNode('Cast', ['x'], ['h'], { attributes: [['to', intOf(DataType.FLOAT16)]] }), makeNode('MatMul', ['h', 'w'], ['p']), makeNode('Cast', ['p'], ['y'], { attributes: [['to', intOf(DataType.FLOAT)]] })],
      inputs: { x: [FLOAT, ['n', 4]] }, outputs: ['y'], initializers: [makeTensor('w', DataType.FLOAT16, [4, 3], float32ToFloat16(noise(12, 5)))],
    });
    await stored(half, async (model, directory) => {
      const runtime = await createRuntime({ device: 'cpu' });
      const subject: Subject = { path: '', files: [], sha256: '', fileBytes: 0, model, hadExternalData: false, sparse: 0, directory, runtime, inputs: [{ name: 'x', type: 'float32', dims: ['n', 4] }], dispose: () => Promise.resolve() };
      const prove = (factor: number) => proveDevice(doctored(subject, factor), memorySamples(noise(40, 3), [4]), new Journal('half', () => undefined));
      expect((await prove(1.02))?.agreement).toMatchObject({ type: 'float16', tolerance: TOLERANCES.float16, difference: expect.closeTo(0.02, 3) });
      await expect(prove(1.05)).rejects.toMatchObject({ code: 'device-disagrees', message: expect.stringContaining('0.03 is tolerated for float16 models') });
    });
  });

  it('has a tolerance by what is in the model', () => {
    const simple = modelOf({ nodes: [makeNode('MatMul', ['x', 'w'], ['y'])], inputs: { x: [FLOAT, ['n', 4]] }, outputs: ['y'], initializers: [floats('w', [4, 3])] });
    const half = modelOf({ nodes: [makeNode('MatMul', ['x', 'w'], ['y'])], inputs: { x: [DataType.FLOAT16, ['n', 1]] }, outputs: ['y'], initializers: [makeTensor('w', DataType.FLOAT16, [1, 1], new Uint16Array(1))] });
    const quantised = modelOf({ nodes: [makeNode('QLinearMatMul', ['x'], ['y'])], inputs: { x: [FLOAT, ['n', 4]] }, outputs: ['y'] });
    expect([simple, half, quantised].map(kindOf)).toEqual(['float32', 'float16', 'quantized']);
  });

  it('of indices is the share that differs, of halves that of their values, of other shapes none', () => {
    const ints = (...values: number[]): HostTensor => ({ type: 'int64', dims: [values.length], data: BigInt64Array.from(values, BigInt) });
    const halves = (...bits: number[]): HostTensor => ({ type: 'float16', dims: [bits.length], data: Uint16Array.from(bits) });
    const floatsOf = (...values: number[]): HostTensor => ({ type: 'float32', dims: [values.length], data: Float32Array.from(values) });
    expect(differenceOf(ints(1, 2, 3, 4), ints(1, 2, 3, 5))).toBe(0.25);
    expect(differenceOf(halves(0x3c00, 0x4000), halves(0x3c00, 0x3c00))).toBe(0.5);
    expect(differenceOf(floatsOf(NaN, Infinity, 2), floatsOf(NaN, Infinity, 2))).toBe(0);
    expect(differenceOf(floatsOf(1, 2), floatsOf(1, NaN))).toBe(Infinity);
    expect(differenceOf(floatsOf(1, 2), floatsOf(1, 2, 3))).toBe(Infinity);
    expect(differenceOf(floatsOf(1), undefined)).toBe(Infinity);
  });
});

/** As an H200 under CUDA gave it for a quantised ResNet-20, shortened. */
const node = (operator: string, provider: string, ts: number, dur: number, size = 0): ProfileEvent => ({ cat: 'Node', name: `${operator}_kernel_time`, ts, dur, args: { op_name: operator, provider, output_size: String(size) } });
const EVENTS: readonly ProfileEvent[] = [
  { cat: 'Session', name: 'model_run', ts: 0, dur: 900 }, node('Conv', 'CUDAExecutionProvider', 10, 800),
  { cat: 'Session', name: 'model_run', ts: 1000, dur: 400 },
  node('MemcpyFromHost', 'CUDAExecutionProvider', 1010, 20, 256), node('DequantizeLinear', 'CPUExecutionProvider', 1030, 100),
  node('Conv', 'CUDAExecutionProvider', 1150, 30), node('Relu', 'CUDAExecutionProvider', 1190, 10), node('Gemm', 'CUDAExecutionProvider', 1210, 10),
];

describe('placement', () => {
  it('is of the last run: nodes by provider, time that is not the processor\'s, copies with their bytes', () => {
    expect(placementOf(EVENTS)).toEqual({
      providers: [{ provider: 'CUDAExecutionProvider', nodes: 3 }, { provider: 'CPUExecutionProvider', nodes: 1 }],
      nodeShare: 0.75, timeShare: 0.75, transfers: 1, transferBytes: 256, kernelMs: null,
    });
    expect(placementOf([...EVENTS, { cat: 'Api', name: 'Conv', ts: 1200, dur: 250 }])?.kernelMs).toBe(0.25);
    expect(placementOf(EVENTS.slice(3))).toBeNull();
    // Three of five, since a node without a provider is nobody's.
    const nameless: ProfileEvent = { cat: 'Node', name: 'Relu_kernel_time', ts: 1300, dur: 100, args: { op_name: 'Relu' } };
    expect(placementOf([...EVENTS, nameless])).toMatchObject({ nodeShare: 0.6, timeShare: 0.5 });
  });

  it('is a finding below the stated shares, and where nothing is known; none on the processor', () => {
    const placement = { providers: [{ provider: 'CUDAExecutionProvider', nodes: 2 }], nodeShare: LEAST_NODE_SHARE, timeShare: LEAST_TIME_SHARE, transfers: 3, transferBytes: 0, kernelMs: null };
    expect(placementFindings('cuda', placement, 'dense')).toEqual([]);
    expect(placementFindings('cuda', { ...placement, timeShare: 0.79 }, 'pruned')).toMatchObject([{ code: 'device-placement', message: expect.stringContaining('79 % of its time are on "cuda"') }]);
    expect(placementFindings('cuda', { ...placement, nodeShare: 0.4 }, 'dense')).toMatchObject([{ message: expect.stringContaining('with 3 copies') }]);
    expect(placementFindings('cuda', null, 'dense')).toHaveLength(1);
    expect(placementFindings('cpu', undefined, 'dense')).toEqual([]);
    expect(placementFindings('tensorrt', { ...placement, nodeShare: 1 }, 'dense')).toMatchObject([{ code: 'device-placement', message: 'None of the dense model\'s nodes ran on "tensorrt", but on CUDAExecutionProvider.' }]);
    expect(placementFindings('tensorrt', { ...placement, providers: [...placement.providers, { provider: 'TensorrtExecutionProvider', nodes: 1 }] }, 'dense')).toEqual([]);
    const unknown = { pruned: {} } as MeasurePair;
    expect(prunedFindings('cuda', unknown)).toMatchObject([{ code: 'device-placement', where: 'device: pruned model', message: expect.stringContaining('nothing shows') }]);
    expect(prunedFindings('cpu', unknown)).toEqual([]);
  });

  it('of the pruned model is said by the job of a shared run that prunes', async () => {
    const subject = await openSubject(example.folder, 'models/digits.onnx', 'cpu');
    try {
      const heldout = await openHeldout(example.folder, MODEL.data, subject.inputs);
      const device: Subject = { ...subject, runtime: { ...subject.runtime, device: { ...subject.runtime.device, used: 'webgpu' } } };
      const draft: Draft = { report: emptyModelReport('digits', 'models/digits.onnx', 0) };
      const run = { model: { ...MODEL, latency: UNTIMED }, journal: new Journal('digits', () => undefined) } as unknown as ModelRun;
      const work = { subject: device, samples: { heldout }, candidate: { path: subject.path, files: subject.files, model: subject.model }, partial: false } as unknown as PartRun;
      await runPart(run, { kind: 'prune' }, work, draft);
      expect(draft.report.findings).toMatchObject([{ code: 'device-placement', where: 'device: pruned model', message: expect.stringContaining('Only 0 %') }]);
    } finally {
      await subject.dispose();
    }
  });
});
