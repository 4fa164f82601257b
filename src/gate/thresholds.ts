/**
 * The table of checks: what may be limited, on which side, in which units, and where the value comes from.
 * A new threshold is a new row. Metric checks are `<metric id>.<aspect>`, the others are named here in full.
 */
import type { Check, LimitUnit, MetricName, MetricSpec } from '../policy/types.js';
import { nearest } from '../policy/nearest.js';
import type { MeasurePair, MetricResult } from '../report/types.js';
import { growthOf, latencyGrowth, metricAgainstBase, NO_BASELINE, type Baseline } from './baseline.js';
import {
  boardLevel, boardReduction, energyLevel, energyReduction,
  dropEvidence, latencyOf, levelEvidence, levelOf, memoryLevel, memoryReduction, reductionOf, slicesEvidence, speedupEvidence, type Evidence,
} from './evidence.js';

export interface MeasureThreshold {
  readonly check: string;
  /** What the value is, as the subject of a sentence. */
  readonly noun: string;
  readonly bound: Check['bound'];
  readonly units: readonly LimitUnit[];
  /** Looks at the base of the change only where it is compared with. */
  readonly read: (measures: MeasurePair, unit: LimitUnit, baseline: Baseline) => Evidence;
}

const SAVED: readonly LimitUnit[] = ['relative', 'x'];
const COUNT: readonly LimitUnit[] = ['count', 'none'];

export const MEASURE_THRESHOLDS: readonly MeasureThreshold[] = [
  { check: 'size.reduction', noun: 'the reduction of the file', bound: 'min', units: SAVED, read: reductionOf('fileBytes') },
  { check: 'size.pruned', noun: 'the pruned file', bound: 'max', units: ['bytes'], read: levelOf('fileBytes') },
  { check: 'gzip.reduction', noun: 'the reduction of the compressed file', bound: 'min', units: SAVED, read: reductionOf('gzipBytes') },
  { check: 'gzip.pruned', noun: 'the compressed pruned file', bound: 'max', units: ['bytes'], read: levelOf('gzipBytes') },
  { check: 'params.reduction', noun: 'the reduction of parameters', bound: 'min', units: SAVED, read: reductionOf('parameters') },
  { check: 'params.pruned', noun: 'the pruned model\'s parameters', bound: 'max', units: COUNT, read: levelOf('parameters') },
  { check: 'nonzeros.reduction', noun: 'the reduction of non-zero weights', bound: 'min', units: SAVED, read: reductionOf('nonZeros') },
  { check: 'nonzeros.pruned', noun: 'the pruned model\'s non-zero weights', bound: 'max', units: COUNT, read: levelOf('nonZeros') },
  { check: 'macs.reduction', noun: 'the reduction of MACs', bound: 'min', units: SAVED, read: reductionOf('macs') },
  { check: 'macs.pruned', noun: 'the pruned model\'s MACs', bound: 'max', units: COUNT, read: levelOf('macs') },
  { check: 'latency.speedup', noun: 'the speed-up', bound: 'min', units: ['x'], read: speedupEvidence },
  { check: 'latency.pruned', noun: 'the pruned model\'s median latency', bound: 'max', units: ['ms'], read: latencyOf('medianMs') },
  { check: 'latency.p95', noun: 'the 95th percentile of the pruned model\'s latency', bound: 'max', units: ['ms'], read: latencyOf('p95Ms') },
  { check: 'flash.pruned', noun: 'what the pruned weights take of flash', bound: 'max', units: ['bytes'], read: memoryLevel('flashBytes') },
  { check: 'flash.reduction', noun: 'the reduction of flash', bound: 'min', units: SAVED, read: memoryReduction('flashBytes') },
  { check: 'ram.pruned', noun: 'the arena of the pruned model\'s activations', bound: 'max', units: ['bytes'], read: memoryLevel('ramBytes') },
  { check: 'ram.reduction', noun: 'the reduction of the activations\' arena', bound: 'min', units: SAVED, read: memoryReduction('ramBytes') },
  { check: 'energy.pruned', noun: 'the energy of a run of the pruned model in joules', bound: 'max', units: ['none'], read: energyLevel },
  { check: 'energy.reduction', noun: 'the reduction of energy', bound: 'min', units: SAVED, read: energyReduction },
  { check: 'board-latency.pruned', noun: 'the pruned model\'s latency on the board', bound: 'max', units: ['ms'], read: boardLevel('latency') },
  { check: 'board-latency.speedup', noun: 'the speed-up on the board', bound: 'min', units: ['x'], read: boardReduction('latency') },
  { check: 'board-energy.pruned', noun: 'the energy of a run on the board in joules', bound: 'max', units: ['none'], read: boardLevel('energy') },
  { check: 'board-energy.reduction', noun: 'the reduction of energy on the board', bound: 'min', units: SAVED, read: boardReduction('energy') },
  { check: 'board-memory.pruned', noun: 'the pruned model\'s memory on the board', bound: 'max', units: ['bytes'], read: boardLevel('memory') },
  { check: 'board-memory.reduction', noun: 'the reduction of memory on the board', bound: 'min', units: SAVED, read: boardReduction('memory') },
  { check: 'size.regression', noun: 'the growth of the pruned file since the base', bound: 'max', units: ['relative'], read: (measures, _, base) => growthOf('fileBytes')(measures, base) },
  { check: 'gzip.regression', noun: 'the growth of the compressed pruned file since the base', bound: 'max', units: ['relative'], read: (measures, _, base) => growthOf('gzipBytes')(measures, base) },
  { check: 'params.regression', noun: 'the growth of the pruned parameters since the base', bound: 'max', units: ['relative'], read: (measures, _, base) => growthOf('parameters')(measures, base) },
  { check: 'macs.regression', noun: 'the growth of the pruned model\'s MACs since the base', bound: 'max', units: ['relative'], read: (measures, _, base) => growthOf('macs')(measures, base) },
  { check: 'latency.regression', noun: 'the growth of the pruned model\'s latency since the base', bound: 'max', units: ['relative'], read: (measures, _, base) => latencyGrowth(measures, base) },
  { check: 'resident.pruned', noun: 'the resident memory of a run of the pruned model', bound: 'max', units: ['bytes'], read: memoryLevel('residentBytes') },
];

export const METRIC_ASPECTS = ['drop', 'pruned', 'dense', 'slice-drop', 'class-drop', 'regression', 'drift'] as const;
export type MetricAspect = (typeof METRIC_ASPECTS)[number];

/** Each sample is right or wrong, so that a class alone has a figure. */
const BY_CLASS: ReadonlySet<MetricName> = new Set(['accuracy', 'agreement']);

interface MetricUnits {
  readonly drop: readonly LimitUnit[];
  readonly level: readonly LimitUnit[];
  /** Whether a level lies in 0..1, so that a bare limit above 1 must be a forgotten `%`. */
  readonly share: boolean;
  readonly higherIsBetter: boolean;
}

const SHARE: MetricUnits = { drop: ['pp', 'relative'], level: ['relative', 'none'], share: true, higherIsBetter: true };
const SCORE: MetricUnits = { drop: ['pp', 'relative', 'none'], level: ['none', 'relative'], share: true, higherIsBetter: true };
const ERROR: MetricUnits = { drop: ['none', 'relative'], level: ['none'], share: false, higherIsBetter: false };

/** What each metric is counted in. A bare drop limit on a share is refused: 1 might be a point or everything. */
export const METRIC_UNITS: Readonly<Record<MetricName, MetricUnits>> = {
  'accuracy': SHARE, 'balanced-accuracy': SHARE, 'macro-f1': SHARE, 'iou': SHARE, 'agreement': SHARE,
  'roc-auc': SCORE, 'r2': SCORE, 'cosine': SCORE,
  'mse': ERROR, 'mae': ERROR, 'kl': ERROR,
};

export interface Threshold {
  readonly noun: string;
  readonly bound: Check['bound'];
  readonly units: readonly LimitUnit[];
  readonly evidence: (context: EvidenceContext) => Evidence;
}

export interface EvidenceContext {
  readonly metrics: readonly MetricResult[];
  readonly measures: MeasurePair | null;
  readonly confidence: number;
  /** Absent: there is none. */
  readonly baseline?: Baseline | undefined;
}

const byCheck = new Map(MEASURE_THRESHOLDS.map((row) => [row.check, row]));

/** The row for a check, or why there is none. Metric ids go before measures of the same name. */
export function thresholdOf(check: Check, metrics: readonly Pick<MetricSpec, 'id' | 'name'>[]): Threshold | { readonly problem: string } {
  const dot = check.check.lastIndexOf('.');
  const subject = check.check.slice(0, dot);
  const aspect = check.check.slice(dot + 1);
  const metric = metrics.find(({ id }) => id === subject);
  if (metric !== undefined) return metricThreshold(metric, aspect, check.unit);
  const row = byCheck.get(check.check);
  if (row === undefined) return { problem: `there is no check '${check.check}'; known are ${knownChecks(metrics).join(', ')}${hint(check.check, knownChecks(metrics))}` };
  const { noun, bound, units, read } = row;
  const evidence = ({ measures, baseline = NO_BASELINE }: EvidenceContext): Evidence =>
    measures === null ? { kind: 'missing', reason: 'the models were not measured' } : read(measures, check.unit, baseline);
  return { noun, bound, units, evidence };
}

const hint = (word: string, known: readonly string[], before = ''): string => {
  const near = nearest(word, known);
  return near === undefined ? '' : `; did you mean '${before}${near}'?`;
};

function metricThreshold(metric: Pick<MetricSpec, 'id' | 'name'>, aspect: string, unit: LimitUnit): Threshold | { readonly problem: string } {
  if (!isAspect(aspect)) {
    const known = checksOfMetric(metric);
    return { problem: `a metric has no '${aspect}'; known are ${known.join(', ')}${hint(aspect, known.map((one) => one.slice(metric.id.length + 1)), `${metric.id}.`)}` };
  }
  if (aspect === 'class-drop' && !BY_CLASS.has(metric.name)) {
    return { problem: `${metric.name} says nothing of one class alone: '${metric.id}.class-drop' is for ${[...BY_CLASS].join(' and ')}` };
  }
  const { drop, level, higherIsBetter } = METRIC_UNITS[metric.name];
  const find = (metrics: readonly MetricResult[]) => metrics.find(({ id }) => id === metric.id);
  const evidence = ({ metrics, confidence, baseline = NO_BASELINE }: EvidenceContext): Evidence => {
    const result = find(metrics);
    if (result === undefined) return { kind: 'missing', reason: `${metric.id} was not evaluated` };
    switch (aspect) {
      case 'drop': return dropEvidence(result, unit, confidence);
      case 'class-drop': case 'slice-drop': return slicesEvidence(result, aspect, unit, confidence);
      case 'regression': case 'drift': return metricAgainstBase(result, aspect, unit, confidence, baseline);
      case 'pruned': case 'dense': return levelEvidence(result, aspect, confidence);
    }
  };
  return aspect !== 'pruned' && aspect !== 'dense'
    ? { noun: NOUNS[aspect](metric.id), bound: 'max', units: drop, evidence }
    : { noun: `${metric.id} of the ${aspect} model`, bound: higherIsBetter ? 'min' : 'max', units: level, evidence };
}

const NOUNS: Readonly<Record<Exclude<MetricAspect, 'pruned' | 'dense'>, (id: string) => string>> = {
  'drop': (id) => `the drop of ${id}`, 'slice-drop': (id) => `the drop of ${id}`, 'class-drop': (id) => `the drop of ${id}`,
  'regression': (id) => `what the pruned model lost of ${id} since the base`,
  'drift': (id) => `what pruning costs of ${id} more than it cost the base`,
};

function isAspect(aspect: string): aspect is MetricAspect {
  return (METRIC_ASPECTS as readonly string[]).includes(aspect);
}

const checksOfMetric = ({ id, name }: Pick<MetricSpec, 'id' | 'name'>): string[] =>
  METRIC_ASPECTS.filter((aspect) => aspect !== 'class-drop' || BY_CLASS.has(name)).map((aspect) => `${id}.${aspect}`);

function knownChecks(metrics: readonly Pick<MetricSpec, 'id' | 'name'>[]): string[] {
  return [...metrics.flatMap(checksOfMetric), ...byCheck.keys()];
}

export interface CheckProblem {
  readonly check: Check;
  /** What is wrong and what would be right, in one sentence. */
  readonly message: string;
}

/** What is wrong with the checks of a policy, before anything is measured. */
export function checkUnits(checks: readonly Check[], metrics: readonly Pick<MetricSpec, 'id' | 'name'>[]): CheckProblem[] {
  return checks.flatMap((check) => {
    const message = problemOf(check, metrics);
    return message === undefined ? [] : [{ check, message }];
  });
}

/** Why a check cannot be judged as it is written; undefined where it can. */
export function problemOf(check: Check, metrics: readonly Pick<MetricSpec, 'id' | 'name'>[]): string | undefined {
  const threshold = thresholdOf(check, metrics);
  if ('problem' in threshold) return threshold.problem;
  if (!Number.isFinite(check.value)) return `'${check.text}' is no number`;
  if (check.bound !== threshold.bound) return `${check.check} takes '${threshold.bound}', not '${check.bound}': ${threshold.noun} is limited from ${threshold.bound === 'min' ? 'below' : 'above'}`;
  if (!threshold.units.includes(check.unit)) return `${check.check} is given as ${threshold.units.map((unit) => UNIT_EXAMPLES[unit]).join(' or ')}, not as '${check.text}'`;
  if (looksLikePercent(check, metrics)) return `${check.check} lies between 0 and 1: write ${check.text}% where ${check.text} is meant as a percentage`;
  return undefined;
}

function looksLikePercent(check: Check, metrics: readonly Pick<MetricSpec, 'id' | 'name'>[]): boolean {
  const metric = metrics.find(({ id }) => check.check.startsWith(`${id}.`));
  return metric !== undefined && METRIC_UNITS[metric.name].share && check.unit === 'none' && Math.abs(check.value) > 1;
}

const UNIT_EXAMPLES: Readonly<Record<LimitUnit, string>> = {
  pp: '1pp (percentage points)', relative: '1% (a share)', x: '1.3x (dense over pruned)', bytes: '250 KiB', ms: '5 ms',
  count: '500k', none: 'a bare number such as 0.5',
};
