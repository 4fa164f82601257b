/** The contract of a criterion: how important is each unit of a group? */
import type { ReaderInput } from '../elimination.js';
import type { Group, Moments } from '../types.js';
export interface CriterionContext {
    readonly group: Group;
    /** Elements of a stored tensor as numbers, row-major, with its sizes. */
    weights(tensor: string): {
        readonly data: Float32Array;
        readonly dims: readonly number[];
    };
    /** Moments of an activation over calibration samples; only there where the criterion asks for them. */
    moments(value: string): Moments | undefined;
    /** The consumer at this column of `group.axes` as an elimination reads it; undefined without moments. */
    reader(column: number): ReaderInput | undefined;
    /** Operator type of the node that uses an axis. */
    operator(node: number): string;
    readonly seed: number;
}
export interface Criterion {
    readonly name: string;
    /** What it needs to know of the activations that consumers read. */
    readonly needs: 'nothing' | 'magnitude' | 'variance' | 'covariance';
    /** True where scores of different groups are on one scale; else `global` allocation divides by the group's mean. */
    readonly comparable: boolean;
    /** One score per unit, higher is more important; a string says why this group cannot be scored. */
    score(context: CriterionContext): Float64Array | string;
}
/** Sums a per-position quantity of some of the group's axes over each unit's positions. */
export declare function sumOverUnits(context: CriterionContext, columns: readonly number[], quantity: (column: number) => Float64Array): Float64Array;
/** Indices into `group.axes` with this role, each stored axis once. */
export declare function columnsOf(group: Group, role: 'producer' | 'consumer' | 'vector'): number[];
