/**
 * Class scores of a batch. A sample has one position, or several (a sequence, a map); a position has a score per class,
 * or a single score that is positive above the threshold.
 */
import type { HostTensor } from '../../runtime/types.js';
export interface ScoreGrid {
    readonly samples: number;
    readonly positions: number;
    /** 1: a single score, read as two classes by the threshold. */
    readonly classes: number;
    readonly values: ArrayLike<number>;
    /** Index of a position's first score, and the step from class to class. */
    readonly start: (sample: number, position: number) => number;
    readonly step: number;
}
/** The grid for labelled outputs: the target's shape says where the classes are. Throws `Misfit`. */
export declare function labelledGrid(output: HostTensor, target: HostTensor | undefined): ScoreGrid;
/** The grid where there are no labels: beyond two axes, the classes are where the dense model's values sum to 1. */
export declare function unlabelledGrid(output: HostTensor, dense: HostTensor): ScoreGrid;
export declare function holdsProbabilities(grid: ScoreGrid): boolean;
export declare function isDistribution({ values, classes, step, start }: ScoreGrid, sample: number, position: number): boolean;
/** The predicted class: the highest score, at ties the lowest index; for a single score 1 above the threshold. */
export declare function predictedClass({ values, classes, step, start }: ScoreGrid, sample: number, position: number, threshold: number): number;
/** How many classes go before `label`: higher scores, and equal ones of a lower index. */
export declare function rankOf({ values, classes, step, start }: ScoreGrid, sample: number, position: number, label: number): number;
