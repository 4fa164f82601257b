/** Models of bench/gpu.md: the three examples, one of them in float16, and one with random weights that is large enough for a GPU. */
import { cpSync, mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { writeNpz } from '../../src/data/write-npz.js';
import { float32ToFloat16 } from '../../src/kernels/float16.js';
import { gaussian, seededRandom } from '../../src/kernels/random.js';
import { intsOf, makeGraph, makeModel, makeNode, makeValueInfo } from '../../src/onnx/graph.js';
import { DataType, type Model } from '../../src/onnx/ir.js';
import { readModel } from '../../src/onnx/read.js';
import { makeTensor, tensorToFloat32 } from '../../src/onnx/tensors.js';
import { writeModel } from '../../src/onnx/write.js';

export interface GpuCase {
  readonly name: string;
  readonly what: string;
  /** Of one model of a policy, without name and device. */
  readonly policy: Readonly<Record<string, unknown>>;
  /** Puts model and data into a fresh workspace. */
  prepare(workspace: string, repository: string): Promise<void>;
}

/** Threads count on the processor alone: all that there are, since a GPU is to be compared with the whole of it. */
const THREADS = Math.min(256, availableParallelism());
const TIMING = { batch: [1, 64], threads: THREADS, warmup: 10, runs: 50 };
const GATE = [{ check: 'accuracy.drop', max: '5pp' }, { check: 'macs.reduction', min: '45%' }];

function example(folder: string, model: string, rest: Readonly<Record<string, unknown>>, what: string): GpuCase {
  return {
    name: folder, what,
    policy: { path: `models/${model}`, prune: [{ method: 'structured', target: { macs: '2x' } }], metrics: [{ name: 'accuracy' }], gate: GATE, latency: TIMING, ...rest },
    prepare: async (workspace, repository) => {
      for (const part of ['models', 'data']) cpSync(join(repository, 'examples', folder, part), join(workspace, part), { recursive: true });
    },
  };
}

const labelled = (input: string, column: string, most: number): Record<string, unknown> => ({
  heldout: { path: 'data/eval.npz', inputs: { [input]: column }, target: 'labels', 'max-samples': most },
  calibration: { path: 'data/calib.npz', inputs: { [input]: column } },
});

const DIGITS = example('spoken-digits-dscnn', 'digits.onnx', { data: { ...labelled('input', 'features', 600), preprocess: { mean: [-7.2081], std: [4.3102] } } }, 'depthwise-separable CNN, 4 M MACs');

const HALF: GpuCase = {
  ...DIGITS, name: 'spoken-digits-dscnn-fp16', what: 'the same in float16',
  prepare: async (workspace, repository) => {
    await DIGITS.prepare(workspace, repository);
    const path = join(workspace, 'models/digits.onnx');
    await writeModel(inHalves(await readModel(path)), path);
  },
};

/** Every float32 weight, input and output as float16. */
function inHalves(model: Model): Model {
  const half = (type: number): number => (type === DataType.FLOAT ? DataType.FLOAT16 : type);
  const { graph } = model;
  const initializers = new Map([...graph.initializers].map(([name, tensor]) => [name, tensor.dataType === DataType.FLOAT
    ? makeTensor(name, DataType.FLOAT16, tensor.dims, float32ToFloat16(tensorToFloat32(tensor))) : tensor]));
  const ports = (infos: typeof graph.inputs): typeof graph.inputs => infos.map((info) => ({ ...info, elemType: half(info.elemType) }));
  return { ...model, graph: { ...graph, initializers, inputs: ports(graph.inputs), outputs: ports(graph.outputs), valueInfos: [] } };
}

/** Channels of the wide model's convolutions; the second and the fifth halve the map. */
const WIDE = [3, 64, 128, 256, 256, 256];
const SIDE = 64;
const SAMPLES = { eval: 64, calib: 32 };

const WIDE_CASE: GpuCase = {
  name: 'wide-random', what: 'five 3x3 convolutions of 64 to 256 channels at 64x64, random weights, 1.1 G MACs; no labels',
  policy: {
    path: 'models/wide.onnx',
    data: { heldout: { path: 'data/eval.npz', inputs: { x: 'x' } }, calibration: { path: 'data/calib.npz', inputs: { x: 'x' } } },
    prune: [{ method: 'structured', target: { macs: '2x' }, allocation: 'uniform', repair: ['bias', 'refit'] }],
    metrics: [{ name: 'agreement' }], gate: [{ check: 'macs.reduction', min: '45%' }], latency: { batch: [1, 32], threads: THREADS, warmup: 3, runs: 10 },
  },
  prepare: async (workspace) => {
    for (const part of ['models', 'data']) mkdirSync(join(workspace, part), { recursive: true });
    await writeModel(wideModel(), join(workspace, 'models/wide.onnx'));
    for (const [name, count] of Object.entries(SAMPLES)) {
      const data = normals(count * 3 * SIDE * SIDE, name);
      await writeNpz(join(workspace, `data/${name}.npz`), [{ name: 'x', type: 'float32', dims: [count, 3, SIDE, SIDE], chunks: [data] }]);
    }
  },
};

function wideModel(): Model {
  const layers = WIDE.slice(1).map((out, i) => ({ out, inputs: WIDE[i] as number, stride: i === 1 || i === 4 ? 2 : 1 }));
  const weights = layers.map(({ out, inputs }, i) => makeTensor(`w${i}`, DataType.FLOAT, [out, inputs, 3, 3], normals(out * inputs * 9, `w${i}`, Math.sqrt(2 / (9 * inputs)))));
  const last = WIDE.at(-1) as number;
  const classify = makeTensor('w', DataType.FLOAT, [last, 10], normals(last * 10, 'w', Math.sqrt(1 / last)));
  const nodes = layers.flatMap(({ stride }, i) => [
    makeNode('Conv', [i === 0 ? 'x' : `h${i}`, `w${i}`], [`c${i}`], { name: `conv${i}`, attributes: [['pads', intsOf([1, 1, 1, 1])], ['strides', intsOf([stride, stride])]] }),
    makeNode('Relu', [`c${i}`], [`h${i + 1}`], { name: `relu${i}` }),
  ]);
  return makeModel(makeGraph({
    nodes: [...nodes, makeNode('GlobalAveragePool', [`h${layers.length}`], ['pooled']), makeNode('Flatten', ['pooled'], ['flat']), makeNode('MatMul', ['flat', 'w'], ['y'])],
    initializers: new Map([...weights, classify].map((tensor) => [tensor.name, tensor])),
    inputs: [makeValueInfo('x', DataType.FLOAT, ['n', 3, SIDE, SIDE])], outputs: [makeValueInfo('y', DataType.FLOAT, ['n', 10])],
  }));
}

function normals(count: number, seed: string, scale = 1): Float32Array {
  const next = gaussian(seededRandom(seed));
  return Float32Array.from({ length: count }, () => scale * next());
}

export const CASES: readonly GpuCase[] = [
  DIGITS, HALF,
  example('fashion-mnist-resnet', 'garments.onnx', { data: { ...labelled('input', 'images', 2000), preprocess: { scale: 255, mean: [0.286], std: [0.353], layout: 'NCHW' } } }, 'residual CNN'),
  WIDE_CASE,
  example('banking77-transformer', 'intents.onnx', { data: { heldout: { path: 'data/eval.npz', target: 'labels', 'max-samples': 1000 }, calibration: { path: 'data/calib.npz' } } }, '3-layer encoder, 77 intents'),
];
