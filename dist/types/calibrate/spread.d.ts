/**
 * How much an output varies over the samples: the squared deviations that a constant prediction would leave. Each
 * position of the output has a mean of its own; where outputs change size from batch to batch, one mean serves all.
 */
export declare class Spread {
    #private;
    /** @param values an output of `samples` samples, sample by sample */
    add(values: Float32Array, samples: number): void;
    /** Sum of squared deviations from the mean; 0 where they are no more than what rounding leaves of a constant. */
    total(): number;
}
