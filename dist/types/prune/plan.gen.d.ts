/** Generated from schemas/plan.schema.json by scripts/generate-types.mjs: do not edit. */
/**
 * A repair without training.
 */
export type RepairName = 'bias' | 'refit' | 'sequential' | 'statistics' | 'update';
/**
 * `method` says which of the three shapes it has.
 */
export type PlanStep = StructuredPlanStep | UnstructuredPlanStep | BlocksPlanStep;
/**
 * A factor (dense over pruned), a ratio, a drop of accuracy, or what loses nothing.
 */
export type PlanTarget = FactorTarget | RatioTarget | DropTarget | LosslessTarget;
/**
 * `plan.json`: every decision of a prune, so that `prune --plan` replays it exactly.
 */
export interface Plan {
    /**
     * Version of this record's shape.
     */
    readonly version: 1;
    /**
     * What made the plan.
     */
    readonly tool: {
        /**
         * Always `prune-gate`.
         */
        readonly name: 'prune-gate';
        /**
         * Version of prune-gate.
         */
        readonly version: string;
    };
    /**
     * The dense model the plan is for. A replay on another one is refused.
     */
    readonly model: {
        /**
         * Relative to the workspace.
         */
        readonly path: string;
        /**
         * sha256 of the dense model.
         */
        readonly sha256: string;
    };
    /**
     * sha256 of the policy file; null where there was none.
     */
    readonly policy: string | null;
    /**
     * Seed of everything random.
     */
    readonly seed: number;
    /**
     * In the order they were applied.
     */
    readonly steps: readonly PlanStep[];
    /**
     * The repairs that were kept, in order.
     */
    readonly repair: readonly RepairName[];
}
/**
 * Residual blocks dropped.
 */
export interface BlocksPlanStep {
    /**
     * Whole residual blocks.
     */
    readonly method: 'blocks';
    /**
     * What was asked for.
     */
    readonly target: PlanTarget;
    /**
     * Names of the dropped blocks (of their additions), in the order in which they were chosen.
     */
    readonly blocks: readonly string[];
    /**
     * Blocks that could not be dropped, and why.
     */
    readonly refused: readonly PlanRefusal[];
    /**
     * The repairs of this step that were kept, in order.
     */
    readonly repair: readonly RepairName[];
}
/**
 * Units removed from groups.
 */
export interface StructuredPlanStep {
    /**
     * Whole channels.
     */
    readonly method: 'structured';
    /**
     * How units were ranked.
     */
    readonly criterion: 'l1' | 'l2' | 'activation' | 'wifv' | 'fpgm' | 'bn-scale' | 'obs' | 'random';
    /**
     * How the cut was spread.
     */
    readonly allocation: 'uniform' | 'global' | 'auto';
    /**
     * What was asked for.
     */
    readonly target: PlanTarget;
    /**
     * What was asked for; `auto` where the runner was to be probed.
     */
    readonly align: number | 'auto';
    /**
     * Groups that lose units. Groups that are not listed stay whole.
     */
    readonly groups: readonly PlanGroup[];
    /**
     * What could not be pruned, and why.
     */
    readonly refused: readonly PlanRefusal[];
    /**
     * What was timed for a target in latency: an input of the plan, not a result. `--latency-from` plans with it again. Absent: nothing was timed.
     */
    readonly latency?: LatencyTable;
    /**
     * What was tried for a target by quality. Absent: nothing was searched for.
     */
    readonly search?: DropSearch;
    /**
     * The repairs of this step that were kept, in order. Absent in plans of older versions.
     */
    readonly repair?: readonly RepairName[];
}
/**
 * Weights set to zero.
 */
export interface UnstructuredPlanStep {
    /**
     * Single weights.
     */
    readonly method: 'unstructured';
    /**
     * How weights were ranked.
     */
    readonly criterion: 'magnitude' | 'lamp' | 'wanda' | 'sparsegpt' | 'obs';
    /**
     * What was ranked together.
     */
    readonly scope: 'auto' | 'global' | 'layer' | 'row';
    /**
     * Share of the prunable weights that was asked for.
     */
    readonly sparsity: number;
    /**
     * `N:M`: at most N of M consecutive inputs stay. Absent: no pattern.
     */
    readonly pattern?: string;
    /**
     * Outputs x inputs of a tile. Absent: single weights.
     */
    readonly block?: string;
    /**
     * Weights that were changed.
     */
    readonly tensors: readonly PlanTensor[];
    /**
     * The repairs of this step that were kept, in order. Absent in plans of older versions.
     */
    readonly repair?: readonly RepairName[];
}
/**
 * Dense over pruned, or the most that may be left.
 */
export interface FactorTarget {
    /**
     * Of what.
     */
    readonly kind: 'macs' | 'params' | 'size' | 'latency';
    /**
     * Dense over pruned, above 1. Absent where `most` is given.
     */
    readonly factor?: number;
    /**
     * Multiply-adds, parameters or bytes that may be left. Absent where `factor` is given.
     */
    readonly most?: number;
}
/**
 * Share of units.
 */
export interface RatioTarget {
    /**
     * Of each group's units.
     */
    readonly kind: 'ratio';
    /**
     * Between 0 and 1.
     */
    readonly ratio: number;
}
/**
 * Units removed from a group.
 */
export interface PlanGroup {
    /**
     * The group's name.
     */
    readonly name: string;
    /**
     * Units it had.
     */
    readonly units: number;
    /**
     * Ascending indices of the units removed.
     */
    readonly removed: readonly number[];
    /**
     * Removed units that another one equals: what reads them was moved to that one first. Absent: none.
     *
     * Items: Two equal units.
     */
    readonly merged?: readonly {
        /**
         * That goes.
         */
        readonly unit: number;
        /**
         * That stays.
         */
        readonly into: number;
    }[];
}
/**
 * Why something could not be pruned.
 */
export interface PlanRefusal {
    /**
     * Group or value.
     */
    readonly name: string;
    /**
     * In words.
     */
    readonly reason: string;
    /**
     * Operator type that caused it.
     */
    readonly operator?: string;
    /**
     * Node that caused it.
     */
    readonly node?: string;
    /**
     * Channels it concerns.
     */
    readonly units: number;
}
/**
 * Zeros of a weight.
 */
export interface PlanTensor {
    /**
     * The weight's name.
     */
    readonly name: string;
    /**
     * Elements it has.
     */
    readonly elements: number;
    /**
     * Elements that are zero after the step.
     */
    readonly zeros: number;
    /**
     * One bit per element in stored order, the first in the lowest bit of the first byte, 1 where it stays; base64.
     */
    readonly mask?: string;
}
/**
 * Times of the dense model and of cut ones, lower quartiles of runs taken in turns.
 */
export interface LatencyTable {
    /**
     * Samples a run.
     */
    readonly batch: number;
    /**
     * Threads within an operator.
     */
    readonly threads: number;
    /**
     * Device and processor.
     */
    readonly machine: string;
    /**
     * Each group cut alone.
     */
    readonly groups: readonly GroupTimes[];
    /**
     * Whole models, as candidates were tried.
     */
    readonly models: readonly ModelTime[];
}
/**
 * Of the part of the model that the group takes part in.
 */
export interface GroupTimes {
    /**
     * The group's name.
     */
    readonly name: string;
    /**
     * Units it has.
     */
    readonly units: number;
    /**
     * Milliseconds of the whole dense model.
     */
    readonly model: number;
    /**
     * Milliseconds of the part, uncut.
     */
    readonly dense: number;
    /**
     * Noise: how far two timings of the uncut part differed, as a share; 0.01 at least. A cut pays where it is faster than every smaller one by more.
     */
    readonly floor: number;
    /**
     * Ascending.
     *
     * Items: The part without some units.
     */
    readonly cuts: readonly {
        /**
         * Units removed.
         */
        readonly removed: number;
        /**
         * Milliseconds of the part.
         */
        readonly ms: number;
    }[];
}
/**
 * A selection, timed beside the dense model.
 */
export interface ModelTime {
    /**
     * Units removed of each group that lost some; by name.
     *
     * Items: And what it lost.
     */
    readonly cut: readonly {
        /**
         * The group's name.
         */
        readonly name: string;
        /**
         * Units removed.
         */
        readonly removed: number;
    }[];
    /**
     * Milliseconds of the dense model.
     */
    readonly dense: number;
    /**
     * Milliseconds of the cut one.
     */
    readonly ms: number;
}
/**
 * The most that accuracy may fall.
 */
export interface DropTarget {
    /**
     * By quality.
     */
    readonly kind: 'accuracy-drop';
    /**
     * 0.01: one percentage point.
     */
    readonly drop: number;
    /**
     * What was made small. Absent: multiply-adds.
     */
    readonly cost?: 'macs' | 'params' | 'size' | 'latency';
}
/**
 * Units that do nothing.
 */
export interface LosslessTarget {
    /**
     * Without loss.
     */
    readonly kind: 'lossless';
}
/**
 * Prunes tried on the search split of the calibration samples.
 */
export interface DropSearch {
    /**
     * `accuracy`, or `agreement` with the dense model where there are no labels.
     */
    readonly metric: 'accuracy' | 'agreement';
    /**
     * Search samples.
     */
    readonly samples: number;
    /**
     * In the order they were tried.
     *
     * Items: And what it lost.
     */
    readonly tried: readonly {
        /**
         * Multiply-adds: dense over pruned.
         */
        readonly factor: number;
        /**
         * Of the metric on the search samples.
         */
        readonly drop: number;
        /**
         * Whether the drop was allowed.
         */
        readonly within: boolean;
    }[];
}
