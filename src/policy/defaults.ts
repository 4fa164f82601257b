/** A valid policy file to the canonical, frozen policy: defaults filled in, units canonical. */
import { type BudgetLimit, budgetLimits } from './budget.js';
import type { PolicyDocument, Segment } from './document.js';
import { type MergedModel, mergedModels } from './merge.js';
import type * as File from './policy-file.gen.js';
import { parseAmount, parseDrop, parseFactor, type Parsed, parseLimit, parseShare } from './targets.js';
import type {
  CountedTarget, BlocksStep, Check, DataSource, LatencySpec, MetricSpec, ModelPolicy, Policy, Preprocess, PruneStep, StructuredStep, Target, UnstructuredStep,
} from './types.js';

/** The schema states the same values for people and editors; a test compares them. */
export const DEFAULTS = {
  model: { device: 'auto', mode: 'interval', confidence: 0.95, onInconclusive: 'fail', seed: 0 },
  latency: { batch: 1, threads: 1, warmup: 10, runs: 100 },
  measure: { timeout: 120 },
  source: { format: 'auto' },
  preprocess: { scale: 1, mean: [0], std: [1] },
  structured: { criterion: 'obs', allocation: 'auto', align: 'auto', keep: [], repair: ['bias', 'refit', 'sequential', 'statistics'], allowPartial: false },
  unstructured: { criterion: 'obs', scope: 'auto', repair: ['update', 'refit', 'sequential', 'statistics'], keep: [], store: 'dense' },
  blocks: { keep: [], repair: ['sequential', 'statistics'], allowPartial: false },
  metric: { top: 1, threshold: 0.5 },
  check: { level: 'critical' },
} as const;

export interface Origin {
  readonly path: string;
  readonly sha256: string;
  /** Where the file's values stand. */
  readonly document: PolicyDocument;
}

/** `file` has passed the schema and `checkRules`. */
export function canonicalPolicy(file: File.PolicyFile, { path, sha256, document }: Origin): Policy {
  return deepFreeze({ version: 1, path, sha256, models: mergedModels(file).map((merged) => canonicalModel(merged, document)) });
}

function canonicalModel({ model, pathOf }: MergedModel, document: PolicyDocument): ModelPolicy {
  return {
    name: model.name,
    path: model.path,
    device: model.device ?? DEFAULTS.model.device,
    data: {
      heldout: canonicalSource(model.data.heldout),
      calibration: model.data.calibration === undefined ? undefined : canonicalSource(model.data.calibration),
      preprocess: canonicalPreprocess(model.data.preprocess ?? {}),
    },
    prune: (model.prune ?? []).map(canonicalStep),
    metrics: (model.metrics ?? []).map(canonicalMetric),
    gate: [
      ...(model.gate ?? []).map((check, index) => canonicalCheck(check, [...pathOf('gate'), index], document)),
      ...budgetLimits(model.budget ?? {}).map((limit) => budgetCheck(limit, pathOf('budget'), document)),
    ],
    mode: model.mode ?? DEFAULTS.model.mode,
    confidence: model.confidence ?? DEFAULTS.model.confidence,
    onInconclusive: model['on-inconclusive'] ?? DEFAULTS.model.onInconclusive,
    latency: canonicalLatency({ ...DEFAULTS.latency, ...model.latency }),
    measure: model.measure === undefined ? undefined : { command: model.measure.command, timeoutSeconds: model.measure.timeout ?? DEFAULTS.measure.timeout },
    seed: model.seed ?? DEFAULTS.model.seed,
  };
}

function canonicalLatency({ batch, threads, warmup, runs }: Required<File.Latency>): LatencySpec {
  return { batches: [batch].flat(), threads: [threads].flat(), warmup, runs };
}

function canonicalSource(source: File.DataSource): DataSource {
  return {
    path: source.path,
    format: source.format ?? DEFAULTS.source.format,
    inputs: new Map(Object.entries(source.inputs ?? {}).map(([input, columns]) => [input, typeof columns === 'string' ? [columns] : columns])),
    target: source.target,
    labels: source.labels,
    slices: source.slices,
    sha256: source.sha256,
    maxSamples: source['max-samples'],
  };
}

function canonicalPreprocess({ scale, mean, std, layout, color, resize, crop }: File.Preprocess): Preprocess {
  return {
    scale: scale ?? DEFAULTS.preprocess.scale, mean: mean ?? DEFAULTS.preprocess.mean, std: std ?? DEFAULTS.preprocess.std,
    layout, color, resize, crop,
  };
}

function canonicalStep(step: File.PruneStep): PruneStep {
  switch (step.method) {
    case 'structured': return canonicalStructured(step);
    case 'unstructured': return canonicalUnstructured(step);
    case 'blocks': return canonicalBlocks(step);
  }
}

function canonicalBlocks(step: File.BlocksStep): BlocksStep {
  const defaults = DEFAULTS.blocks;
  return {
    method: 'blocks', target: countedTarget(step.target), keep: step.keep ?? defaults.keep, only: step.only,
    repair: step.repair ?? defaults.repair, allowPartial: step['allow-partial'] ?? defaults.allowPartial,
  };
}

function canonicalStructured(step: File.StructuredStep): StructuredStep {
  const defaults = DEFAULTS.structured;
  return {
    method: 'structured',
    criterion: step.criterion ?? defaults.criterion,
    allocation: step.allocation ?? defaults.allocation,
    target: canonicalTarget(step.target),
    align: step.align ?? defaults.align,
    keep: step.keep ?? defaults.keep,
    only: step.only,
    repair: step.repair ?? defaults.repair,
    allowPartial: step['allow-partial'] ?? defaults.allowPartial,
  };
}

function canonicalUnstructured(step: File.UnstructuredStep): UnstructuredStep {
  const defaults = DEFAULTS.unstructured;
  const pattern = step.pattern === undefined ? undefined : pairOf(step.pattern, ':');
  const block = step.block === undefined ? undefined : pairOf(step.block, 'x');
  return {
    method: 'unstructured',
    criterion: step.criterion ?? defaults.criterion,
    scope: step.scope ?? defaults.scope,
    sparsity: pattern === undefined ? valid(parseShare(step.sparsity ?? '')) : 1 - pattern[0] / pattern[1],
    pattern: pattern === undefined ? undefined : { n: pattern[0], m: pattern[1] },
    block: block === undefined ? undefined : { rows: block[0], columns: block[1] },
    repair: step.repair ?? defaults.repair,
    keep: step.keep ?? defaults.keep,
    only: step.only,
    store: step.store ?? defaults.store,
  };
}

/** The schema has seen to it that there are two whole numbers. */
function pairOf(text: string, between: ':' | 'x'): [number, number] {
  const [first, second] = text.split(between).map(Number);
  return [first ?? NaN, second ?? NaN];
}

function canonicalTarget(target: File.Target): Target {
  const { latency, lossless, cost, 'accuracy-drop': drop } = target;
  if (latency !== undefined) return { kind: 'latency', factor: valid(parseFactor(latency)) };
  if (drop !== undefined) return { kind: 'accuracy-drop', drop: valid(parseDrop(drop)), ...(cost === undefined || cost === 'macs' ? {} : { cost }) };
  return lossless === undefined ? countedTarget(target) : { kind: 'lossless' };
}

function countedTarget({ macs, params, size, ratio }: File.Target): CountedTarget {
  if (macs !== undefined) return { kind: 'macs', ...valid(parseAmount('macs', macs)) };
  if (params !== undefined) return { kind: 'params', ...valid(parseAmount('params', params)) };
  if (size !== undefined) return { kind: 'size', ...valid(parseAmount('size', size)) };
  return { kind: 'ratio', ratio: valid(parseShare(ratio ?? '')) };
}

function canonicalMetric({ name, id, output, top, threshold }: File.Metric): MetricSpec {
  return { id: id ?? name, name, output, top: top ?? DEFAULTS.metric.top, threshold: threshold ?? DEFAULTS.metric.threshold };
}

function canonicalCheck({ check, max, min, level }: File.Check, path: readonly Segment[], document: PolicyDocument): Check {
  const bound = max === undefined ? 'min' : 'max';
  const written = max ?? min ?? '';
  const { value, unit } = valid(parseLimit(written));
  const text = document.source([...path, bound]) ?? String(written);
  return { check, bound, value, unit, text: text.trim(), level: level ?? DEFAULTS.check.level, ...document.place(path) };
}

function budgetCheck({ key, check, written }: BudgetLimit, budget: readonly Segment[], document: PolicyDocument): Check {
  const path = [...budget, key];
  const { value, unit } = valid(parseLimit(written));
  const text = document.source(path) ?? String(written);
  return { check, bound: 'max', value, unit, text: text.trim(), level: 'critical', ...document.place(path) };
}

/** `checkRules` has read the same text before: a refusal here is a bug of ours. */
function valid<T>(parsed: Parsed<T>): T {
  if (!parsed.ok) throw new Error(`a policy that passed its rules has a bad quantity: ${parsed.reason}`);
  return parsed.value;
}

/** Freezes plain objects and lists all the way down; maps are read-only by type. */
function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  const parts = value instanceof Map ? value.values() : Object.values(value);
  for (const part of parts) deepFreeze(part);
  return Object.freeze(value);
}
