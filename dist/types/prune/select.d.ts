/** From scores and a target to the units that go. Pure. */
import type { StructuredStep, Target } from '../policy/types.js';
import type { Cost } from './cost.js';
import type { Cut } from './cut.js';
import type { Scored } from './allocate.js';
import type { Prunable } from './prunable.js';
import type { Sensitivity } from './sensitivity.js';
import type { Selection } from './types.js';
export interface Chosen {
    readonly selection: Selection;
    readonly cut: Cut;
    readonly cost: Cost;
    readonly denseCost: Cost;
    readonly targetKind: Target['kind'];
    /** Dense over pruned for what the target names; the share of units removed for a ratio. */
    readonly achieved: number;
    readonly reached: boolean;
}
export declare function factorOf(target: Target, dense: Cost, cost: Cost, fileBytes: number): number;
export declare function selectUnits(prunable: Prunable, scored: readonly Scored[], step: StructuredStep, sensitivity?: Sensitivity): Chosen;
/** What a selection costs, and whether that is what was asked for. */
export declare function measureSelection(prunable: Prunable, { target }: StructuredStep, selection: Selection): Chosen;
