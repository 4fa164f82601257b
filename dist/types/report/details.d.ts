import type { Budget } from './markdown.js';
import type { GroupReport, LadderStep, Report } from './types.js';
export interface Detail {
    /** Ours, not escaped. */
    readonly title: string;
    readonly body: string;
}
export declare function detailsOf(report: Report, budget: Budget): Detail[];
/** `dense 0 → pruned 0.61 → + bias 0.52`, for one line. */
export declare function ladderLine(ladder: readonly LadderStep[]): string;
/** `12 of 16 groups pruned (310 of their 640 units), 3 kept, 1 refused`. */
export declare function groupsLine(groups: readonly GroupReport[]): string;
