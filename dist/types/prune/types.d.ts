/** Records shared by the stages of pruning. Positions are indices along one axis of one tensor. */
/**
 * How a parameter's axis takes part: it makes the channel, reads it, is a vector that lives with it, or (`recurrent`)
 * reads it as the hidden state of the step before.
 */
export type AxisRole = 'producer' | 'consumer' | 'vector' | 'recurrent';
/** One parameter axis that a group slices. */
export interface AxisUse {
    /** Initializer (or Constant output) name. */
    readonly tensor: string;
    readonly axis: number;
    readonly role: AxisRole;
    /** Index in `graph.nodes` of the operator that uses it in this role. */
    readonly node: number;
    /** `consumer`: the activation it reads and that activation's channel axis. `producer`: the value it writes. `recurrent`: the weight. */
    readonly value: string;
    readonly valueAxis: number;
}
/** Channels (or heads, neurons) that live or die together, listed per tensor axis. */
export interface Unit {
    /** Per `Group.axes` entry, the positions along that axis that belong to this unit (ascending, may be empty). */
    readonly positions: readonly (readonly number[])[];
}
/** Units over the same set of tensors: what a report lists and a budget is spread over. */
export interface Group {
    /** A node, output or weight name; unique. */
    readonly name: string;
    /** Names a `keep` or `only` pattern may match: node, output and weight names of its members. */
    readonly aliases: readonly string[];
    readonly axes: readonly AxisUse[];
    readonly units: readonly Unit[];
    /** Operator types of the producing nodes, for people. */
    readonly kind: string;
}
/** Why something cannot be pruned. */
export interface Refusal {
    /** Group or value the refusal is about. */
    readonly name: string;
    readonly reason: string;
    /** Operator and node that caused it, where there is one. */
    readonly operator?: string;
    readonly node?: string;
    /** Channels it concerns. */
    readonly units: number;
}
/** The units to remove from each group: the whole decision, independent of tensors' values. */
export interface Selection {
    /** Group name to ascending unit indices. Groups not named are kept whole. */
    readonly removed: ReadonlyMap<string, readonly number[]>;
}
/** First and second moments of an activation's channels over calibration samples (and positions). */
export interface Moments {
    readonly count: number;
    /** [channels] */
    readonly mean: Float64Array;
    /** [channels x channels] covariance, row-major; undefined where only variances were gathered. */
    readonly covariance: Float64Array | undefined;
    /** [channels] */
    readonly variance: Float64Array;
    /** [channels] mean of |x|, where it was asked for. */
    readonly magnitude?: Float64Array;
}
