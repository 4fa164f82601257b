export interface Interval {
    readonly low: number;
    readonly high: number;
}
export interface PairedCounts {
    /** Samples that only the dense model gets right. */
    readonly denseOnly: number;
    /** Samples that only the pruned model gets right. */
    readonly prunedOnly: number;
    readonly samples: number;
}
/**
 * How far b - c is moved against the conclusion, in samples. Plain Tango lets up to 5.8 % false passes through at a
 * stated 5 % (few discordant samples); with this, exact enumeration over n = 20 to 1,000 (10,000 by bench/statistics.ts), limits of 0.3 to 10 points and
 * at least a fifth of the samples concordant finds no case above the stated rate. A laxer confidence needs more, since the
 * counts' steps are then coarser against the margin. test/gate/statistics/false-pass.test.ts enumerates.
 */
export declare function continuityFor(confidence: number): number;
/**
 * Interval of the drop (proportion dense - proportion pruned), in -1..1, whose one-sided bounds each hold with
 * `confidence`. Counts may be fractional (for planning). No samples: the whole range.
 */
export declare function pairedDropInterval(counts: PairedCounts, confidence: number, continuity?: number): Interval;
/** Smallest drop limit that can pass with this many samples: the bound when both models answer alike everywhere. */
export declare function smallestDecidableDrop(samples: number, confidence: number): number;
