/**
 * What a run would take, from one timed sample and from the arithmetic of its stages. Deep models spend their time on moments
 * of unfolded inputs, which grow with the square of a layer's inputs, and not on forward passes:
 *
 * 1. Every pass over samples costs what the model costs on one, every variant of the model what opening it costs.
 * 2. Moments of a layer with d inputs over r rows take r d² multiply-adds: once to choose units (`obs`), and in each sequential
 *    refit, which `auto` allocation makes for its finalists as well.
 * 3. Eliminating units takes d³ for each reader, in JavaScript.
 * 4. A target in latency times each group's part of the model at several counts, and the whole model under each plan it looks at.
 * 5. A search by quality chooses, repairs and evaluates once for each factor it tries; what it measured for the first serves all.
 * 6. Single weights are chosen twice, one by one, spreads of them compared after a refit, and layers fitted through the rest of the model.
 *
 * Checked against runs from 5 s to 2 minutes on two cores; it is an order of magnitude, not a promise.
 */
import { DataType } from '../onnx/ir.js';
import type { Facts } from '../ops/facts.js';
import type { ModelPolicy, PruneStep, StructuredStep, UnstructuredStep } from '../policy/types.js';
import type { Prunable } from '../prune/prunable.js';
import { isTimed } from '../prune/target-words.js';
import { layerContext, layersOf, ranksOf } from '../prune/repair/layers.js';
import { CHOOSING } from '../prune/repair/choosing.js';
import { MOST_SAMPLES, planRows } from '../prune/repair/rows.js';
import { MOST_INPUTS } from '../prune/reselect.js';
import { MOST_WORK } from '../prune/unstructured/surgeon.js';
import { isSmall } from '../prune/repair/to-last.js';

/** Starting up, probing devices and shapes, reports: whatever the model. */
const FIXED_SECONDS = 5;
/** Models opened on the way whatever is pruned: facts, proof, moments, candidates of repair. */
const MODELS_OPENED = 30;
/** Passes over the calibration samples that scoring and plain repair make, at most. */
const CALIBRATION_PASSES = 12;
/** `allocation: auto` cuts each group alone at this many counts, and runs each cut on this many samples of split B. */
const CUTS_PER_GROUP = 5;
const SAMPLES_PER_CUT = 256;
/** Allocations that `auto` compares, and those of them that it refits. */
const CANDIDATES = 7;
const FINALISTS = 5;
const FINALIST_SAMPLES = 512;
/** Graphs of both models side by side that a sequential refit opens at each layer. */
const OPENED_PER_LAYER = 6;
/** Rule 4: seconds of timing for a group or a plan, sessions opened for a group, and plans looked at (a bisection for each candidate). */
const TIMING = { seconds: 0.4, sessionsPerGroup: 10, plans: 40 };
/** Rule 5: factors that a search tries, at most. */
const SEARCHED_FACTORS = 8;
/** Residual blocks that are rated by a refit, about, and samples it takes. */
const RATED = { blocks: 12, samples: 256 };
/** Rule 6: spreads of zeros that are compared, samples that layers are refit on, and whole runs that fitting the last ones in turn comes to. */
const SPREADS = 2;
const SPARSE_SAMPLES = 2048;
const RUNS_TO_LAST = 18;
/** Passes of such fits that a small model gets, about. */
const SMALL_PASSES = 2;
/** Multiply-adds of moments in a second, unfolding and solving included, on two cores; and of an elimination, on one. */
const MOMENT_RATE = 8e9;
const ELIMINATION_RATE = 5e8;

export interface RunCounts {
  readonly heldout: number;
  readonly fit: number;
  readonly decide: number;
  /** Split C, where something is searched for by quality. */
  readonly search: number;
}

export interface ModelTimes {
  /** Seconds to open it. */
  readonly open: number;
  /** Seconds to run it on one sample, once it is warm. */
  readonly perSample: number;
}

export interface CostRequest {
  readonly prunable: Prunable;
  readonly facts: Facts;
  readonly policy: ModelPolicy;
  readonly samples: RunCounts;
  readonly times: ModelTimes;
}

export function secondsOfRun(request: CostRequest): number {
  const { policy, samples, times: { open, perSample } } = request;
  const { batches, threads, warmup, runs } = policy.latency;
  const timed = 5 * (runs + warmup) * threads.length * batches.reduce((a, b) => a + b, 0);
  const always = FIXED_SECONDS + open * MODELS_OPENED + perSample * (2 * samples.heldout + CALIBRATION_PASSES * (samples.fit + samples.decide) + timed);
  return policy.prune.reduce((sum, step) => sum + secondsOf(request, step), always);
}

function secondsOf(request: CostRequest, step: PruneStep): number {
  switch (step.method) {
    case 'structured': return secondsOfStep(request, step);
    case 'unstructured': return secondsOfSparse(request, step);
    case 'blocks': return step.repair.includes('sequential') ? walk(request, MOST_SAMPLES) + RATED.blocks * walk(request, RATED.samples) : 0;
  }
}

/** Rules 1, 2 and 6: moments of the dense model, the refit, the choice made again and the refits that compare, the fits through the rest of the model. */
function secondsOfSparse(request: CostRequest, { criterion, scope, pattern, repair }: UnstructuredStep): number {
  const dense = walk(request, MOST_SAMPLES);
  const single = criterion === 'obs' ? surgery(request) : 0;
  if (!repair.includes('sequential')) return dense + single;
  const isAgain = criterion === 'obs' || criterion === 'sparsegpt';
  const compared = (scope === 'auto' && pattern === undefined ? SPREADS : 0) + (isAgain ? 1 : 0);
  const refit = walk(request, SPARSE_SAMPLES) + toLast(request);
  return dense + refit + compared * walk(request, FINALIST_SAMPLES) + (isAgain ? walk(request, CHOOSING.mostSamples) + single : 0) + single;
}

/** One pass over the last layers in turn with the very last one. */
const toLast = ({ samples, times: { perSample } }: CostRequest): number => RUNS_TO_LAST * perSample * Math.min(samples.fit, SPARSE_SAMPLES);

/** Weight by weight, over all layers. */
function surgery({ prunable, facts, samples }: CostRequest): number {
  const work = plansOf(prunable, facts, samples.fit).reduce((sum, { inputs, outputs }) => sum + outputs * inputs ** 3 / 6, 0);
  return Math.min(work, MOST_WORK) / ELIMINATION_RATE;
}

function secondsOfStep(request: CostRequest, step: StructuredStep): number {
  const { samples, times: { open, perSample } } = request;
  const once = measuring(request, step) + (isTimed(step.target) ? timing(request) : 0);
  const plan = planning(request, step);
  if (step.target.kind !== 'accuracy-drop') return once + plan;
  return once + SEARCHED_FACTORS * (plan + 2 * (open + perSample * samples.search));
}

/** What is measured once, whatever is asked for. */
function measuring(request: CostRequest, { allocation, criterion }: StructuredStep): number {
  if (allocation !== 'auto') return criterion === 'obs' ? choosing(request) : 0;
  return choosing(request) + cutSeconds(request) * CUTS_PER_GROUP * request.prunable.analysis.groups.length;
}

/** A group alone, cut and run. */
const cutSeconds = ({ samples, times: { open, perSample } }: CostRequest): number => open + perSample * Math.min(SAMPLES_PER_CUT, samples.decide);

/** One plan, chosen and repaired. */
function planning(request: CostRequest, { allocation, repair }: StructuredStep): number {
  const isDeep = repair.includes('sequential');
  const passes = isSmall({ prunable: request.prunable, samples: { count: request.samples.fit } }) ? SMALL_PASSES : 0;
  const refit = isDeep ? walk(request, MOST_SAMPLES) + passes * toLast(request) : 0;
  if (allocation !== 'auto') return refit;
  return refit + cutSeconds(request) * CANDIDATES + (isDeep ? FINALISTS * walk(request, FINALIST_SAMPLES) : 0);
}

/** Rule 4. A model that runs longer than the time that is meant for it is run a few times all the same. */
function timing({ prunable, policy, times: { open, perSample } }: CostRequest): number {
  const groups = prunable.analysis.groups.length;
  const whole = Math.max(TIMING.seconds, 14 * perSample * (policy.latency.batches[0] ?? 1)) + 2 * open;
  return groups * (TIMING.seconds + TIMING.sessionsPerGroup * open / Math.max(1, groups)) + TIMING.plans * whole;
}

/** Rules 2 and 3: what `obs` and the measured curves are read from. */
function choosing({ prunable, facts, samples }: CostRequest): number {
  const wide = plansOf(prunable, facts, Math.min(samples.fit, CHOOSING.mostSamples), CHOOSING.rowsPerInput).filter(({ inputs }) => inputs <= MOST_INPUTS);
  return wide.reduce((sum, { rows, inputs }) => sum + rows * inputs ** 2 / MOMENT_RATE + 2 * inputs ** 3 / ELIMINATION_RATE, 0);
}

/** Rules 1 and 2, of one sequential refit. */
function walk({ prunable, facts, samples, times: { open, perSample } }: CostRequest, most: number): number {
  const [fit, judge] = [Math.min(samples.fit, most), Math.min(samples.decide, most)];
  const plans = plansOf(prunable, facts, fit);
  const moments = plans.reduce((sum, { rows, inputs }) => sum + rows * (1 + judge / Math.max(1, fit)) * inputs ** 2, 0);
  // Each node of both models about twice.
  return moments / MOMENT_RATE + 4 * perSample * (fit + judge) + OPENED_PER_LAYER * open * plans.length;
}

interface LayerWork {
  readonly rows: number;
  readonly inputs: number;
  readonly outputs: number;
}

/** Of the layers that a fit can be made for. */
export function plansOf(prunable: Prunable, facts: Facts, samples: number, rowsPerInput?: number): LayerWork[] {
  const lengths = (value: string): readonly number[] | undefined => facts.values.get(value)?.dims;
  return layersOf(layerContext(prunable.model.graph, ranksOf(facts))).flatMap((layer) => {
    const tensor = prunable.tensors.get(layer.weight);
    if (tensor?.dataType !== DataType.FLOAT) return [];
    const plan = planRows(layer, tensor.dims, lengths, samples, rowsPerInput);
    if (typeof plan === 'string') return [];
    const positions = plan.output.reduce((a, b) => a * b, 1) / (plan.outputs * (plan.output[0] ?? 1));
    return [{ rows: samples * plan.lines * positions / plan.lineCount, inputs: plan.inputs, outputs: plan.outputs }];
  });
}
