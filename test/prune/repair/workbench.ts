/** Real models with their data, pruned for a repair: shared by these tests and by the benchmarks. */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withVariant } from '../../../src/calibrate/variant.js';
import { createYardstick } from '../../../src/calibrate/yardstick.js';
import type { Yardstick } from '../../../src/calibrate/yardstick.js';
import { openSamples } from '../../../src/data/open.js';
import { evenlySpaced } from '../../../src/kernels/spacing.js';
import type { Samples } from '../../../src/data/types.js';
import { requiredInputs } from '../../../src/onnx/ir.js';
import type { Model } from '../../../src/onnx/ir.js';
import { readModel } from '../../../src/onnx/read.js';
import { storeWeights } from '../../../src/onnx/store.js';
import type { Preprocess, StructuredStep } from '../../../src/policy/types.js';
import { analyse } from '../../../src/prune/prunable.js';
import type { Prunable } from '../../../src/prune/prunable.js';
import { pruneStructured } from '../../../src/prune/structured.js';
import type { StructuredResult } from '../../../src/prune/structured.js';
import { gatherFacts } from '../../../src/runtime/facts.js';
import type { Feeds, Port, Runtime } from '../../../src/runtime/types.js';
import { sharedData } from '../../shared-data.js';

export interface Case {
  readonly model: string;
  /** Calibration and held-out data: npz with `images` and `labels`, or what is named. */
  readonly calibration: string;
  readonly heldout: string;
  readonly preprocess?: Partial<Preprocess>;
  readonly inputs?: ReadonlyMap<string, readonly string[]>;
  readonly target?: string;
  /** Calibration samples; half of them fit, half judge. */
  readonly samples?: number;
  readonly batch?: number;
}

const CIFAR = { scale: 255, mean: [0.485, 0.456, 0.406], std: [0.229, 0.224, 0.225], layout: 'NCHW', color: 'RGB' } as const;
const FASHION = { scale: 255, mean: [0.286], std: [0.353], layout: 'NCHW' } as const;
const DIGITS = { mean: [-7.2081], std: [4.3102] } as const;

function inFolder(folder: string, model: string, rest: Partial<Case> = {}): Case {
  return { model: `${folder}/${model}.onnx`, calibration: `${folder}/calib.npz`, heldout: `${folder}/eval.npz`, ...rest };
}

function onCifar(model: string, rest: Partial<Case> = {}): Case {
  return { model: `cifar10-models/${model}.onnx`, calibration: 'cifar10-images/train.npz', heldout: 'cifar10-images/test.npz', preprocess: CIFAR, samples: 2000, ...rest };
}

/** The classifiers of the shared data folder that have calibration data. */
export const CASES = {
  fashion: inFolder('fashion-mnist-resnet', 'model', { preprocess: FASHION }),
  'fashion-bn': inFolder('fashion-mnist-resnet', 'model-bn-unfused', { preprocess: FASHION }),
  'mnist-cnn': inFolder('mnist', 'cnn-max2', { preprocess: { scale: 255, layout: 'NHWC' } }),
  'mnist-cnn-int8': inFolder('mnist', 'cnn-max2-qdq-int8', { preprocess: { scale: 255, layout: 'NHWC' } }),
  'mnist-8': inFolder('mnist', 'mnist-8', { preprocess: { layout: 'NCHW' }, batch: 1 }),
  mlp: inFolder('mnist', 'mlp-2x10', { preprocess: { scale: 255, layout: 'NCHW' } }),
  digits: inFolder('spoken-digits-dscnn', 'model', { preprocess: DIGITS }),
  'digits-bn': inFolder('spoken-digits-dscnn', 'model-bn-unfused', { preprocess: DIGITS }),
  banking: inFolder('banking77-transformer', 'intent-transformer'),
  resnet20: onCifar('resnet20'),
  'resnet20-bn': onCifar('resnet20-bn-unfused'),
  resnet8: onCifar('mlperf-tiny-resnet8', { preprocess: { layout: 'NHWC', color: 'RGB' } }),
} as const;

export interface Workbench {
  readonly runtime: Runtime;
  readonly directory: string;
  readonly prunable: Prunable;
  readonly fit: Samples;
  readonly judge: Samples;
  readonly yardstick: Yardstick;
  readonly heldout: Samples;
  readonly batch: number;
  prune(step: Partial<StructuredStep>): Promise<StructuredResult>;
  /** Top-1 accuracy on held-out samples. */
  accuracy(model: Model): Promise<number>;
}

const PLAIN: Preprocess = { scale: 1, mean: [0], std: [1], layout: undefined, color: undefined, resize: undefined, crop: undefined };

/** Opens everything, runs `use`, cleans up. */
export async function withWorkbench<T>(runtime: Runtime, given: Case, use: (bench: Workbench) => Promise<T>): Promise<T> {
  const directory = mkdtempSync(join(tmpdir(), 'prune-gate-'));
  try {
    return await use(await openWorkbench(runtime, given, directory));
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function openWorkbench(runtime: Runtime, given: Case, directory: string): Promise<Workbench> {
  const path = sharedData(given.model);
  const model = await storeWeights(await readModel(path), directory);
  const session = await runtime.open(path);
  const ports = session.inputs.filter((port) => requiredInputs(model.graph).some(({ name }) => name === port.name));
  await session.release();
  const batch = given.batch ?? 64;
  const calibration = await samplesOf(given, given.calibration, ports, given.samples);
  const heldout = await samplesOf(given, given.heldout, ports, undefined);
  // Every other sample: the file may be sorted.
  const [a, b] = [0, 1].map((parity) => evenlySpaced(calibration.count, calibration.count).filter((i) => i % 2 === parity));
  const [fit, judge] = [calibration.subset(a ?? []), calibration.subset(b ?? [])];
  const feeds = await firstFeeds(fit, Math.min(2, batch));
  const facts = await gatherFacts(runtime, model, { directory, feeds });
  const prunable = analyse(model, facts, statSync(path).size);
  const yardstick = await createYardstick({ runtime, dense: model, directory, samples: judge, batch });
  return {
    runtime, directory, prunable, fit, judge, yardstick, heldout, batch,
    prune: (step) => pruneStructured({
      runtime, directory, prunable, calibration: fit, decide: judge, batch, feeds, seed: 1,
      step: {
        method: 'structured', criterion: 'wifv', allocation: 'uniform', target: { kind: 'macs', factor: 2 }, align: 1,
        keep: [], only: undefined, repair: [], allowPartial: true, ...step,
      },
    }),
    accuracy: (candidate) => accuracyOf(runtime, candidate, directory, heldout, batch),
  };
}

function samplesOf(given: Case, path: string, inputs: readonly Port[], maxSamples: number | undefined): Promise<Samples> {
  return openSamples({
    workspace: sharedData(), inputs, preprocess: { ...PLAIN, ...given.preprocess },
    source: { path, format: 'npz', inputs: given.inputs ?? new Map(), target: given.target ?? 'labels', labels: undefined, sha256: undefined, maxSamples },
  });
}

async function firstFeeds(samples: Samples, size: number): Promise<Feeds> {
  for await (const { feeds } of samples.batches(size)) return feeds;
  throw new Error('no samples');
}

async function accuracyOf(runtime: Runtime, model: Model, directory: string, samples: Samples, batch: number): Promise<number> {
  let right = 0;
  await withVariant(runtime, model, directory, async (session) => {
    const output = session.outputs[0]?.name ?? '';
    for await (const { feeds, target, indices } of samples.batches(batch)) {
      const scores = (await session.run(feeds)).get(output)?.data as Float32Array;
      const classes = scores.length / indices.length;
      indices.forEach((_, i) => {
        const row = scores.subarray(i * classes, (i + 1) * classes);
        if (row.indexOf(Math.max(...row)) === Number(target?.data[i])) right += 1;
      });
    }
  });
  return right / samples.count;
}
