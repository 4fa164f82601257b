/**
 * One structured pruning step: score the groups, choose units for the target, cut, and prove the cut. A group whose
 * cut cannot be written or proven is refused and the choice is made again without it.
 */
import type { OutputKind } from '../calibrate/yardstick-outputs.js';
import type { Samples } from '../data/types.js';
import { UserError } from '../errors.js';
import type { Model, Node } from '../onnx/ir.js';
import type { StructuredStep } from '../policy/types.js';
import type { Feeds, Runtime } from '../runtime/types.js';
import { applyCut } from './apply.js';
import type { Obstacle } from './apply.js';
import type { Scored } from './allocate.js';
import { autoAllocation, fixedAllocation } from './auto.js';
import type { Allocate, BudgetOf } from './auto.js';
import { countedBudget, measureSelection, mostOf } from './budget.js';
import type { Chosen } from './budget.js';
import { latencyBudget } from './latency/budget.js';
import { LatencyMeter, recordedSpeedup } from './latency/meter.js';
import type { LatencySetting } from './latency/meter.js';
import type { LatencyTable } from './plan.gen.js';
import { floatPrunable } from './float-weights.js';
import { nameOf } from './groups.js';
import { keptByPolicy, openGroups } from './open-groups.js';
import type { Prunable } from './prunable.js';
import { ProveFailed } from './prove-failed.js';
import type { FailedCut } from './prove-failed.js';
import { prove } from './prove.js';
import type { Proof } from './prove.js';
import type { Evidence } from './evidence.js';
import type { Towards } from './repair/places.js';
import type { CutMeter, Sensitivity } from './sensitivity.js';
import { gatherEvidence, scoreGroups } from './score.js';
import { amountText, nothingToPrune, wantedText } from './target-words.js';
import type { Group, Refusal, Selection } from './types.js';

/** Plans made again after a proof failed; past it something is wrong with prune-gate, not with one group. */
export const MAX_ATTEMPTS = 5;

export interface StructuredRequest {
  readonly runtime: Runtime;
  readonly directory: string;
  readonly prunable: Prunable;
  readonly step: StructuredStep;
  /** The committed model and the folder of its weights, where an earlier step has changed it since: losses are against it. */
  readonly reference?: { readonly model: Model; readonly directory: string };
  /** What repair aims at where earlier steps have changed the model. */
  readonly towards?: Towards;
  /** What bare outputs hold, where the policy's metrics tell: for comparing candidates as repair does. */
  readonly kinds?: ReadonlyMap<string, OutputKind>;
  /** Calibration split A; only read where the criterion needs moments. */
  readonly calibration: Samples | undefined;
  /** Calibration split B; only read by `auto` allocation. */
  readonly decide?: Samples;
  readonly batch: number;
  /** One small batch for the proof. */
  readonly feeds: Feeds;
  readonly seed: number;
  /** Filled by the first prune of a model, for further ones with other targets: what was measured does not depend on them. */
  readonly measured?: Measured;
  /** How latency is timed, for a target in latency. */
  readonly latency?: LatencySetting;
  readonly onProgress?: (stage: 'latency' | 'score' | 'apply' | 'prove', detail: string) => void;
}

export interface Measured {
  evidence?: Evidence;
  sensitivity?: { readonly meter: CutMeter; readonly curves: Sensitivity };
  /** What was timed so far; what it lacks is timed and added. */
  latency?: LatencyMeter;
  /** Times of this model on this machine that an earlier process recorded. */
  times?: LatencyTable;
}

export interface StructuredResult {
  /** The plan applied to dense weights, proven, before any repair. */
  readonly model: Model;
  readonly chosen: Chosen;
  readonly proof: Proof;
  readonly attempts: number;
  /** Groups that could have been pruned but for a reason found on the way, by group name. */
  readonly refused: ReadonlyMap<string, Refusal>;
  /** Groups left out by the policy, and those of which no cut pays. */
  readonly kept: ReadonlyMap<string, string>;
  /** What was timed for it. */
  readonly latency?: LatencyTable;
  /** Units merged into others before they were cut (`lossless`), by group: unit to the one that equals it. */
  readonly merged?: ReadonlyMap<string, ReadonlyMap<number, number>>;
}

export async function pruneStructured(request: StructuredRequest): Promise<StructuredResult> {
  const { prunable, step } = request;
  const kept = keptByPolicy(prunable, step);
  const refused = new Map<string, Refusal>();
  const failed: FailedCut[] = [];
  // A quantised model is rated by the numbers that its weights stand for; costs and the cut are its own.
  const rated = { ...request, prunable: floatPrunable(prunable) };
  const eligible = rated.prunable.analysis.groups.filter((group) => !kept.has(group.name));
  refuseKept(prunable, step);
  const most = mostOf(prunable, step, eligible);
  if (step.target.kind !== 'latency' && !most.reached && !step.allowPartial) throw unreachable(step, most, prunable);
  const measured = request.measured ?? {};
  const evidence = measured.evidence ?? await gatherEvidence(rated, eligible);
  measured.evidence = evidence;
  const scored = scoreGroups(rated, evidence, eligible, refused);
  const { budgetOf, meter } = await openBudget(request, scored, kept);
  const allocate = step.allocation === 'auto' ? await autoAllocation({ ...request, measured }, rated, evidence, scored, budgetOf) : fixedAllocation(request, budgetOf);
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
    const { chosen, model } = await chooseAndApply(request, scored, refused, allocate);
    // What earlier steps have taken away may be enough.
    if (chosen.selection.removed.size === 0 && (prunable.committed === undefined || !chosen.reached)) throw unreached(step, chosen, prunable, refused);
    request.onProgress?.('prove', `attempt ${String(attempt)}`);
    const proof = await prove({ ...request, pruned: model, cut: chosen.cut, seed: String(request.seed) });
    if (proof.holds) {
      if (!chosen.reached && !step.allowPartial) throw unreached(step, chosen, prunable, refused);
      return { model, chosen, proof, attempts: attempt, refused, kept, ...(meter === undefined ? {} : { latency: meter.table() }) };
    }
    failed.push({ dense: prunable.model, pruned: model, selection: chosen.selection, feeds: request.feeds, mismatch: proof.mismatch });
    refuseFeeding(prunable, chosen, proof, refused);
  }
  throw new ProveFailed(`After ${String(MAX_ATTEMPTS)} plans the`, failed.at(-1) as FailedCut);
}

/**
 * Applies and proves a selection made earlier (`prune --plan`), deciding nothing.
 *
 * @param refused what was refused when it was made; groups among it turned out not to be prunable on the way, and are told again
 * @throws UserError `prove-failed`, `plan-mismatch`
 */
export async function replayStructured(request: StructuredRequest, selection: Selection, refused: readonly Refusal[] = []): Promise<StructuredResult> {
  const { prunable } = request;
  const groups = new Set(prunable.analysis.groups.map(({ name }) => name));
  const found = new Map(refused.filter(({ name }) => groups.has(name)).map((refusal) => [refusal.name, refusal]));
  const open = openGroups(prunable, request.step).filter(({ name }) => !found.has(name));
  const given = request.latency?.given;
  const chosen = measureSelection(prunable, request.step, selection, open, given === undefined ? NaN : recordedSpeedup(given, selection));
  request.onProgress?.('apply', `${String(selection.removed.size)} groups of the plan`);
  const applied = applyCut(prunable.model, prunable.tensors, prunable.coupling, prunable.facts, chosen.cut);
  if (applied.model === undefined) {
    const [obstacle] = applied.obstacles;
    throw new UserError({ code: 'plan-mismatch', message: `The plan cannot be applied: ${obstacle?.reason ?? ''}.`, where: obstacle?.node ?? 'plan.json' });
  }
  request.onProgress?.('prove', 'the plan');
  const proof = await prove({ ...request, pruned: applied.model, cut: chosen.cut, seed: String(request.seed) });
  if (!proof.holds) {
    throw new ProveFailed('The plan was applied, but the', { dense: prunable.model, pruned: applied.model, selection, feeds: request.feeds, mismatch: proof.mismatch });
  }
  return { model: applied.model, chosen, proof, attempts: 1, refused: found, kept: new Map(), ...(given === undefined ? {} : { latency: given }) };
}

/** Counted from shapes, or timed: the latter only for a target in latency. */
async function openBudget(request: StructuredRequest, scored: readonly Scored[], kept: Map<string, string>): Promise<{ budgetOf: BudgetOf; meter?: LatencyMeter }> {
  const { prunable, step, latency: setting } = request;
  const groupsOf = (open: readonly Scored[]): Group[] => open.map(({ group }) => group);
  if (step.target.kind !== 'latency') return { budgetOf: (open) => Promise.resolve(countedBudget(prunable, step, groupsOf(open))) };
  if (setting === undefined) throw new Error('a target in latency needs to know how it is timed');
  const meter = request.measured?.latency ?? new LatencyMeter({ ...request, align: step.align, setting, known: request.measured?.times });
  if (request.measured !== undefined) request.measured.latency = meter;
  for (const [index, { group }] of scored.entries()) {
    request.onProgress?.('latency', `group ${String(index + 1)} of ${String(scored.length)}`);
    if ((await meter.measure(group)).length === 0) kept.set(group.name, 'no cut of it makes the model faster on this machine');
  }
  return { budgetOf: (open) => latencyBudget(prunable, step, meter, groupsOf(open)), meter };
}

/** Chooses units; groups whose cut cannot be written are refused until the rest can. */
async function chooseAndApply(
  request: StructuredRequest, scored: readonly Scored[], refused: Map<string, Refusal>, allocate: Allocate,
): Promise<{ chosen: Chosen; model: Model }> {
  const { prunable } = request;
  for (;;) {
    const chosen = await allocate(scored.filter(({ group }) => !refused.has(group.name)));
    request.onProgress?.('apply', `${String(chosen.selection.removed.size)} groups`);
    const applied = applyCut(prunable.model, prunable.tensors, prunable.coupling, prunable.facts, chosen.cut);
    if (applied.model !== undefined) return { chosen, model: applied.model };
    const before = refused.size;
    for (const obstacle of applied.obstacles) refuseObstacle(prunable, chosen, obstacle, refused);
    if (refused.size === before) throw new Error(`no group explains the obstacle at ${applied.obstacles[0]?.node ?? ''}`);
  }
}

function refuseObstacle(prunable: Prunable, chosen: Chosen, obstacle: Obstacle, refused: Map<string, Refusal>): void {
  for (const group of groupsTouching(prunable, chosen, obstacle.values)) {
    refused.set(group.name, { name: group.name, reason: obstacle.reason, operator: obstacle.operator, node: obstacle.node, units: group.units.length });
  }
}

/** Groups that lose units along some axis of these values. */
function groupsTouching(prunable: Prunable, chosen: Chosen, values: readonly string[]): Group[] {
  const { coupling, analysis } = prunable;
  const touched = new Set<number>();
  for (const value of values) {
    for (const ids of coupling.axes.get(value) ?? []) for (const id of ids ?? []) touched.add(coupling.classes.find(id));
  }
  return analysis.groups.filter((group) =>
    chosen.selection.removed.has(group.name) && (analysis.classes.get(group.name) ?? []).some((root) => touched.has(root)));
}

/** Refuses the groups that feed the first node whose result disagrees, looking upstream where it has no cut axis itself. */
function refuseFeeding(prunable: Prunable, chosen: Chosen, proof: Proof, refused: Map<string, Refusal>): void {
  const { mismatch } = proof;
  if (mismatch === undefined) throw new Error('a proof failed without a place');
  const makers = new Map(prunable.model.graph.nodes.flatMap((node) => node.outputs.map((output) => [output, node] as const)));
  const seen = new Set<Node>();
  let frontier: Node[] = [mismatch.node];
  while (frontier.length > 0) {
    const guilty = frontier.flatMap((node) => groupsTouching(prunable, chosen, [...node.inputs, ...node.outputs]));
    if (guilty.length > 0) {
      const reason = `prove failed at ${nameOf(mismatch.node)}: ${mismatch.detail}`;
      for (const group of guilty) {
        refused.set(group.name, { name: group.name, reason, operator: mismatch.node.opType, node: nameOf(mismatch.node), units: group.units.length });
      }
      return;
    }
    for (const node of frontier) seen.add(node);
    const upstream = frontier.flatMap((node) => node.inputs.flatMap((input) => makers.get(input) ?? []));
    frontier = [...new Set(upstream)].filter((node) => !seen.has(node));
  }
  throw new Error(`no group explains the difference at ${nameOf(mismatch.node)}`);
}

/** @throws UserError `nothing-to-prune` where the committed model keeps the budget; what earlier steps did is another matter */
export function refuseKept(prunable: Prunable, step: StructuredStep): void {
  if (!('most' in step.target) || prunable.committed !== undefined) return;
  const dense = measureSelection(prunable, step, { removed: new Map() });
  if (dense.reached) throw nothingToPrune(step.target, dense);
}

export function unreached(step: StructuredStep, chosen: Chosen, prunable: Prunable, refused: ReadonlyMap<string, Refusal>): UserError {
  return targetError(step, `was not reached; the best is ${amountText(step.target, chosen)}`, [...refused.values(), ...prunable.analysis.refusals]);
}

/** Known from shapes alone, before anything is measured. */
export function unreachable(step: StructuredStep, most: Chosen, prunable: Prunable): UserError {
  return targetError(step, `cannot be reached; all that may be cut comes to ${amountText(step.target, most)}`, prunable.analysis.refusals);
}

function targetError({ target }: StructuredStep, what: string, refusals: readonly Refusal[]): UserError {
  const listed = [...new Set(refusals.map((refusal) => `${refusal.name}: ${refusal.reason}`))].slice(0, 5).join('; ');
  return new UserError({
    code: 'target-unreached',
    message: `The target of ${wantedText(target)} ${what}.${listed === '' ? '' : ` In the way: ${listed}.`}`,
    where: 'prune target in the policy',
    fix: 'Lower the target, lower `align`, shorten `keep`, or set `allow-partial: true` to accept less with a warning.',
  });
}
