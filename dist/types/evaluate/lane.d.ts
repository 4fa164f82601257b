/** One metric over the whole stream: an accumulator for the dense model and one for the pruned, and what they found. */
import type { MetricSpec } from '../policy/types.js';
import type { MetricProblem } from '../report/types.js';
import type { HostTensor } from '../runtime/types.js';
import { type Accumulator, type Finding, type MetricDefinition } from './metrics/accumulator.js';
import type { State } from './metrics/state.js';
export type Side = 'dense' | 'pruned';
export declare class Lane {
    readonly spec: MetricSpec;
    readonly output: string;
    readonly definition: MetricDefinition;
    private readonly accumulators;
    private readonly misfits;
    constructor(spec: MetricSpec, output: string);
    /** After a misfit the side takes no more batches: its figure is void anyway. */
    add(side: Side, samples: number, output: HostTensor | undefined, target: HostTensor | undefined, dense: HostTensor | undefined): void;
    private guarded;
    misfitsOf(side: Side): readonly Finding[];
    /** Goes on from a part that another machine looked at. A misfit voids what comes after it, as in `add`. */
    absorb(side: Side, misfits: readonly Finding[], state: State): void;
    accumulator(side: Side): Accumulator;
    findings(side: Side): Finding[];
    private isVoid;
    /** The figure, or null where something makes it no evidence. */
    value(side: Side): number | null;
}
/** Findings of both sides in words: those about targets once, those about outputs with the model's name. */
export declare function wordsOf(lane: Lane, sides: readonly Side[]): string[];
/** Those of them that make the figure no evidence, with their codes. */
export declare function blockersOf(lane: Lane, sides: readonly Side[]): MetricProblem[];
