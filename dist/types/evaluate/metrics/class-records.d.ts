/** Label and prediction of each sample: what balanced accuracy and macro F1 are made from. */
import type { MetricSpec } from '../../policy/types.js';
import type { HostTensor } from '../../runtime/types.js';
import { type Accumulator, type Finding } from './accumulator.js';
import { type State } from './state.js';
/** Per class: samples of it, predictions of it, and both at once. */
export interface ClassCounts {
    readonly labelled: Float64Array;
    readonly predicted: Float64Array;
    readonly right: Float64Array;
}
export type ClassSummary = (counts: ClassCounts) => number;
export declare class ClassRecords implements Accumulator {
    private readonly spec;
    private readonly summary;
    private readonly reach;
    private readonly labels;
    private readonly predictions;
    private readonly labelWatch;
    private readonly predictionWatch;
    private classes;
    /** `reach`: by how many classes' shares a single changed prediction moves the figure. */
    constructor(spec: MetricSpec, summary: ClassSummary, reach: number);
    add(output: HostTensor, target: HostTensor | undefined): void;
    value(weights?: Uint32Array): number;
    private counts;
    private chance;
    hits(): null;
    state(): State;
    absorb(state: State): void;
    /** One sample of the rarest class weighs most. */
    readonly discrete: {
        records: () => ArrayLike<number>;
        leverage: (mask?: Uint8Array) => number;
    };
    findings(): Finding[];
}
