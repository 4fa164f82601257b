import type { Model } from '../onnx/ir.js';
import type { ModelPolicy, RepairName } from '../policy/types.js';
import type { Plan } from '../prune/plan.js';
import type { PlanStep } from '../prune/plan.gen.js';
import type { GroupReport, LadderStep, ProofReport } from '../report/types.js';
import type { Journal } from './journal.js';
import type { RunSamples } from './samples.js';
import type { Subject } from './subject.js';
export interface PrunedModel {
    readonly model: Model;
    readonly steps: readonly PlanStep[];
    readonly repair: readonly RepairName[];
    readonly groups: readonly GroupReport[];
    readonly ladder: readonly LadderStep[];
    readonly proof: ProofReport | null;
    /** A target was not reached, which the policy lets through as a warning. */
    readonly partial: boolean;
}
export declare function pruneModel(subject: Subject, policy: ModelPolicy, samples: RunSamples, journal: Journal, plan?: Plan): Promise<PrunedModel>;
