/** What the prune steps of one model have come to, and what each step starts from. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createYardstick } from '../calibrate/yardstick.js';
import type { Yardstick } from '../calibrate/yardstick.js';
import type { OutputKind } from '../calibrate/yardstick-outputs.js';
import type { Samples } from '../data/types.js';
import type { Model } from '../onnx/ir.js';
import { storeWeights } from '../onnx/store.js';
import type { ModelPolicy } from '../policy/types.js';
import type { Cost } from '../prune/cost.js';
import type { Plan } from '../prune/plan.js';
import type { PlanStep } from '../prune/plan.gen.js';
import type { Proof } from '../prune/prove.js';
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
  readonly steps: PlanStep[];
  readonly repair: Plan['repair'][number][];
  readonly groups: GroupReport[];
  readonly ladder: LadderStep[];
  proof: ProofReport | null;
  partial: boolean;
}

export function startOf(subject: Subject): Progress {
  return { model: subject.model, steps: [], repair: [], groups: [], ladder: [], proof: null, partial: false };
}

/** The model a step starts from; what an earlier step changed goes to disk in a folder of its own, so that candidates stay small. */
export async function placeStep(subject: Subject, state: Progress): Promise<{ dense: Model; directory: string }> {
  if (state.steps.length === 0) return { dense: state.model, directory: subject.directory };
  const directory = join(subject.directory, `step-${String(state.steps.length)}`);
  // A sweep takes the same steps again and again.
  await mkdir(directory, { recursive: true });
  return { dense: await storeWeights(state.model, directory), directory };
}

/** What the policy's metrics tell about bare outputs: classes whose scores may share an offset, or plain values. */
export function outputKinds(policy: ModelPolicy): Map<string, OutputKind> {
  const classes = new Set(['accuracy', 'balanced-accuracy', 'macro-f1', 'roc-auc', 'agreement', 'kl']);
  return new Map(policy.metrics.flatMap(({ name, output }) => (output === undefined ? [] : [[output, classes.has(name) ? 'classes' : 'values'] as const])));
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
