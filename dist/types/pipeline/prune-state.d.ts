import type { Yardstick } from '../calibrate/yardstick.js';
import type { OutputKind } from '../calibrate/yardstick-outputs.js';
import type { Samples } from '../data/types.js';
import type { Model } from '../onnx/ir.js';
import type { Facts } from '../ops/facts.js';
import type { ModelPolicy } from '../policy/types.js';
import type { Cost } from '../prune/cost.js';
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
export declare function startOf(subject: Subject, shares?: boolean): Progress;
/** The model a step starts from; what an earlier step changed goes to disk beside the committed weights, so that candidates stay small. */
export declare function placeStep(subject: Subject, state: Progress): Promise<{
    dense: Model;
    directory: string;
}>;
/** What the committed model cost, and how the one that a step starts from would be stored. */
export declare function committedOf({ sparse }: Subject, { committed }: Pick<Progress, 'committed'>, dense: Model): Committed;
/** What the policy's metrics tell about bare outputs: classes whose scores may share an offset, or plain values. */
export declare function outputKinds(policy: ModelPolicy): Map<string, OutputKind>;
/**
 * What repair aims at where earlier steps have changed the model: the committed one, so that what those steps lost is made up
 * for. Undefined: the step's own dense model, since nothing came before or it is not known what became of the sizes.
 */
export declare function towardsCommitted(subject: Subject, { facts, steps, cuts }: Progress, prunable: Prunable): Towards | undefined;
/** Every step is measured against the model that was committed, not against what the step before made of it. */
export declare function openYardstick({ runtime, model, directory }: Subject, policy: ModelPolicy, samples: Samples, batch: number, step: string): Promise<Yardstick>;
/** Values whose own rounding is above the tolerance are told apart. */
export declare function roundedNote({ rounded }: Pick<Proof, 'rounded'>): string;
/** The rungs of one step; the dense model is the first rung of the first step alone. */
export declare function reportLadder(ladder: readonly Rung[], before: readonly LadderStep[]): LadderStep[];
