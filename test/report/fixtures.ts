/** Complete reports: what the views are shown with. Checks are judged by the gate itself. */
import { reusedNote } from '../../src/report/reused.js';
import { atMostWarn } from '../../src/report/sources.js';
import type { Check, LimitUnit } from '../../src/policy/types.js';
import { judge } from '../../src/gate/judge.js';
import { overallVerdict } from '../../src/gate/verdict.js';
import { pairedDropInterval } from '../../src/gate/statistics/index.js';
import type {
  GroupReport, Interval, LadderStep, MeasurePair, Measures, MetricResult, ModelReport, OtherVerdict, Provenance, Report, ReportError, SliceResult, Source,
} from '../../src/report/types.js';

const hash = (digit: string): string => digit.repeat(64);

export function check(name: string, bound: 'min' | 'max', value: number, unit: LimitUnit, text: string, line: number, level: Check['level'] = 'critical'): Check {
  return { check: name, bound, value, unit, text, level, line, column: 9 };
}

export function accuracy(both: number, denseOnly: number, prunedOnly: number, neither: number, more: Partial<MetricResult> = {}): MetricResult {
  const samples = both + denseOnly + prunedOnly + neither;
  return {
    id: 'accuracy', metric: 'accuracy', higherIsBetter: true, dense: (both + denseOnly) / samples, pruned: (both + prunedOnly) / samples,
    drop: (denseOnly - prunedOnly) / samples, dropInterval: pairedDropInterval({ denseOnly, prunedOnly, samples }, 0.95), confidence: 0.95,
    method: 'accuracy; paired score interval (Tango 1998), continuity-corrected',
    samples, paired: { both, denseOnly, prunedOnly, neither }, findings: [], ...more,
  };
}

export function slice(by: string, value: string, samples: number, denseOnly: number, prunedOnly: number): SliceResult {
  const right = Math.round(0.9 * samples);
  return {
    by, value, samples, dense: right / samples, pruned: (right - denseOnly + prunedOnly) / samples, drop: (denseOnly - prunedOnly) / samples,
    dropInterval: pairedDropInterval({ denseOnly, prunedOnly, samples }, 0.95), paired: { denseOnly, prunedOnly },
  };
}

export function sampled(id: string, metric: string, higherIsBetter: boolean, dense: number, pruned: number, half: number): MetricResult {
  const drop = higherIsBetter ? dense - pruned : pruned - dense;
  const dropInterval: Interval = { low: drop - half, high: drop + half };
  return { id, metric, higherIsBetter, dense, pruned, drop, dropInterval, confidence: 0.95, method: `${metric}; paired BCa bootstrap, 2000 draws`, samples: 800, paired: null, findings: [] };
}

export interface Sizes {
  readonly file: number;
  readonly gzip: number;
  readonly params: number;
  readonly zeros?: number;
  readonly macs: number | null;
  readonly ms?: number;
}

export function measures({ file, gzip, params, zeros = 0, macs, ms }: Sizes): Measures {
  return {
    fileBytes: file, gzipBytes: gzip, parameters: params, nonZeros: params - zeros, macs,
    macsByOperator: macs === null ? {} : { Conv: Math.round(macs * 0.9), Gemm: Math.round(macs * 0.1) },
    latency: ms === undefined ? null : { medianMs: ms, p95Ms: ms * 1.2, runs: 300, batch: 1, threads: 2 },
  };
}

export const speedup = (ratio: number, half: number, noiseFloor: number): MeasurePair['speedup'] => ({ ratio, low: ratio - half, high: ratio + half, noiseFloor });

export const group = (name: string, units: number, removed: number, reason: string, status: GroupReport['status'] = removed > 0 ? 'pruned' : 'kept'): GroupReport =>
  ({ name, kind: 'Conv', units, removed, status, reason, parameters: units * 90, macs: units * 9000 });

const LADDER: readonly LadderStep[] = [
  { step: 'dense', loss: 0, accepted: true, detail: '' },
  { step: 'pruned', loss: 0.61, accepted: true, detail: '' },
  { step: '+ bias', loss: 0.48, accepted: true, detail: '12 consumers' },
  { step: '+ refit', loss: 0.083, accepted: true, detail: '12 consumers, ridge 0.01' },
  { step: '+ statistics', loss: 0.085, accepted: false, detail: 'the loss did not fall' },
];

const provenance = (samples: number | null): Provenance => ({
  model: hash('1'), heldout: hash('2'), calibration: hash('3'), plan: hash('4'), prunedModel: hash('5'), heldoutSamples: samples,
  calibrationSamples: samples === null ? null : 1000, seed: 0,
});

export interface ModelParts {
  readonly name: string;
  readonly metrics?: readonly MetricResult[];
  readonly measures?: MeasurePair | null;
  readonly gate?: readonly Check[];
  readonly errors?: readonly ReportError[];
  readonly more?: Partial<ModelReport>;
}

export function model({ name, metrics = [], measures: pair = null, gate = [], errors = [], more = {} }: ModelParts): ModelReport {
  const judged = judge({ checks: gate, metrics, measures: pair, mode: 'interval', confidence: 0.95, onInconclusive: 'fail', errors });
  return {
    name, path: `models/${name}.onnx`, verdict: judged.verdict, checks: judged.checks, metrics, measures: pair,
    groups: [group('/conv1', 16, 8, 'refit'), group('/conv2', 32, 16, 'refit'), group('/head', 10, 0, 'reaches the output')],
    ladder: LADDER, notes: ['1,000 calibration samples: 800 fit, 200 decide.'], errors,
    proof: { holds: true, values: 41, worst: 2.6e-7, tolerance: 1e-4, attempts: 1, detail: '' },
    device: { requested: 'auto', used: 'cpu', notes: ['no CUDA libraries'] },
    provenance: provenance(metrics[0]?.samples ?? null), files: { model: `${name}.pruned.onnx`, plan: `${name}.plan.json` },
    seconds: { load: 0.1, prune: 4.2, evaluate: 2.5 }, ...more,
  };
}

/** Read at the base commit, which is the same. */
export function source(more: Partial<Source> = {}): Source {
  return {
    policy: '.github/prune-gate.yml', from: 'base', commit: '1a2b3c4d5e6f7081920a1b2c3d4e5f60718293a4', policyChange: 'none', moved: [], dataChanged: [], dataUnpinned: [],
    detail: null, label: null, approved: false, other: null, ...more,
  };
}

const other = (from: OtherVerdict['from'], models: readonly ModelReport[]): OtherVerdict => ({
  from, verdict: report(models).verdict, models: models.map((one) => ({ ...one, groups: [], ladder: [], notes: [] })), errors: [], report: `by-${from === 'checkout' ? 'change' : 'base'}/report.json`,
});

export function report(models: readonly ModelReport[], errors: readonly ReportError[] = [], more: Partial<Report> = {}): Report {
  return {
    version: 1, tool: { name: 'prune-gate', version: '0.1.0' },
    ...overallVerdict(models.map(({ verdict }) => ({ verdict, onInconclusive: 'fail' as const })), errors.length > 0),
    policy: { path: '.github/prune-gate.yml', sha256: hash('6') }, models, errors,
    environment: { os: 'Linux 6.8', arch: 'x64', cpu: 'Example CPU @ 2.5 GHz', cores: 2, memoryBytes: 8 * 2 ** 30, node: '20.20.0', onnxruntime: '1.30.0' },
    startedAt: '2026-11-24T12:00:00.000Z', seconds: 38.2, ...more.policy === null ? {} : { sources: [source()] }, ...more,
  };
}

const GATE: readonly Check[] = [
  check('accuracy.drop', 'max', 0.01, 'pp', '1pp', 21),
  check('size.reduction', 'min', 0.4, 'relative', '40%', 22),
  check('latency.speedup', 'min', 1.3, 'x', '1.3x', 23, 'advisory'),
];

const PASSING = {
  measures: {
    dense: measures({ file: 88_064, gzip: 80_100, params: 22_000, macs: 2_700_000, ms: 1.54 }),
    pruned: measures({ file: 41_984, gzip: 37_700, params: 10_400, macs: 1_300_000, ms: 0.98 }),
    speedup: speedup(1.57, 0.075, 0.03),
  },
  gate: GATE,
};

const KEYWORDS = model({
  name: 'keyword-spotter',
  metrics: [accuracy(4840, 40, 25, 95)],
  measures: {
    dense: measures({ file: 88_064, gzip: 80_100, params: 22_000, macs: 2_700_000, ms: 1.54 }),
    pruned: measures({ file: 41_984, gzip: 37_700, params: 10_400, macs: 1_300_000, ms: 0.98 }),
    speedup: speedup(1.57, 0.075, 0.03),
  },
  gate: GATE,
});

const DEFECTS = model({
  name: 'defect-detector',
  metrics: [accuracy(1690, 142, 72, 96)],
  measures: {
    dense: measures({ file: 1_153_434, gzip: 1_060_000, params: 288_000, macs: 41_000_000, ms: 6.1 }),
    pruned: measures({ file: 524_288, gzip: 480_000, params: 130_000, macs: 20_000_000, ms: 5.9 }),
    speedup: speedup(1.03, 0.02, 0.04),
  },
  gate: [check('accuracy.drop', 'max', 0.02, 'pp', '2pp', 40), check('latency.speedup', 'min', 1.3, 'x', '1.3x', 41, 'advisory')],
});

/** The same figures by limits of the change's own. */
const LENIENT = model({
  name: 'defect-detector', metrics: DEFECTS.metrics, measures: DEFECTS.measures, gate: [check('accuracy.drop', 'max', 0.08, 'pp', '8pp', 40)],
});

const SPARSE_SIZES = { file: 313_000, gzip: 289_000, params: 78_000, macs: 12_000_000, ms: 2 };

const error = (code: string, message: string, where: string | null, fix: string | null, stage: string | null): ReportError => ({ code, message, where, fix, stage });

/** Names and messages of someone who means harm. */
const EVIL = '</summary></details><script>alert(1)</script> | `rm -rf` @octocat #1 [x](http://evil.example) \u202Eolleh\u0007\n::error file=x::pwned\n##[error]pwned';

function hostile(): Report {
  const one = model({
    name: EVIL,
    metrics: [accuracy(90, 8, 0, 2, { id: EVIL, metric: EVIL, method: EVIL, findings: [EVIL] })],
    gate: [{ ...check(`${EVIL}.drop`, 'max', 0.01, 'pp', EVIL, 3) }],
    errors: [error(EVIL, EVIL, EVIL, EVIL, EVIL)],
    more: {
      path: EVIL, notes: [EVIL, 'x'.repeat(300_000)], groups: [group(EVIL, 4, 2, EVIL), group('n'.repeat(300_000), 4, 0, EVIL, 'refused'), group('__proto__', 4, 0, 'kept | `by` @you', 'kept'), group('', 1, 0, '')],
      ladder: [{ step: EVIL, loss: 0.5, accepted: false, detail: EVIL }],
      proof: { holds: false, values: 1, worst: 1, tolerance: 1e-4, attempts: 5, detail: EVIL },
      device: { requested: EVIL, used: EVIL, notes: [EVIL], gpus: [EVIL], versions: [{ what: 'CUDA', found: EVIL, where: EVIL, needs: EVIL }], libraries: [{ file: EVIL, sha256: EVIL }] }, files: { model: EVIL, plan: null },
      seconds: Object.fromEntries([[EVIL, 1]]),
    },
  });
  return report([one], [error(EVIL, EVIL, EVIL, EVIL, EVIL)], {
    policy: { path: EVIL, sha256: hash('6') },
    environment: { os: EVIL, arch: EVIL, cpu: EVIL, cores: 1, memoryBytes: 1, node: EVIL, onnxruntime: EVIL },
    tool: { name: 'prune-gate', version: EVIL },
    sources: (['moved', 'unusable', 'edited'] as const).map((policyChange) => source({
      policy: EVIL, policyChange, moved: [EVIL], dataChanged: [EVIL], dataUnpinned: [EVIL], detail: EVIL, label: EVIL, other: other('checkout', [one]),
    })),
  });
}

/** A monorepo: what a change of one model brings up among twelve. */
function monorepo(): Report {
  const wakeWord = model({ ...PASSING, name: 'wake-word', metrics: [accuracy(4300, 90, 20, 590)] });
  const crashed = model({
    name: 'gesture', gate: [], errors: [error('lfs-pointer', 'models/gesture.onnx is a Git LFS pointer, not the model it stands for.', 'models/gesture.onnx', 'Check out with `lfs: true`.', 'load')],
  });
  const unchanged = ['anomaly', 'bird-song', 'captions', 'digits', 'fall', 'glass-break', 'heart-rate', 'intent', 'junk-mail', 'keys'].map((name, i) =>
    model({ ...PASSING, name, metrics: [accuracy(4700 + 10 * i, 12 + i, 9 + i, 279)], more: { notes: [reusedNote(String(i).repeat(64))] } }));
  return report([...unchanged, wakeWord, crashed]);
}

export const REPORTS: Readonly<Record<string, () => Report>> = {
  'pass': () => report([KEYWORDS]),
  'twelve-models': monorepo,
  'fail-two-models': () => report([KEYWORDS, DEFECTS]),
  'unstructured': () => report([model({
    name: 'shelf-sorter',
    metrics: [accuracy(4420, 25, 30, 525)],
    measures: {
      dense: measures({ ...SPARSE_SIZES }), pruned: measures({ ...SPARSE_SIZES, gzip: 112_000, zeros: 54_600, ms: 2.01 }), speedup: speedup(0.995, 0.01, 0.02),
    },
    gate: [check('accuracy.drop', 'max', 0.01, 'pp', '1pp', 12), check('gzip.reduction', 'min', 0.5, 'relative', '50%', 13), check('nonzeros.reduction', 'min', 3, 'x', '3x', 14, 'advisory')],
    more: { ladder: [], proof: null, groups: [] },
  })]),
  'inconclusive': () => report([model({
    name: 'tiny-set',
    metrics: [accuracy(180, 4, 2, 14), { ...sampled('auc', 'roc-auc', true, 0.9712, 0.9688, 0.004), samples: 200 }],
    measures: { dense: measures({ file: 17_245, gzip: 15_800, params: 4_100, macs: 4_064 }), pruned: measures({ file: 9_300, gzip: 8_500, params: 2_100, macs: 2_048 }), speedup: null },
    gate: [check('accuracy.drop', 'max', 0.02, 'pp', '2pp', 30), check('auc.drop', 'max', 0.01, 'none', '0.01', 31), check('accuracy.pruned', 'min', 0.9, 'relative', '90%', 32)],
  })]),
  'slices': () => report([model({
    name: 'rare-birds',
    metrics: [accuracy(1850, 60, 45, 45, { slices: [slice('class', '0', 900, 12, 14), slice('class', '1', 880, 20, 19), slice('class', '2', 200, 26, 12), slice('class', '3', 20, 2, 0), slice('site', '7', 1500, 30, 30), slice('site', '9', 500, 30, 15)] })],
    measures: PASSING.measures,
    gate: [check('accuracy.drop', 'max', 0.02, 'pp', '2pp', 30), check('accuracy.class-drop', 'max', 0.03, 'pp', '3pp', 31), check('accuracy.slice-drop', 'max', 0.08, 'pp', '8pp', 32)],
  })]),
  'regression': () => report([model({
    name: 'pump-forecast',
    metrics: [sampled('mse', 'mse', false, 0.2031, 0.2114, 0.006), sampled('r2', 'r2', true, 0.912, 0.9085, 0.003)],
    measures: { dense: measures({ file: 917_000, gzip: 840_000, params: 229_000, macs: null }), pruned: measures({ file: 460_000, gzip: 425_000, params: 114_000, macs: null }), speedup: null },
    gate: [check('mse.drop', 'max', 0.1, 'relative', '10%', 50), check('r2.drop', 'max', 0.01, 'none', '0.01', 51), check('size.pruned', 'max', 512_000, 'bytes', '500 KiB', 52), check('macs.reduction', 'min', 2, 'x', '2x', 53, 'advisory')],
  })]),
  'error': () => report([
    model({
      name: 'broken-labels',
      metrics: [accuracy(90, 5, 5, 0, { dense: null, pruned: null, drop: null, dropInterval: null, paired: null, method: 'accuracy; not computed', findings: ['2 of 100 labels are not a class index from 0 to 9, the first is 12'] })],
      gate: [check('accuracy.drop', 'max', 0.01, 'pp', '1pp', 9), check('size.reduction', 'min', 0.4, 'pp', '40pp', 10)],
    }),
    model({
      name: 'no-model', gate: [], errors: [error('lfs-pointer', 'The file is a Git LFS pointer, not a model.', 'models/no-model.onnx', 'Check out with `lfs: true`.', 'load')],
      more: { groups: [], ladder: [], notes: [], proof: null, device: null, files: { model: null, plan: null }, provenance: { model: null, heldout: null, calibration: null, plan: null, prunedModel: null, heldoutSamples: null, calibrationSamples: null, seed: 0 } },
    }),
  ]),
  'empty': () => report([], [error('policy-not-found', 'There is no policy at .github/prune-gate.yml.', '.github/prune-gate.yml', 'npx prune-gate init', 'policy')], { policy: null, environment: null, seconds: 0.1 }),
  'huge': () => report([model({
    name: 'giant',
    metrics: [accuracy(9000, 300, 250, 450)],
    measures: { dense: measures({ file: 4e9, gzip: 3.7e9, params: 1e9, macs: 4e11 }), pruned: measures({ file: 2e9, gzip: 1.8e9, params: 5e8, macs: 1.9e11 }), speedup: null },
    gate: [check('accuracy.drop', 'max', 0.01, 'pp', '1pp', 5)],
    more: { groups: Array.from({ length: 10_000 }, (_, i) => group(`/encoder/layer.${i}/mlp/fc1`, 4096, i % 3 === 0 ? 0 : 1024, i % 3 === 0 ? 'the target was reached without it' : 'refit')) },
  })]),
  'hostile': hostile,
  'first-run': () => report([KEYWORDS], [], { sources: [source({ from: 'checkout', policyChange: 'new' })] }),
  'policy-changed': () => report([DEFECTS], [], { sources: [source({ policyChange: 'edited', other: other('checkout', [LENIENT]) })] }),
  'data-changed': () => report([KEYWORDS], [], { sources: [source({ dataChanged: ['data/kws-test.npz'], other: other('checkout', [DEFECTS]) })] }),
  'both-approved': () => report([LENIENT], [], { sources: [source({
    from: 'checkout', policyChange: 'edited', dataChanged: ['data/test.npz'], label: 'gate: accepted', approved: true, other: other('base', [DEFECTS]),
  })] }),
  'policy-moved': () => atMostWarn(report([KEYWORDS], [], { sources: [source({
    from: 'checkout', policyChange: 'moved', moved: ['models/kws.onnx'], dataUnpinned: ['data/downloaded.npz'], label: 'gate: accepted',
  })] })),
};
