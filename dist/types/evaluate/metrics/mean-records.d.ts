/** One number per sample, whose mean is the metric. */
import type { HostTensor } from '../../runtime/types.js';
import type { Accumulator, Finding } from './accumulator.js';
import { type State } from './state.js';
import { OutputWatch } from './watches.js';
export declare abstract class MeanRecords implements Accumulator {
    protected readonly records: import("./records.js").Growing<Float64Array<ArrayBufferLike>>;
    protected readonly outputs: OutputWatch;
    abstract add(output: HostTensor, target: HostTensor | undefined, dense: HostTensor): void;
    value(weights?: Uint32Array): number;
    hits(): null;
    state(): State;
    absorb(state: State): void;
    findings(): Finding[];
}
/** Mean over samples of the mean over a sample's elements of a loss of output minus target. */
export declare class ElementLoss extends MeanRecords {
    private readonly loss;
    private readonly ofConstant;
    private readonly targets;
    /** Of each sample's target: the mean over its elements, and that of their squares. */
    private readonly means;
    private readonly squares;
    /** `ofConstant`: what the figure is at most where the mean target is predicted, from the targets' variance. */
    constructor(loss: (difference: number) => number, ofConstant: (variance: number) => number);
    add(output: HostTensor, target: HostTensor | undefined): void;
    state(): State;
    absorb(state: State): void;
    findings(): Finding[];
}
/** The same watch, looking at targets. */
export declare function targetFindings(watch: OutputWatch): Finding[];
