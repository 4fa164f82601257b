/** A layer that reads the units. */
export interface ReaderInput {
    /** [rows x d], one row per output (and tap, where inputs are channels). */
    readonly weights: Float64Array;
    readonly d: number;
    /** [d x d]; undefined: inputs are taken as independent. */
    readonly covariance: Float64Array | undefined;
    /** [d] */
    readonly variance: Float64Array;
    /** Inputs of each unit. */
    readonly units: readonly (readonly number[])[];
}
export declare class Elimination {
    #private;
    constructor(inputs: readonly ReaderInput[]);
    get open(): ReadonlySet<number>;
    /** Share of the output variance lost with this unit, added over the layers. */
    error(unit: number): number;
    /** The unit whose removal adds the least error; ties go to the lower index. */
    leastHarmful(): {
        readonly unit: number;
        readonly error: number;
    };
    remove(unit: number): void;
    /** Per layer, the weights as they now are, [rows x d]; zero for inputs that left. */
    weights(): Float64Array[];
}
