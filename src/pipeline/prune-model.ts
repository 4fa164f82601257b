/** Runs the policy's prune steps on one model: facts, groups, selection, cut, proof, repair; or replays a plan. */
import { UserError } from '../errors.js';
import type { ModelPolicy, RepairName, StructuredStep } from '../policy/types.js';
import { fixedBatch } from '../evaluate/stream.js';
import { environment } from '../measure/fingerprint.js';
import type { LatencySetting } from '../prune/latency/meter.js';
import type { Feeds } from '../runtime/types.js';
import type { Model } from '../onnx/ir.js';
import { sparsified } from '../onnx/sparse.js';
import { writtenBytes } from '../onnx/write.js';
import { gatherFacts } from '../runtime/facts.js';
import { analyse, costIn } from '../prune/prunable.js';
import type { Prunable } from '../prune/prunable.js';
import { mergesOfPlan, selectionOfPlan, structuredPlanStep } from '../prune/plan.js';
import { redundancyText } from '../prune/lossless/find.js';
import { pruneLossless, replayLossless } from '../prune/lossless/step.js';
import type { LosslessResult } from '../prune/lossless/step.js';
import { amountText, isTimed, wantedText } from '../prune/target-words.js';
import { searchByDrop } from './search-drop.js';
import type { Plan } from '../prune/plan.js';
import type { DropSearch, PlanStep } from '../prune/plan.gen.js';
import { repair } from '../prune/repair/repair.js';
import type { RepairResult } from '../prune/repair/repair.js';
import { pruneStructured, replayStructured, unreached } from '../prune/structured.js';
import type { Measured, StructuredRequest, StructuredResult } from '../prune/structured.js';
import type { GroupReport, ProofReport } from '../report/types.js';
import { TOLERANCE } from '../prune/prove.js';
import { MODEL_FILE } from './files.js';
import { describeGroups } from './group-report.js';
import type { Journal } from './journal.js';
import { committedOf, openYardstick, outputKinds, placeStep, reportLadder, roundedNote, startOf, towardsCommitted } from './prune-state.js';
import type { Progress, PrunedModel } from './prune-state.js';
import { dropBlocksOf } from './prune-blocks.js';
import { pruneWeights } from './prune-weights.js';
import { batchFor, firstFeeds, repeatFeeds } from './samples.js';
import type { RunSamples } from './samples.js';
import type { Subject } from './subject.js';

export interface PruneRun {
  readonly subject: Subject;
  readonly policy: ModelPolicy;
  readonly samples: RunSamples;
  readonly journal: Journal;
  /** Replayed. */
  readonly plan?: Plan | undefined;
  /** Its latency tables are used again. */
  readonly timed?: Plan | undefined;
  /** Measurements of one step (the first, unless `measuredAt` names another), shared with other prunes that come to it alike. */
  readonly measured?: Measured;
  readonly measuredAt?: number;
}

export async function pruneModel(run: PruneRun): Promise<PrunedModel> {
  const { subject, policy, samples, journal, plan } = run;
  const state = startOf(subject, run.measured !== undefined);
  if (plan !== undefined) checkPlan(plan, policy, subject);
  if (run.timed !== undefined) checkPlan(run.timed, policy, subject);
  for (const [index, step] of policy.prune.entries()) {
    const planned = plan?.steps[index];
    switch (step.method) {
      case 'structured': await structured(run, step, state, index); break;
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

async function structured(run: PruneRun, step: StructuredStep, state: Progress, index: number): Promise<void> {
  const { journal } = run;
  const { request, prunable } = await openStep(run, step, state, index);
  const { result, repaired, search, within } = await cutToSize(run, request, step, index);
  if (!within || !result.chosen.reached) {
    // Found out earlier where something is pruned; a plan that is replayed says it here.
    if (!step.allowPartial) throw unreached(step, result.chosen, prunable, result.refused);
    state.partial = true;
    journal.note(`The target was not reached: ${amountText(step.target, result.chosen)}, asked were ${wantedText(step.target)}. The policy accepts that with a warning (allow-partial).`);
  }
  state.steps.push(structuredPlanStep(prunable, step, result, repaired.accepted, search));
  state.proof = proofReport(result);
  state.cuts.push(result.chosen.cut);
  state.model = repaired.model;
  state.repair.push(...repaired.accepted.filter((name) => !state.repair.includes(name)));
  state.ladder.push(...reportLadder(repaired.ladder, state.ladder));
  state.groups.push(...withDecisions(describeGroups(prunable, result), prunable, repaired));
}

/**
 * A target in bytes is about the file as it will be written, with what surgery and repair add (biases, shapes): where that is too
 * large, the cut is made again with so much less for the weights. What was measured for the first is used again.
 *
 * @throws UserError `target-unreached`
 */
async function cutToSize(run: PruneRun, given: StructuredRequest, step: StructuredStep, index: number): Promise<CutAndRepaired> {
  const { subject, plan, journal } = run;
  if (step.target.kind !== 'size') return cutAndRepair(run, given, step, index);
  const most = 'most' in step.target ? step.target.most : subject.fileBytes / step.target.factor;
  const request = { ...given, measured: given.measured ?? {} };
  let allowed = most;
  for (let attempt = 1; ; attempt++) {
    const target = attempt === 1 ? step.target : { kind: 'size', most: allowed } as const;
    const made = await cutAndRepair(run, { ...request, step: { ...step, target } }, step, index).catch((thrown: unknown) => { throw asWritten(thrown, most, allowed); });
    const bytes = bytesWritten(subject, made.repaired.model);
    const result = { ...made.result, chosen: { ...made.result.chosen, achieved: subject.fileBytes / bytes, left: bytes } };
    if (bytes <= most || !made.result.chosen.reached) return { ...made, result };
    if (plan !== undefined || attempt === MOST_SIZE_ATTEMPTS) return { ...made, result, within: false };
    journal.note(`The file would have ${bytes.toLocaleString('en')} bytes, ${Math.ceil(bytes - most).toLocaleString('en')} more than the target: surgery and repair add to it. The cut is made again, somewhat deeper.`);
    // What was added to this cut.
    allowed = most - (bytes - made.result.chosen.left);
  }
}

/** In whichever form is smaller, where the committed model has sparse weights. */
function bytesWritten({ hadExternalData, sparse }: Subject, model: Model): number {
  const forms = sparse > 0 ? [model, sparsified(model).model] : [model];
  return Math.min(...forms.map((form) => writtenBytes(form, MODEL_FILE, { external: hadExternalData ? 'file' : 'inline' })));
}

/** The first overshoot is known exactly, and a deeper cut adds no more than the one before: a third try is rare. */
const MOST_SIZE_ATTEMPTS = 4;

function asWritten(thrown: unknown, most: number, allowed: number): unknown {
  if (!(thrown instanceof UserError) || thrown.code !== 'target-unreached' || allowed === most) return thrown;
  const { code, message, where, fix } = thrown;
  return new UserError({ code, message: `${message} (Of that, ${Math.ceil(most - allowed).toLocaleString('en')} bytes are for what surgery and repair add to the file.)`, ...(where === undefined ? {} : { where }), ...(fix === undefined ? {} : { fix }) });
}

interface CutAndRepaired {
  readonly result: StructuredResult;
  readonly repaired: RepairResult;
  readonly search?: DropSearch;
  /** False where a drop is larger than allowed, which the policy accepts. */
  readonly within: boolean;
}

export async function cutAndRepair(run: PruneRun, request: StructuredRequest, step: StructuredStep, index: number): Promise<CutAndRepaired> {
  const { subject, policy, samples, journal, plan } = run;
  const planned = plan?.steps[index];
  const mend = (result: StructuredResult, steps: readonly RepairName[] = step.repair): Promise<RepairResult> => repairCut(subject, request, policy, steps, samples, journal, result, index === policy.prune.length - 1);
  if (planned?.method === 'structured') {
    const selection = selectionOfPlan(request.prunable, planned);
    if (planned.target.kind === 'lossless') return untouched(await replayLossless(request, selection, mergesOfPlan(planned)));
    const result = await replayStructured(request, selection, planned.refused);
    // A search that found nothing within the drop, which the policy accepted, has found no more when it is replayed.
    const within = planned.search?.tried.some((tried) => tried.within) ?? true;
    return { result, repaired: await mend(result, (planned.repair ?? plan?.repair)?.filter(isCutRepair)), within, ...(planned.search === undefined ? {} : { search: planned.search }) };
  }
  if (step.target.kind === 'lossless') return untouched(await pruneLossless(request));
  if (step.target.kind === 'accuracy-drop') {
    if (samples.search === undefined) throw new Error('a target by quality needs a search split');
    return searchByDrop({ subject, policy, request, step, drop: step.target.drop, samples: samples.search, repair: mend, journal });
  }
  const result = await pruneStructured(request);
  return { result, repaired: await mend(result), within: true };
}

/** What nothing was lost of needs no repair. */
function untouched(result: LosslessResult): CutAndRepaired {
  const ladder = [
    { step: 'dense', loss: 0, accepted: true, detail: 'the model as it was committed' },
    { step: 'lossless', loss: result.loss, accepted: true, detail: 'units that do nothing removed; what is left is rounding' },
  ];
  const decisions = [...result.redundant].map(([weight, units]) => ({ weight, nodes: [], method: 'none' as const, reason: redundancyText(units) }));
  return { result, repaired: { model: result.model, ladder, accepted: [], decisions, notes: [] }, within: true };
}

/** The model the step starts from, analysed, and what pruning it needs. */
export async function openStep({ subject, policy, samples, journal, plan, timed, measured, measuredAt = 0 }: PruneRun, step: StructuredStep, state: Progress, index: number): Promise<{ request: StructuredRequest; prunable: Prunable }> {
  journal.enter('facts');
  const { runtime } = subject;
  const { dense, directory } = await placeStep(subject, state);
  const feeds = await firstFeeds(samples.fit, subject.inputs);
  const facts = await gatherFacts(runtime, dense, { directory, feeds });
  journal.enter('groups');
  const prunable = analyse(dense, facts, subject.fileBytes, committedOf(subject, state, dense));
  state.committed ??= costIn(prunable);
  state.facts ??= facts;
  const latency = isTimed(step.target) ? { latency: latencySetting(subject, policy, feeds, (plan ?? timed)?.steps[index]) } : {};
  const towards = towardsCommitted(subject, state, prunable);
  const request: StructuredRequest = {
    runtime, directory, prunable, step, ...(towards === undefined ? {} : { towards }), calibration: samples.fit, decide: samples.decide, batch: batchFor(subject.inputs, facts), feeds, seed: policy.seed,
    kinds: outputKinds(policy), ...latency, ...(measured === undefined || index !== measuredAt ? {} : { measured }), ...(state.steps.length === 0 ? {} : { reference: { model: subject.model, directory: subject.directory } }),
    onProgress: (stage, detail) => { journal.enter(stage, detail); },
  };
  return { request, prunable };
}

/** The setting that reports show first. */
function latencySetting({ inputs, runtime }: Subject, { latency }: ModelPolicy, feeds: Feeds, planned: PlanStep | undefined): LatencySetting {
  const batch = fixedBatch(inputs) ?? latency.batches[0] ?? 1;
  const given = planned?.method === 'structured' ? planned.latency : undefined;
  return {
    feeds: repeatFeeds(feeds, batch), batch, threads: latency.threads[0] ?? 1, machine: `${runtime.device.used}, ${environment('').cpu}`,
    ...(given === undefined ? {} : { given }),
  };
}

function isCutRepair(name: Plan['repair'][number]): name is RepairName {
  return name !== 'update';
}

async function repairCut(
  subject: Subject, request: StructuredRequest, policy: ModelPolicy, steps: readonly RepairName[], samples: RunSamples, journal: Journal,
  result: StructuredResult, last: boolean,
): Promise<RepairResult> {
  journal.enter('repair', 'yardstick');
  const { runtime, directory, prunable, batch } = request;
  const yardstick = await openYardstick(subject, policy, samples.decide, batch, directory);
  for (const note of yardstick.notes) journal.note(note);
  const repaired = await repair({
    runtime, directory, prunable, pruned: result.model, cut: result.chosen.cut, steps, samples: samples.fit, judge: samples.decide, yardstick, batch, last,
    ...(request.towards === undefined ? {} : { towards: request.towards }),
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
    detail: `${String(proof.values)} values of the pruned model equal the dense model with the same channels silenced${proof.randomised ? ', also with random weights' : ''}${roundedNote(proof)}`,
  };
}

/** For pruned groups the reason says what repair did to the weights that read them. */
function withDecisions(groups: readonly GroupReport[], prunable: Prunable, repaired: RepairResult): GroupReport[] {
  const byWeight = new Map(repaired.decisions.map((decision) => [decision.weight, decision]));
  const readers = new Map(prunable.analysis.groups.map((group) => [group.name, group.axes.filter((use) => use.role === 'consumer').map((use) => use.tensor)]));
  return groups.map((group) => {
    if (group.status !== 'pruned') return group;
    const without = byWeight.get(group.name);
    if (without !== undefined) return { ...group, reason: without.reason };
    const decisions = [...new Set(readers.get(group.name) ?? [])].flatMap((weight) => byWeight.get(weight) ?? []);
    const reason = decisions.map(({ weight, method, reason: why }) => `${weight}: ${method} (${why})`).join('; ');
    return { ...group, reason: reason === '' ? 'not repaired' : reason };
  });
}
