/**
 * Repair of a pruned model without training: bias compensation, affine refit, statistics correction, in this order
 * and as the policy asks. Everything is fitted on calibration split A and judged on split B: a step stays only if it
 * lowers the output loss there. Nothing here sees the held-out set.
 */
import { gatherMoments } from '../../calibrate/moments.js';
import { withProducts } from '../../calibrate/products.js';
import type { Yardstick } from '../../calibrate/yardstick.js';
import type { Samples } from '../../data/types.js';
import { weightTensors } from '../../onnx/constants.js';
import type { Model, Node } from '../../onnx/ir.js';
import type { RepairName } from '../../policy/types.js';
import type { Runtime } from '../../runtime/types.js';
import type { Cut } from '../cut.js';
import { weightDequantisers, withFloatWeights } from '../float-weights.js';
import type { Prunable } from '../prunable.js';
import { requantised } from '../requantise.js';
import type { Moments } from '../types.js';
import type { Decisions } from './decisions.js';
import { fitAgain, isFew } from './again.js';
import { blend } from './blend.js';
import { applyFixes, makeFix, refitObstacle } from './fix.js';
import type { Fix, FixContext } from './fix.js';
import { repairJobs } from './jobs.js';
import type { Job } from './jobs.js';
import { changedValues } from './places.js';
import type { Towards } from './places.js';
import { sequentialRefit } from './sequential.js';
import type { LayerOutcome } from './sequential.js';
import { keepWhatHelps } from './search.js';
import { skippedNotes } from './skipped.js';
import { correctStatistics, denseTargets } from './statistics.js';
import { statisticsSites } from './statistics-sites.js';
import { endAsDecided, endInTurn } from './to-last.js';

export interface RepairRequest {
  readonly runtime: Runtime;
  /** Folder of the stored weights. */
  readonly directory: string;
  /** The dense model and its analysis. */
  readonly prunable: Prunable;
  /** The dense weights cut, before any repair. */
  readonly pruned: Model;
  readonly cut: Cut;
  /** The committed model, where earlier steps have changed it: what is fitted aims at it. */
  readonly towards?: Towards;
  /** Values that are off though nothing was cut there, as behind a dropped block. */
  readonly changed?: readonly string[];
  readonly steps: readonly RepairName[];
  /** Calibration split A. */
  readonly samples: Samples;
  /** Calibration split B: judges what a layer alone gains. */
  readonly judge: Samples;
  /** Judges whole models on calibration split B. */
  readonly yardstick: Yardstick;
  readonly batch: number;
  /** Ridge factors to try; the best on split B is taken. */
  readonly ridges?: readonly number[];
  /** Nothing is decided on split B after this: where samples are few, all that was decided is fitted again on both splits. */
  readonly last?: boolean;
  readonly onProgress?: (detail: string) => void;
  /** The model after each step that was kept. */
  readonly onStep?: (step: RepairName, model: Model) => Promise<void>;
}

export interface Decision {
  /** The stored weight, and the nodes that read it. */
  readonly weight: string;
  readonly nodes: readonly string[];
  readonly method: 'sequential' | 'refit' | 'bias' | 'none';
  /** Why not more was done, or how well the cut inputs are predicted. */
  readonly reason: string;
}

/** A rung of the loss ladder; Infinity where the outputs are not finite. */
export interface Rung {
  readonly step: string;
  readonly loss: number;
  readonly accepted: boolean;
  readonly detail: string;
}

export interface RepairResult {
  readonly model: Model;
  /** dense, pruned, + bias, + refit, + statistics: the steps asked for, with the loss on split B. */
  readonly ladder: readonly Rung[];
  /** The steps that were kept. */
  readonly accepted: readonly RepairName[];
  readonly decisions: readonly Decision[];
  readonly notes: readonly string[];
}

/** Shares of the mean input variance: 0.01 is SparseGPT's default, the smaller ones suit plentiful data. */
export const RIDGES: readonly number[] = [1e-2, 1e-3, 1e-4];
/** Tried besides where samples are few. */
const LARGE_RIDGES: readonly number[] = [1, 1e-1];
/** Losses measured, at most, to find the layers whose repair does not help when all together do not. */
const SEARCH_BUDGET = 12;
/** Of the way to a fit that does not help as a whole. */
const SHARES: readonly number[] = [0.5, 0.25, 0.125];

export async function repair(request: RepairRequest): Promise<RepairResult> {
  const dequantisers = weightDequantisers(request.prunable.model);
  return dequantisers.size === 0 ? repairFloat(request) : repairQuantised(request, dequantisers);
}

/**
 * A quantised model is repaired with its weights as the numbers they stand for; every candidate is judged, and the result
 * given back, with the weights quantised again.
 */
async function repairQuantised(request: RepairRequest, dequantisers: ReadonlyMap<string, Node>): Promise<RepairResult> {
  const { prunable, pruned, yardstick, onStep } = request;
  const back = (model: Model): Model => requantised(model, pruned);
  const model = withFloatWeights(prunable.model);
  const result = await repairFloat({
    ...request,
    prunable: { ...prunable, model, tensors: weightTensors(model.graph) },
    pruned: withFloatWeights(pruned),
    yardstick: { ...yardstick, loss: (candidate) => yardstick.loss(back(candidate)) },
    ...(onStep === undefined ? {} : { onStep: (step: RepairName, candidate: Model) => onStep(step, back(candidate)) }),
  });
  const decisions = result.decisions.map((each) => ({ ...each, weight: dequantisers.get(each.weight)?.inputs[0] ?? each.weight }));
  return { ...result, model: back(result.model), decisions };
}

async function repairFloat(request: RepairRequest): Promise<RepairResult> {
  const loss = await request.yardstick.loss(request.pruned);
  const state = new RepairState(request, loss);
  const { jobs, unrepaired } = repairJobs(request.prunable, request.cut);
  for (const { name, reason } of unrepaired) state.notes.push(`${name} is not repaired: ${reason}`);
  if (request.steps.some((step) => step === 'bias' || step === 'refit') && jobs.length > 0) await repairWeights(request, state, jobs);
  if (request.steps.includes('sequential') && jobs.length + (request.changed?.length ?? 0) > 0) await repairSequentially(request, state);
  if (request.steps.includes('statistics')) await repairStatistics(request, state);
  if (request.last === true && state.accepted.length > 0 && isFew(request)) await repairAgain(request, state);
  return { model: state.model, ladder: state.ladder, accepted: state.accepted, decisions: state.decisions, notes: state.notes };
}

/** What was decided on split B, for fitting it again. */
interface Decided {
  /** Weights whose cut inputs are made up for, with the ridge of a refit; the mean alone where there is none. */
  fixes?: ReadonlyMap<Job, number | undefined>;
  /** With how much of the way from the weights before it was taken. */
  sequential?: { readonly decisions: Decisions; readonly share: number; readonly passes: readonly Decisions[] };
  /** Statistics were restored, with the deviations or the means alone. */
  rescale?: boolean;
}

/** The best model so far, and the record of how it came about. */
class RepairState {
  model: Model;
  readonly ladder: Rung[];
  readonly accepted: RepairName[] = [];
  readonly notes: string[] = [];
  decisions: readonly Decision[] = [];
  readonly decided: Decided = {};

  constructor(private readonly request: RepairRequest, public loss: number) {
    this.model = request.pruned;
    this.ladder = [
      { step: 'dense', loss: 0, accepted: true, detail: 'the model as it was committed' },
      { step: 'pruned', loss, accepted: true, detail: `${request.changed === undefined ? 'channels' : 'blocks'} removed, weights as they were` },
    ];
  }

  /** Takes the step where it lowers the loss. */
  async judge(step: RepairName, tried: number, model: Model, detail: string): Promise<boolean> {
    const accepted = tried < this.loss;
    this.ladder.push({ step: `+ ${step}`, loss: tried, accepted, detail: accepted ? detail : `${detail}; dropped: the loss did not fall` });
    if (!accepted) return false;
    this.model = model;
    this.loss = tried;
    this.accepted.push(step);
    await this.request.onStep?.(step, model);
    return true;
  }
}

async function repairWeights(request: RepairRequest, state: RepairState, jobs: readonly Job[]): Promise<void> {
  const moments = await inputMoments(request, jobs);
  await withProducts(request.runtime, async (multiply) => {
    const context = { prunable: request.prunable, cut: request.cut, moments, multiply };
    let fixes: Fixes = new Map();
    if (request.steps.includes('bias')) fixes = await tryBias(request, state, context, jobs);
    const before = fixes;
    const refit = request.steps.includes('refit') ? await tryRefit(request, state, context, jobs, fixes) : undefined;
    fixes = refit?.fixes ?? fixes;
    state.decided.fixes = new Map([...fixes].map(([job, fix]) => [job, fix.method === 'refit' && fix !== before.get(job) ? refit?.ridge : undefined]));
    state.decisions = jobs.map((job) => decision(job, fixes.get(job), request.steps.includes('refit') ? refitObstacle(job, moments) : 'refit was not asked for'));
  });
}

async function inputMoments(request: RepairRequest, jobs: readonly Job[]): Promise<ReadonlyMap<string, Moments>> {
  const refit = request.steps.includes('refit');
  const taps = new Map<string, { value: string; axis: number; covariance: boolean }>();
  for (const job of jobs) {
    for (const { input, inputChannel } of job.layers) {
      const covariance = (refit && job.fixed === undefined) || taps.get(input)?.covariance === true;
      taps.set(input, { value: input, axis: inputChannel, covariance });
    }
  }
  const { runtime, directory, prunable, samples, batch, onProgress } = request;
  return gatherMoments({
    runtime, directory, samples, batch, model: prunable.model, taps: [...taps.values()],
    onProgress: (done, total) => onProgress?.(`moments: ${done} of ${total} samples`),
  });
}

type Fixes = ReadonlyMap<Job, Fix>;

async function tryBias(request: RepairRequest, state: RepairState, context: FixContext, jobs: readonly Job[]): Promise<Fixes> {
  request.onProgress?.('bias');
  const fixes = new Map<Job, Fix>();
  for (const job of jobs) fixes.set(job, await makeFix(context, job, undefined));
  const loss = await request.yardstick.loss(modelWith(request, fixes));
  return judgeFixes(request, state, 'bias', { fixes, loss }, new Map(), (kept) => `${kept} of ${jobs.length} weights: cut inputs replaced by their means`);
}

async function tryRefit(
  request: RepairRequest, state: RepairState, context: FixContext, jobs: readonly Job[], before: Fixes,
): Promise<{ fixes: Fixes; ridge: number }> {
  const best = await bestRidge(request, context, jobs, before);
  const fixes = await judgeFixes(request, state, 'refit', best, before, (kept) => `${kept} of ${jobs.length} weights, ridge ${best.ridge}`);
  return { fixes, ridge: best.ridge };
}

interface Tried {
  readonly fixes: Fixes;
  /** Loss with all of them. */
  readonly loss: number;
}

/** All refits together at each ridge; the one with the least loss. Where a refit is out of reach the means serve. */
async function bestRidge(request: RepairRequest, context: FixContext, jobs: readonly Job[], before: Fixes): Promise<Tried & { ridge: number }> {
  let best: (Tried & { ridge: number }) | undefined;
  for (const ridge of request.ridges ?? (isFew(request) ? [...LARGE_RIDGES, ...RIDGES] : RIDGES)) {
    request.onProgress?.(`refit with ridge ${ridge}`);
    const fixes = new Map<Job, Fix>();
    for (const job of jobs) {
      const reachable = refitObstacle(job, context.moments) === undefined;
      if (reachable || !before.has(job)) fixes.set(job, await makeFix(context, job, reachable ? ridge : undefined));
    }
    const loss = await request.yardstick.loss(modelWith(request, new Map([...before, ...fixes])));
    if (best === undefined || loss < best.loss) best = { ridge, fixes, loss };
  }
  if (best === undefined) throw new Error('no ridge to try');
  return best;
}

/** Keeps these fixes on top of earlier ones where they lower the loss: all of them, or the parts that do. */
async function judgeFixes(
  request: RepairRequest, state: RepairState, step: RepairName, tried: Tried, before: Fixes, describe: (kept: number) => string,
): Promise<Fixes> {
  const merged = (jobs: ReadonlySet<Job>): Fixes => new Map([...before, ...[...tried.fixes].filter(([job]) => jobs.has(job))]);
  const found = await keepWhatHelps([...tried.fixes.keys()], {
    before: state.loss, all: tried.loss, budget: SEARCH_BUDGET, loss: (jobs) => request.yardstick.loss(modelWith(request, merged(jobs))),
  });
  if (found.kept.size === 0) {
    await state.judge(step, tried.loss, request.pruned, describe(tried.fixes.size));
    return before;
  }
  const kept = merged(found.kept);
  await state.judge(step, found.loss, modelWith(request, kept), describe(found.kept.size));
  return kept;
}

function modelWith({ pruned, prunable }: RepairRequest, fixes: Fixes): Model {
  return applyFixes(pruned, fixes, (value) => prunable.facts.values.get(value)?.dims.length);
}

function decision(job: Job, fix: Fix | undefined, obstacle: string | undefined): Decision {
  const nodes = job.layers.map(({ node }) => node.name || (node.outputs[0] ?? ''));
  if (fix === undefined) return { weight: job.weight, nodes, method: 'none', reason: obstacle ?? 'repair did not lower the loss' };
  const explained = `${(100 * fix.explained).toFixed(0)} % of the cut inputs' variance is predicted by the kept ones`;
  const reason = fix.method === 'refit' ? explained : obstacle ?? 'a refit did not lower the loss';
  return { weight: job.weight, nodes, method: fix.method, reason };
}

async function repairSequentially(request: RepairRequest, state: RepairState): Promise<void> {
  const result = await sequentialRefit(request, state.model);
  if (result === undefined) {
    state.ladder.push({ step: '+ sequential', loss: state.loss, accepted: false, detail: 'the graph has subgraphs' });
    return;
  }
  const fitted = result.outcomes.filter(({ fitted: isFitted }) => isFitted);
  const skipped = result.outcomes.filter(({ fitted: isFitted }) => !isFitted);
  state.notes.push(...skippedNotes('sequential refit', skipped.map(({ node, reason }) => ({ layer: node, reason }))));
  const best = await partOfTheWay(request, state, result.model);
  const ended = await endInTurn(request, best);
  const detail = `${fitted.length} layers fitted on the repaired inputs${best.share === 1 ? '' : `, ${String(100 * best.share)} % of the way`}${ended.text}`;
  if (!await state.judge('sequential', ended.loss, ended.model, detail)) return;
  state.decisions = withSequential(state.decisions, fitted);
  state.decided.sequential = { decisions: result.decisions, share: best.share, passes: ended.passes };
}

/** Where all of a fit is too much, a part of it may help: what fits each layer on few samples is not always what the outputs need. */
async function partOfTheWay({ yardstick }: RepairRequest, state: RepairState, end: Model): Promise<{ model: Model; loss: number; share: number }> {
  let best = { model: end, loss: await yardstick.loss(end), share: 1 };
  if (best.loss < state.loss) return best;
  for (const share of SHARES) {
    const model = blend(state.model, end, share);
    const loss = await yardstick.loss(model);
    if (!(loss < best.loss)) break;
    best = { model, loss, share };
  }
  return best;
}

/** A layer fitted sequentially has left behind what was decided before. */
function withSequential(decisions: readonly Decision[], fitted: readonly LayerOutcome[]): Decision[] {
  const byWeight = new Map(fitted.map((outcome) => [outcome.weight, outcome]));
  const updated = decisions.map((each): Decision => {
    const outcome = byWeight.get(each.weight);
    byWeight.delete(each.weight);
    return outcome === undefined ? each : { ...each, method: 'sequential', reason: outcome.reason };
  });
  return [...updated, ...[...byWeight.values()].map(({ weight, node, reason }): Decision => ({ weight, nodes: [node], method: 'sequential', reason }))];
}

async function repairStatistics(request: RepairRequest, state: RepairState): Promise<void> {
  request.onProgress?.('statistics');
  const { sites, tooFew } = statisticsSites(state.model.graph, request.prunable.facts, changedValues(request), request.batch);
  if (tooFew.length > 0) state.notes.push(`statistics of ${tooFew.join(', ')} are left alone: one batch has too few positions`);
  if (sites.length === 0) {
    state.ladder.push({ step: '+ statistics', loss: state.loss, accepted: false, detail: 'no layer whose statistics could be corrected' });
    return;
  }
  const correction = { ...request, model: state.model };
  const targets = await denseTargets(correction, sites);
  const tried: { model: Model; loss: number; detail: string; rescale: boolean }[] = [];
  for (const rescale of [true, false]) {
    const model = await correctStatistics(correction, sites, targets, rescale);
    const what = rescale ? 'means and deviations' : 'means (and batch-norm statistics)';
    tried.push({ model, loss: await request.yardstick.loss(model), detail: `${sites.length} layers: ${what} restored`, rescale });
  }
  const [best] = tried.sort((a, b) => a.loss - b.loss);
  if (best !== undefined && await state.judge('statistics', best.loss, best.model, best.detail)) state.decided.rescale = best.rescale;
}

async function repairAgain(request: RepairRequest, state: RepairState): Promise<void> {
  request.onProgress?.('again on both splits');
  const { model, note } = await fitAgain(request, state.loss, (samples) => asDecided({ ...request, samples }, state.decided));
  state.model = model ?? state.model;
  state.notes.push(note);
}

async function asDecided(request: RepairRequest, { fixes, sequential, rescale }: Decided): Promise<Model> {
  let model = fixes === undefined || fixes.size === 0 ? request.pruned : await fixedAgain(request, fixes);
  if (sequential !== undefined) {
    const fitted = await sequentialRefit({ ...request, decided: sequential.decisions }, model);
    if (fitted !== undefined) model = sequential.share === 1 ? fitted.model : blend(model, fitted.model, sequential.share);
    model = await endAsDecided(request, model, sequential.passes);
  }
  if (rescale === undefined) return model;
  const { sites } = statisticsSites(model.graph, request.prunable.facts, changedValues(request), request.batch);
  return correctStatistics({ ...request, model }, sites, await denseTargets({ ...request, model }, sites), rescale);
}

async function fixedAgain(request: RepairRequest, wanted: ReadonlyMap<Job, number | undefined>): Promise<Model> {
  const moments = await inputMoments(request, [...wanted.keys()]);
  return withProducts(request.runtime, async (multiply) => {
    const fixes = new Map<Job, Fix>();
    for (const [job, ridge] of wanted) fixes.set(job, await makeFix({ prunable: request.prunable, cut: request.cut, moments, multiply }, job, ridge));
    return modelWith(request, fixes);
  });
}
