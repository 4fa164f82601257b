/** Paired evaluation with onnxruntime over real models and labelled data. */
import { mcnemar } from '../../src/gate/statistics/index.js';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSamples } from '../../src/data/open.js';
import type { Samples } from '../../src/data/types.js';
import { writeNpz } from '../../src/data/write-npz.js';
import { evaluateOne, evaluatePair } from '../../src/evaluate/evaluate.js';
import { fixedBatch } from '../../src/evaluate/stream.js';
import type { DataSource, MetricSpec, Preprocess } from '../../src/policy/types.js';
import { createRuntime } from '../../src/runtime/runtime.js';
import type { Session } from '../../src/runtime/types.js';
import { hasSharedData, sharedData } from '../shared-data.js';
import { spec } from './tensors.js';

const PLAIN: Preprocess = { scale: 1, mean: [0], std: [1], layout: undefined, color: undefined, resize: undefined, crop: undefined };

interface Task {
  readonly data: string;
  readonly target?: string;
  readonly preprocess?: Partial<Preprocess>;
  readonly maxSamples?: number;
  readonly input?: readonly [string, string];
}

async function open(path: string): Promise<Session> {
  const runtime = await createRuntime({ device: 'cpu', threads: 2 });
  return runtime.open(sharedData(path));
}

function samplesFor(session: Session, task: Task): Promise<Samples> {
  const source: DataSource = {
    path: task.data, format: 'auto', inputs: task.input === undefined ? new Map() : new Map([[task.input[0], [task.input[1]]]]),
    target: task.target, labels: undefined, sha256: undefined, maxSamples: task.maxSamples,
  };
  return openSamples({ workspace: sharedData(), source, preprocess: { ...PLAIN, ...task.preprocess }, inputs: session.inputs });
}

async function one(model: string, task: Task, metrics: readonly MetricSpec[], batch = 64) {
  const session = await open(model);
  const samples = await samplesFor(session, task);
  const results = await evaluateOne({ session, samples, metrics, batch, confidence: 0.95 });
  await session.release();
  return results;
}

async function pair(dense: string, pruned: string, task: Task, metrics: readonly MetricSpec[], seed = 'seed') {
  const [first, second] = [await open(dense), await open(pruned)];
  const samples = await samplesFor(first, task);
  const results = await evaluatePair({ dense: first, pruned: second, samples, metrics, batch: 128, confidence: 0.95, seed });
  await Promise.all([first.release(), second.release()]);
  return results;
}

const MNIST: Task = { data: 'mnist/eval.npz', target: 'labels', preprocess: { scale: 255 } };

describe.skipIf(!hasSharedData)('dense figures equal those of the data sets\' READMEs (needs the shared data)', () => {
  it.each([
    ['mnist/cnn-max2.onnx', MNIST, 97.28],
    ['mnist/mlp-2x10.onnx', { ...MNIST, preprocess: { scale: 255, layout: 'NCHW' } }, 90.28],
    ['fashion-mnist-resnet/model.onnx', { data: 'fashion-mnist-resnet/eval.npz', target: 'labels', preprocess: { scale: 255, mean: [0.286], std: [0.353], layout: 'NCHW' } }, 89.34],
    ['spoken-digits-dscnn/model.onnx', { data: 'spoken-digits-dscnn/eval.npz', target: 'labels', preprocess: { mean: [-7.2081], std: [4.3102] } }, 98.0],
    ['tabular-mlp/breast_cancer_mlp.onnx', { data: 'tabular-mlp/breast_cancer_mlp_eval.csv', target: 'label' }, 96.49],
  ] as const)('%s', async (model, task, percent) => {
    const [accuracy] = await one(model, task, [spec('accuracy')]);
    expect(100 * (accuracy?.dense ?? 0)).toBeCloseTo(percent, 1);
    expect(accuracy).toMatchObject({ pruned: null, drop: null, dropInterval: null, paired: null, findings: [] });
  });

  it('a model with a batch of exactly one, and IoU of a segmentation map', async () => {
    const [accuracy] = await one('mnist/mnist-8.onnx', { ...MNIST, preprocess: { layout: 'NCHW' }, maxSamples: 300 }, [spec('accuracy')]);
    expect(accuracy?.samples).toBe(300);
    expect(accuracy?.dense).toBeGreaterThan(0.96);
    const task: Task = {
      data: 'ppocr-det-segmentation/eval.npz', target: 'masks', maxSamples: 12,
      preprocess: { scale: 255, mean: [0.485, 0.456, 0.406], std: [0.229, 0.224, 0.225], layout: 'NCHW' },
    };
    const [iou] = await one('ppocr-det-segmentation/ch_PP-OCRv4_det_infer.onnx', task, [spec('iou', { threshold: 0.3 })], 4);
    expect(iou?.dense).toBeGreaterThan(0.4);
    expect(iou?.dense).toBeLessThan(0.6);
  });
});

describe.skipIf(!hasSharedData)('dense and pruned side by side (needs the shared data)', () => {
  const EVERYTHING = [spec('accuracy'), spec('accuracy', { id: 'top3', top: 3 }), spec('balanced-accuracy'), spec('macro-f1'), spec('agreement'), spec('kl'), spec('cosine')];

  it('pairs every metric over one pass, the same for the same seed', async () => {
    const task = { ...MNIST, maxSamples: 1000 };
    const results = await pair('mnist/cnn-max2.onnx', 'mnist/cnn-max2-qdq-int8.onnx', task, EVERYTHING);
    expect(results.map(({ id }) => id)).toEqual(['accuracy', 'top3', 'balanced-accuracy', 'macro-f1', 'agreement', 'kl', 'cosine']);
    for (const { drop, dropInterval, dense, pruned, higherIsBetter, samples } of results) {
      expect(samples).toBe(1000);
      expect(drop).toBeCloseTo((higherIsBetter ? 1 : -1) * ((dense ?? 0) - (pruned ?? 0)), 12);
      expect(dropInterval?.low).toBeLessThanOrEqual(drop ?? 0);
      expect(dropInterval?.high).toBeGreaterThanOrEqual(drop ?? 0);
    }
    const [accuracy, , , , agreement, kl, cosine] = results;
    const { both = 0, denseOnly = 0, prunedOnly = 0, neither = 0 } = accuracy?.paired ?? {};
    expect(both + denseOnly + prunedOnly + neither).toBe(1000);
    expect(accuracy?.dense).toBe((both + denseOnly) / 1000);
    expect(accuracy?.mcnemar).toBe(mcnemar({ denseOnly, prunedOnly }));
    expect(agreement).toMatchObject({ dense: 1, paired: { prunedOnly: 0, neither: 0 } });
    expect(results.flatMap(({ findings }) => findings).filter((text) => text.includes('bootstrap'))).toEqual([]);
    expect([kl?.dense, cosine?.dense]).toEqual([0, expect.closeTo(1, 6)]);
    expect(kl?.findings).toEqual([expect.stringContaining('the outputs are')]);
    expect(await pair('mnist/cnn-max2.onnx', 'mnist/cnn-max2-qdq-int8.onnx', task, EVERYTHING)).toEqual(results);
  });

  it('a model against itself drops nothing, and is still not certain', async () => {
    const task = { ...MNIST, maxSamples: 500 };
    const results = await pair('mnist/cnn-max2.onnx', 'mnist/cnn-max2.onnx', task, [spec('accuracy'), spec('balanced-accuracy'), spec('macro-f1')]);
    for (const { drop, dropInterval } of results) {
      expect(drop).toBe(0);
      expect(dropInterval?.high).toBeGreaterThan(0.005);
      expect(dropInterval?.low).toBe(-(dropInterval?.high ?? 0));
    }
    // Score intervals hold for any number of samples; what a bootstrap of few is worth is said.
    expect(results.map(({ findings }) => findings.some((text) => text.includes('bootstrap of fewer than 1,000 samples')))).toEqual([false, true, true]);
  });

  it('two classes: AUC, and too few samples for a bootstrap', async () => {
    const task: Task = { data: 'tabular-mlp/breast_cancer_mlp_eval.csv', target: 'label' };
    const [auc] = await pair('tabular-mlp/breast_cancer_mlp.onnx', 'tabular-mlp/breast_cancer_mlp.onnx', task, [spec('roc-auc')]);
    expect(auc?.dense).toBeGreaterThan(0.98);
    const [few] = await pair('tabular-mlp/breast_cancer_mlp.onnx', 'tabular-mlp/breast_cancer_mlp.onnx', { ...task, maxSamples: 15 }, [spec('roc-auc')]);
    expect(few).toMatchObject({ drop: 0, dropInterval: null, findings: ['15 samples are too few for a bootstrap interval (20 at least)'] });
  });

  it('without targets, labelled metrics have no value and say why; label-free ones do', async () => {
    const task: Task = { data: 'mnist/calib.npz', input: ['x', 'images'], preprocess: { scale: 255 }, maxSamples: 100 };
    const session = await open('mnist/cnn-max2.onnx');
    const input = session.inputs[0]?.name ?? '';
    await session.release();
    const [accuracy, agreement] = await pair('mnist/cnn-max2.onnx', 'mnist/cnn-max2-qdq-int8.onnx', { ...task, input: [input, 'images'] }, [spec('accuracy'), spec('agreement')]);
    expect(accuracy).toMatchObject({ dense: null, pruned: null, drop: null, method: expect.stringContaining('not computed') });
    expect(accuracy?.findings).toEqual(['the data names no target: give `target` in the policy\'s data']);
    expect(agreement?.pruned).toBeGreaterThan(0.97);
  });

  it('one model alone cannot agree with itself', async () => {
    const [agreement] = await one('mnist/cnn-max2.onnx', { ...MNIST, maxSamples: 50 }, [spec('agreement')]);
    expect(agreement).toMatchObject({ dense: null, pruned: null, findings: ['top-1 agreement with the dense model needs a pruned model to compare with'] });
  });

  it('findings say which model they are about', async () => {
    const [r2] = await pair('mnist/cnn-max2.onnx', 'mnist/cnn-max2.onnx', { ...MNIST, maxSamples: 50 }, [spec('r2')]);
    expect(r2?.findings.map((text) => text.slice(0, 42))).toEqual(['dense model: the output has shape [50, 10]', 'pruned model: the output has shape [50, 10]'].map((text) => text.slice(0, 42)));
  });

  it('an output that is not there is an error before anything runs', async () => {
    await expect(one('mnist/cnn-max2.onnx', MNIST, [spec('accuracy', { output: 'nope' })])).rejects.toMatchObject({ code: 'unknown-output' });
    const detector = await open('ultraface-detector/ultraface-slim-320.onnx');
    const digits = await open('mnist/mnist-8.onnx');
    const samples = await samplesFor(digits, { ...MNIST, preprocess: { layout: 'NCHW' }, maxSamples: 1 });
    await expect(evaluateOne({ session: detector, samples, metrics: [spec('cosine')], batch: 1, confidence: 0.95 }))
      .rejects.toMatchObject({ code: 'ambiguous-output', fix: "give `output`: one of 'scores', 'boxes'" });
    await Promise.all([detector.release(), digits.release()]);
  });

  it('fills up the short last batch of a model whose batch is fixed', async () => {
    // Thresholded ReLU over [3, 4, 5]: three samples a run, and seven to judge.
    const folder = await mkdtemp(join(tmpdir(), 'prune-gate-'));
    const values = Float32Array.from({ length: 7 * 20 }, (_, i) => Math.sin(i) * 4);
    const wanted = values.map((value) => value > 2 ? value : 0);
    const entry = (name: string, data: Float32Array) => ({ name, type: 'float32' as const, dims: [7, 4, 5], chunks: [data] });
    await writeNpz(join(folder, 'd.npz'), [entry('x', values), entry('y', wanted)]);
    const session = await open('operators/onnx-node/test_thresholdedrelu/model.onnx');
    const source: DataSource = { path: 'd.npz', format: 'npz', inputs: new Map(), target: 'y', labels: undefined, sha256: undefined, maxSamples: undefined };
    const samples = await openSamples({ workspace: folder, source, preprocess: PLAIN, inputs: session.inputs });
    expect(fixedBatch(session.inputs)).toBe(3);
    const [mae] = await evaluateOne({ session, samples, metrics: [spec('mae')], batch: 64, confidence: 0.95 });
    expect(mae).toMatchObject({ dense: 0, samples: 7, findings: [] });
    await session.release();
    await rm(folder, { recursive: true });
  });
});
