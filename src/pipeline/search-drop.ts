/**
 * The cheapest model that loses no more than was allowed: factors are halved between (on a logarithmic scale), each is pruned
 * and repaired in full, and its drop is taken on samples that neither fitted nor decided anything in it. The held-out
 * samples take no part, so that the verdict is not about what was searched on.
 */
import type { Samples } from '../data/types.js';
import { UserError } from '../errors.js';
import { evaluatePair } from '../evaluate/evaluate.js';
import type { CostName, MetricSpec, ModelPolicy, StructuredStep } from '../policy/types.js';
import { mostOf } from '../prune/budget.js';
import { openGroups } from '../prune/open-groups.js';
import type { DropSearch } from '../prune/plan.gen.js';
import type { RepairResult } from '../prune/repair/repair.js';
import { pruneStructured } from '../prune/structured.js';
import type { StructuredRequest, StructuredResult } from '../prune/structured.js';
import { COST_WORDS, factorTarget } from '../prune/target-words.js';
import { withVariant } from '../calibrate/variant.js';
import type { Model } from '../onnx/ir.js';
import type { Journal } from './journal.js';
import type { Subject } from './subject.js';

export interface Found {
  readonly result: StructuredResult;
  readonly repaired: RepairResult;
  readonly search: DropSearch;
  /** False: even the least cut loses more, and the policy accepts that. */
  readonly within: boolean;
}

export interface DropRequest {
  readonly subject: Subject;
  readonly policy: ModelPolicy;
  readonly request: StructuredRequest;
  readonly step: StructuredStep;
  readonly drop: number;
  /** Split C of the calibration samples. */
  readonly samples: Samples;
  readonly repair: (result: StructuredResult) => Promise<RepairResult>;
  readonly journal: Journal;
}

/** Cuts below this are not worth having. */
const LEAST_FACTOR = 1.02;
/** Factors closer than this are not told apart. */
const RESOLUTION = 1.05;
const MOST_TRIES = 8;

interface Tried {
  readonly factor: number;
  readonly drop: number;
  readonly within: boolean;
  readonly result: StructuredResult;
  readonly repaired: RepairResult;
}

/** @throws UserError `target-unreached` where even the least cut loses more than is allowed */
export async function searchByDrop(search: DropRequest): Promise<Found> {
  const { request, step, samples, journal } = search;
  const measured = { ...request, measured: {} };
  const metric = metricFor(search.policy, samples.hasTarget);
  const cost = costOfSearch(step);
  let [low, high] = [1, mostOf(request.prunable, stepAt(step, shapeCost(cost), LEAST_FACTOR), openGroups(request.prunable, step)).achieved];
  const tried: Tried[] = [];
  while (tried.length < MOST_TRIES && high / low > RESOLUTION) {
    const factor = Math.max(LEAST_FACTOR, Math.sqrt(low * high));
    const one = await tryFactor(search, measured, metric, factor, tried);
    tried.push(one);
    journal.note(`Search ${String(tried.length)}: ${one.factor.toFixed(2)}x ${COST_WORDS[cost]} lose ${(100 * one.drop).toFixed(2)} points of ${metric.name} on ${String(samples.count)} search samples${one.within ? '' : ': too many'}.`);
    // A latency that is out of reach gives the largest cut that pays: no factor above it will do more.
    if (one.within && one.factor < factor) break;
    if (one.within) low = Math.max(factor, one.factor);
    else if (factor <= LEAST_FACTOR) break;
    else high = factor;
  }
  return chosenOf(search, tried, metric);
}

function chosenOf({ drop, samples, step }: DropRequest, tried: readonly Tried[], metric: MetricSpec): Found {
  const [cheapest] = tried.filter(({ within }) => within).sort((a, b) => b.factor - a.factor || a.drop - b.drop);
  const [mildest] = [...tried].sort((a, b) => a.drop - b.drop || b.factor - a.factor);
  const best = cheapest ?? (step.allowPartial ? mildest : undefined);
  if (best === undefined) {
    throw new UserError({
      code: 'target-unreached', where: 'prune target in the policy',
      message: `No cut stays within a drop of ${(100 * drop).toFixed(2)} points: the mildest tried, ${mildest?.factor.toFixed(2) ?? '1'}x ${COST_WORDS[costOfSearch(step)]}, loses ${(100 * (mildest?.drop ?? NaN)).toFixed(2)} on ${String(samples.count)} search samples.`,
      fix: 'Allow a larger drop, add calibration samples, shorten `keep`, or set `allow-partial: true` to accept the mildest cut with a warning.',
    });
  }
  const record = tried.map(({ factor, drop: lost, within }) => ({ factor: Number(factor.toPrecision(4)), drop: Number(lost.toPrecision(4)), within }));
  // All that was timed: planning again with this table tries the same.
  const latency = tried.at(-1)?.result.latency;
  return { result: { ...best.result, ...(latency === undefined ? {} : { latency }) }, repaired: best.repaired, within: best.within, search: { metric: metric.name === 'agreement' ? 'agreement' : 'accuracy', samples: samples.count, tried: record } };
}

/** The same cut twice, since counts are aligned, is measured once. */
async function tryFactor(search: DropRequest, request: StructuredRequest, metric: MetricSpec, factor: number, before: readonly Tried[]): Promise<Tried> {
  const result = await pruneStructured({ ...request, step: { ...stepAt(search.step, costOfSearch(search.step), factor), allowPartial: true } });
  const same = before.find((one) => JSON.stringify([...one.result.chosen.selection.removed]) === JSON.stringify([...result.chosen.selection.removed]));
  if (same !== undefined) return same;
  const repaired = await search.repair(result);
  const drop = await dropOf(search, repaired.model, metric);
  return { factor: result.chosen.achieved, drop, within: drop <= search.drop, result, repaired };
}

const stepAt = (step: StructuredStep, cost: CostName, factor: number): StructuredStep => ({ ...step, target: factorTarget(cost, factor) });

const costOfSearch = ({ target }: StructuredStep): CostName => (target.kind === 'accuracy-drop' ? target.cost ?? 'macs' : 'macs');

/** What says how far cuts can go at all: time is not known from shapes, and falls no further than the arithmetic. */
const shapeCost = (cost: CostName): CostName => (cost === 'latency' ? 'macs' : cost);

/** Labels where there are some, with the options of the policy's own metric; else how often the answers agree. */
export function metricFor({ metrics }: ModelPolicy, labelled: boolean): MetricSpec {
  const own = metrics.find(({ name }) => name === 'accuracy') ?? metrics.find(({ name }) => name === 'agreement');
  const name = labelled ? 'accuracy' : 'agreement';
  return { id: name, name, output: own?.output, top: labelled ? own?.top ?? 1 : 1, threshold: own?.threshold ?? 0.5 };
}

/** @throws UserError `search-undecided` where the drop has no value */
export async function dropOf({ subject, policy, request, samples }: Pick<DropRequest, 'subject' | 'policy' | 'request' | 'samples'>, model: Model, metric: MetricSpec): Promise<number> {
  const [found] = await withVariant(subject.runtime, subject.model, subject.directory, (dense) => withVariant(subject.runtime, model, request.directory, (pruned) =>
    evaluatePair({ dense, pruned, samples, metrics: [metric], batch: request.batch, confidence: policy.confidence, seed: samples.sha256 })));
  const drop = metric.name === 'agreement' ? 1 - (found?.pruned ?? NaN) : found?.drop ?? NaN;
  if (Number.isFinite(drop)) return drop;
  throw new UserError({
    code: 'search-undecided', message: `The drop of ${metric.name} has no value on the search samples: ${found?.findings.join('; ') ?? ''}.`, where: 'prune target in the policy',
    fix: 'Name the output in the policy\'s accuracy metric, correct the labels of the calibration data, or give a target in macs, params, size or latency.',
  });
}
