import type { OutputKind } from '../calibrate/yardstick-outputs.js';
import type { Model } from '../onnx/ir.js';
import type { ModelPolicy } from '../policy/types.js';
import type { Plan } from '../prune/plan.js';
import type { PlanStep } from '../prune/plan.gen.js';
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
    readonly steps: PlanStep[];
    readonly repair: Plan['repair'][number][];
    readonly groups: GroupReport[];
    readonly ladder: LadderStep[];
    proof: ProofReport | null;
    partial: boolean;
}
export declare function startOf(subject: Subject): Progress;
/** The model a step starts from; what an earlier step changed goes to disk in a folder of its own, so that candidates stay small. */
export declare function placeStep(subject: Subject, state: Progress): Promise<{
    dense: Model;
    directory: string;
}>;
/** What the policy's metrics tell about bare outputs: classes whose scores may share an offset, or plain values. */
export declare function outputKinds(policy: ModelPolicy): Map<string, OutputKind>;
export declare function reportLadder(ladder: readonly Rung[]): LadderStep[];
