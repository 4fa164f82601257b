/** Runs the policy's prune steps on one model: facts, groups, selection, cut, proof, repair; or replays a plan. */
import { UserError } from '../errors.js';
import type { ModelPolicy, RepairName, StructuredStep } from '../policy/types.js';
import { gatherFacts } from '../runtime/facts.js';
import { costOf } from '../prune/cost.js';
import { analyse } from '../prune/prunable.js';
import type { Prunable } from '../prune/prunable.js';
import { selectionOfPlan, structuredPlanStep } from '../prune/plan.js';
import type { Plan } from '../prune/plan.js';
import type { PlanStep } from '../prune/plan.gen.js';
import { repair } from '../prune/repair/repair.js';
import type { RepairResult } from '../prune/repair/repair.js';
import { pruneStructured, replayStructured } from '../prune/structured.js';
import type { StructuredRequest, StructuredResult } from '../prune/structured.js';
import type { GroupReport, ProofReport } from '../report/types.js';
import { TOLERANCE } from '../prune/prove.js';
import { describeGroups } from './group-report.js';
import type { Journal } from './journal.js';
import { openYardstick, outputKinds, placeStep, reportLadder, startOf } from './prune-state.js';
import type { Progress, PrunedModel } from './prune-state.js';
import { dropBlocksOf } from './prune-blocks.js';
import { pruneWeights } from './prune-weights.js';
import { batchFor, firstFeeds } from './samples.js';
import type { RunSamples } from './samples.js';
import type { Subject } from './subject.js';

export async function pruneModel(subject: Subject, policy: ModelPolicy, samples: RunSamples, journal: Journal, plan?: Plan): Promise<PrunedModel> {
  const state = startOf(subject);
  if (plan !== undefined) checkPlan(plan, policy, subject);
  for (const [index, step] of policy.prune.entries()) {
    const planned = plan?.steps[index];
    switch (step.method) {
      case 'structured': await structured(subject, policy, step, samples, journal, state, planned, plan?.repair); break;
      case 'unstructured': await pruneWeights({ subject, policy, step, samples, journal, state, planned }); break;
      case 'blocks': await dropBlocksOf({ subject, policy, step, samples, journal, state, planned }); break;
    }
  }
  return state;
}

function checkPlan(plan: Plan, policy: ModelPolicy, subject: Subject): void {
  const methods = (steps: readonly { method: string }[]): string => steps.map((step) => step.method).join(', ');
  if (plan.model.sha256 === subject.sha256 && methods(plan.steps) === methods(policy.prune)) return;
  throw new UserError({
    code: 'plan-mismatch',
    message: plan.model.sha256 === subject.sha256
      ? `The plan has the steps ${methods(plan.steps)}; the policy has ${methods(policy.prune)}.`
      : `The plan was made for a model with sha256 ${plan.model.sha256}; this one has ${subject.sha256}.`,
    where: 'plan.json',
    fix: 'Replay a plan with the policy and the model it was made for.',
  });
}

async function structured(
  subject: Subject, policy: ModelPolicy, step: StructuredStep, samples: RunSamples, journal: Journal, state: Progress,
  planned: PlanStep | undefined, plannedRepair: Plan['repair'] | undefined,
): Promise<void> {
  journal.enter('facts');
  const { dense, directory } = await placeStep(subject, state);
  const feeds = await firstFeeds(samples.fit, subject.inputs);
  const facts = await gatherFacts(subject.runtime, dense, { directory, feeds });
  journal.enter('groups');
  const prunable = analyse(dense, facts, subject.fileBytes, state.committed);
  state.committed ??= costOf(prunable.model, prunable.tensors, facts);
  const batch = batchFor(subject.inputs, facts);
  const request: StructuredRequest = {
    runtime: subject.runtime, directory, prunable, step, calibration: samples.fit, decide: samples.decide, batch, feeds, seed: policy.seed, kinds: outputKinds(policy),
    ...(state.steps.length === 0 ? {} : { reference: { model: subject.model, directory: subject.directory } }),
    onProgress: (stage, detail) => { journal.enter(stage, detail); },
  };
  const result = planned?.method === 'structured'
    ? await replayStructured(request, selectionOfPlan(prunable, planned), planned.refused.map(({ name }) => name))
    : await pruneStructured(request);
  if (!result.chosen.reached) {
    state.partial = true;
    journal.note(`The target was not reached: ${shortfall(step, result)}. The policy accepts that with a warning (allow-partial).`);
  }
  state.steps.push(structuredPlanStep(prunable, step, result));
  state.proof = proofReport(result);
  const repaired = await repairCut(subject, request, policy, plannedRepair?.filter(isCutRepair) ?? step.repair, samples, journal, result);
  state.model = repaired.model;
  state.repair.push(...repaired.accepted.filter((name) => !state.repair.includes(name)));
  state.ladder.push(...reportLadder(repaired.ladder, state.ladder));
  state.groups.push(...withDecisions(describeGroups(prunable, result), prunable, repaired));
}

function shortfall({ target }: StructuredStep, { chosen }: StructuredResult): string {
  if (target.kind === 'ratio') return `${(100 * chosen.achieved).toFixed(1)} % of the units, asked were ${(100 * target.ratio).toFixed(1)} %`;
  return `${chosen.achieved.toFixed(2)}x fewer ${target.kind}, asked were ${String(target.factor)}x`;
}

function isCutRepair(name: Plan['repair'][number]): name is RepairName {
  return name !== 'update';
}

async function repairCut(
  subject: Subject, request: StructuredRequest, policy: ModelPolicy, steps: readonly RepairName[], samples: RunSamples, journal: Journal,
  result: StructuredResult,
): Promise<RepairResult> {
  journal.enter('repair', 'yardstick');
  const { runtime, directory, prunable, batch } = request;
  const yardstick = await openYardstick(subject, policy, samples.decide, batch, directory);
  for (const note of yardstick.notes) journal.note(note);
  const repaired = await repair({
    runtime, directory, prunable, pruned: result.model, cut: result.chosen.cut, steps, samples: samples.fit, judge: samples.decide, yardstick, batch,
    onProgress: (detail) => { journal.progress(0, 0, detail); },
  });
  for (const note of repaired.notes) journal.note(note);
  return repaired;
}

function proofReport({ proof, attempts }: StructuredResult): ProofReport {
  return {
    holds: proof.holds,
    values: proof.values,
    worst: proof.worst,
    tolerance: TOLERANCE,
    attempts,
    detail: `${String(proof.values)} values of the pruned model equal the dense model with the same channels silenced${proof.randomised ? ', also with random weights' : ''}`,
  };
}

/** For pruned groups the reason says what repair did to the weights that read them. */
function withDecisions(groups: readonly GroupReport[], prunable: Prunable, repaired: RepairResult): GroupReport[] {
  const byWeight = new Map(repaired.decisions.map((decision) => [decision.weight, decision]));
  const readers = new Map(prunable.analysis.groups.map((group) => [group.name, group.axes.filter((use) => use.role === 'consumer').map((use) => use.tensor)]));
  return groups.map((group) => {
    if (group.status !== 'pruned') return group;
    const decisions = [...new Set(readers.get(group.name) ?? [])].flatMap((weight) => byWeight.get(weight) ?? []);
    const reason = decisions.map(({ weight, method, reason: why }) => `${weight}: ${method} (${why})`).join('; ');
    return { ...group, reason: reason === '' ? 'not repaired' : reason };
  });
}
