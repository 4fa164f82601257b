/** A blocks step: residual blocks dropped (by measurement, or a plan's), and the layers behind them repaired. */
import type { BlocksStep, ModelPolicy } from '../policy/types.js';
import type { PlanStep } from '../prune/plan.gen.js';
import type { Journal } from './journal.js';
import type { Progress } from './prune-state.js';
import type { RunSamples } from './samples.js';
import type { Subject } from './subject.js';
export interface BlocksRun {
    readonly subject: Subject;
    readonly policy: ModelPolicy;
    readonly step: BlocksStep;
    readonly samples: RunSamples;
    readonly journal: Journal;
    readonly state: Progress;
    readonly planned: PlanStep | undefined;
}
export declare function dropBlocksOf(run: BlocksRun): Promise<void>;
