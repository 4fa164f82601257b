/** The numbers that the engine is to reach: each model with the cut asked for, and how much of its metric may be lost. */
import { CASES } from '../results/cases.js';
import type { BenchCase } from '../results/cases.js';

export type Steps = readonly Record<string, unknown>[];

/** Points of accuracy; `relative`: half of what `l2` with mean shift loses, or one standard error where that is more. */
export type Limit = { readonly points: number; readonly stretch?: number } | 'relative';

export interface QualityCase {
  readonly name: string;
  readonly bench: BenchCase;
  readonly cut: string;
  readonly steps: Steps;
  readonly limit: Limit;
  /** Speedups to reach on one thread, by batch size. */
  readonly speedups?: ReadonlyMap<number, number>;
  /** What others do with the same budget, one shot. */
  readonly beside: Readonly<Record<'plain' | 'shifted', Steps>>;
}

const benchNamed = (name: string): BenchCase => {
  const found = CASES.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no case is named ${name}`);
  return found;
};

/** The same steps as a one-shot pruner takes them: norms of weights, spread evenly, nothing repaired or the means alone. */
export function besides(steps: Steps): QualityCase['beside'] {
  const oneShot = (criterion: string, repair: readonly string[]): Steps => steps.map((step) => ({ ...step, criterion, allocation: 'uniform', repair }));
  return { plain: oneShot('l1', []), shifted: oneShot('l2', ['bias']) };
}

const structured = (model: string, factor: number, limit: Limit): QualityCase => {
  const steps = [{ method: 'structured', target: { macs: `${String(factor)}x` } }];
  return { name: `${model}-${String(factor)}x`, bench: benchNamed(model), cut: `${String(factor)}x fewer MACs`, steps, limit, beside: besides(steps) };
};

const unstructured = (name: string, step: Record<string, unknown>, points: number, stretch: number): QualityCase => {
  const magnitude = [{ method: 'unstructured', ...step, criterion: 'magnitude', scope: 'pattern' in step ? 'layer' : 'global', repair: [] }];
  return {
    name: `cifar10-resnet20-${name}`, bench: benchNamed('cifar10-resnet20'), cut: `${name} zeros`, steps: [{ method: 'unstructured', ...step }],
    limit: { points, stretch }, beside: { plain: magnitude, shifted: [] },
  };
};

const NEURONS = ['/b.0/f1/MatMul', '/b.1/f1/MatMul', '/b.2/f1/MatMul'];
const HEADS = ['/b.0/q/MatMul', '/b.1/q/MatMul', '/b.2/q/MatMul'];

function transformer(name: string, cut: string, steps: Steps, points: number): QualityCase {
  return { name: `banking77-${name}`, bench: benchNamed('banking77-transformer'), cut, steps, limit: { points }, beside: besides(steps) };
}
const neurons = { method: 'structured', only: NEURONS, target: { ratio: 0.5 } };
const heads = { method: 'structured', only: HEADS, target: { ratio: 0.25 }, align: 1 };

/** Latency is timed on the machine that prunes, at batch 1; at batch 32 the same cuts give about 1 % more, which is to come to 1.5x. */
function byLatency(): QualityCase {
  const steps = [{ method: 'structured', target: { latency: '1.485x' }, align: 'auto' }];
  return {
    name: 'cifar10-resnet20-latency', bench: benchNamed('cifar10-resnet20'), cut: 'latency, 1.485x at batch 1', steps, limit: { points: 5, stretch: 3.5 },
    speedups: new Map([[1, 1.4], [32, 1.5]]), beside: besides([{ method: 'structured', target: { macs: '2x' } }]),
  };
}

/** Whole residual blocks first, then channels of those that stay: both count against the committed model. */
function blocksFirst(model: string, blocks: number, factor: number, limit: Limit): QualityCase {
  const channels = { method: 'structured', target: { macs: `${String(factor)}x` } };
  return {
    name: `${model}-${String(factor)}x-blocks-first`, bench: benchNamed(model), cut: `${String(factor)}x fewer MACs, ${String(blocks)}x of them by blocks`,
    steps: [{ method: 'blocks', target: { macs: `${String(blocks)}x` } }, channels], limit, beside: besides([channels]),
  };
}

export const QUALITY: readonly QualityCase[] = [
  structured('mnist-mnist-8', 2, 'relative'),
  structured('mnist-cnn-max2', 2, 'relative'),
  structured('mnist-mlp-2x10', 2, 'relative'),
  structured('tabular-breast-cancer', 2, 'relative'),
  structured('tabular-wine', 2, 'relative'),
  structured('magika', 2, 'relative'),
  structured('spoken-digits-dscnn', 1.5, { points: 1 }),
  structured('spoken-digits-dscnn', 2, { points: 2 }),
  structured('fashion-mnist-resnet', 2, { points: 1, stretch: 0.5 }),
  structured('fashion-mnist-resnet-bn', 2, { points: 1, stretch: 0.5 }),
  transformer('neurons', 'half of the MLP neurons', [neurons], 1),
  transformer('neurons-and-heads', 'half of the MLP neurons, a quarter of the heads', [neurons, heads], 2),
  structured('ppocr-direction', 1.5, { points: 1.5 }),
  structured('cifar10-resnet20', 1.5, { points: 1.5, stretch: 1 }),
  structured('cifar10-resnet20-bn', 1.5, { points: 1.5, stretch: 1 }),
  structured('cifar10-resnet20', 2, { points: 3.5, stretch: 2 }),
  structured('cifar10-resnet20-bn', 2, { points: 3.5, stretch: 2 }),
  blocksFirst('cifar10-resnet20', 1.3, 2, { points: 3.5, stretch: 2 }),
  byLatency(),
  structured('cifar10-mlperf-tiny-resnet8', 2, 'relative'),
  unstructured('70%', { sparsity: '70%' }, 0.5, 0),
  unstructured('80%', { sparsity: '80%' }, 1, 0.5),
  unstructured('90%', { sparsity: '90%' }, 12, 8),
  unstructured('2:4', { pattern: '2:4' }, 0.5, 0),
];
