/** What the prune steps of one model have come to, and what each step starts from. */
import { realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createYardstick } from '../calibrate/yardstick.js';
import type { Yardstick } from '../calibrate/yardstick.js';
import type { OutputKind } from '../calibrate/yardstick-outputs.js';
import type { Samples } from '../data/types.js';
import { externalFiles } from '../onnx/constants.js';
import type { Model } from '../onnx/ir.js';
import { sparseWeights } from '../onnx/sparse.js';
import { storeWeights } from '../onnx/store.js';
import type { Facts, ValueFact } from '../ops/facts.js';
import type { ModelPolicy } from '../policy/types.js';
import type { Cost } from '../prune/cost.js';
import { keptAfter } from '../prune/cut.js';
import type { Cut } from '../prune/cut.js';
import type { Plan } from '../prune/plan.js';
import type { PlanStep } from '../prune/plan.gen.js';
import type { Committed, Prunable } from '../prune/prunable.js';
import type { Proof } from '../prune/prove.js';
import type { Towards } from '../prune/repair/places.js';
import type { Rung } from '../prune/repair/repair.js';
import type { GroupReport, LadderStep, ProofReport } from '../report/types.js';
import type { Subject } from './subject.js';

export interface PrunedModel {
  readonly model: Model;
  readonly steps: readonly PlanStep[];
  readonly repair: Plan['repair'];
  readonly groups: readonly GroupReport[];
  readonly ladder: readonly LadderStep[];
  readonly proof: ProofReport | null;
  /** A target was not reached, which the policy lets through as a warning. */
  readonly partial: boolean;
}

export interface Progress {
  model: Model;
  /** What the committed model costs, once the first step has counted it. */
  committed?: Cost;
  /** Of the committed model, as the first step found them. */
  facts?: Facts;
  readonly steps: PlanStep[];
  /** Of the structured steps so far. */
  readonly cuts: Cut[];
  readonly repair: Plan['repair'][number][];
  readonly groups: GroupReport[];
  readonly ladder: LadderStep[];
  proof: ProofReport | null;
  partial: boolean;
  /** Data files of earlier steps that may go once no weight is read from them; undefined where measurements that others share may read them. */
  readonly placed: Set<string> | undefined;
}

/** @param shares whether what is measured on the way is used by other prunes of the subject */
export function startOf(subject: Subject, shares = false): Progress {
  return { model: subject.model, steps: [], cuts: [], repair: [], groups: [], ladder: [], proof: null, partial: false, placed: shares ? undefined : new Set() };
}

/** Data files of a process are told apart: a sweep takes the same steps again and again. */
let filesPlaced = 0;

/** The model a step starts from; what an earlier step changed goes to disk beside the committed weights, so that candidates stay small. */
export async function placeStep(subject: Subject, state: Progress): Promise<{ dense: Model; directory: string }> {
  const { directory } = subject;
  if (state.steps.length === 0) return { dense: state.model, directory };
  filesPlaced += 1;
  const file = `weights-${String(filesPlaced)}.bin`;
  const dense = await storeWeights(state.model, directory, file);
  await freeUnread(state, dense);
  state.placed?.add(join(await realpath(directory), file));
  return { dense, directory };
}

async function freeUnread({ placed = new Set() }: Progress, { graph }: Model): Promise<void> {
  const read = new Set(externalFiles(graph));
  for (const path of placed) {
    if (read.has(path)) continue;
    placed.delete(path);
    // A file that cannot go yet goes with the subject.
    await rm(path, { force: true }).catch(() => undefined);
  }
}

/** What the committed model cost, and how the one that a step starts from would be stored. */
export function committedOf({ sparse }: Subject, { committed }: Pick<Progress, 'committed'>, dense: Model): Committed {
  return { cost: committed, sparse: sparse > 0 ? sparseWeights(dense) : undefined };
}

/** What the policy's metrics tell about bare outputs: classes whose scores may share an offset, or plain values. */
export function outputKinds(policy: ModelPolicy): Map<string, OutputKind> {
  const classes = new Set(['accuracy', 'balanced-accuracy', 'macro-f1', 'roc-auc', 'agreement', 'kl']);
  return new Map(policy.metrics.flatMap(({ name, output }) => (output === undefined ? [] : [[output, classes.has(name) ? 'classes' : 'values'] as const])));
}

/**
 * What repair aims at where earlier steps have changed the model: the committed one, so that what those steps lost is made up
 * for. Undefined: the step's own dense model, since nothing came before or it is not known what became of the sizes.
 */
export function towardsCommitted(subject: Subject, { facts, steps, cuts }: Progress, prunable: Prunable): Towards | undefined {
  if (steps.length === 0 || facts === undefined) return undefined;
  const isAsCut = ([value, { dims }]: readonly [string, ValueFact]): boolean => {
    const before = facts.values.get(value)?.dims;
    return before === undefined || before.every((size, axis) => (keptAfter(cuts, value, axis)?.length ?? size) === dims[axis]);
  };
  return [...prunable.facts.values].every(isAsCut) ? { model: subject.model, facts, cuts } : undefined;
}

/** Every step is measured against the model that was committed, not against what the step before made of it. */
export function openYardstick({ runtime, model, directory }: Subject, policy: ModelPolicy, samples: Samples, batch: number, step: string): Promise<Yardstick> {
  return createYardstick({ runtime, dense: model, denseDirectory: directory, directory: step, samples, batch, kinds: outputKinds(policy) });
}

/** Values whose own rounding is above the tolerance are told apart. */
export function roundedNote({ rounded }: Pick<Proof, 'rounded'>): string {
  return rounded === 0 ? '' : `; ${String(rounded)} of them to within the dense model's own rounding, which is above the tolerance there`;
}

/** The rungs of one step; the dense model is the first rung of the first step alone. */
export function reportLadder(ladder: readonly Rung[], before: readonly LadderStep[]): LadderStep[] {
  return ladder.filter(({ step }) => before.length === 0 || step !== 'dense').map((entry) => ({ ...entry, loss: Number.isFinite(entry.loss) ? entry.loss : null }));
}
