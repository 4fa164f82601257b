/** Right answers and answers per sample: one answer a sample, or one for each position of a sequence or a map. */
import type { MetricSpec } from '../../policy/types.js';
import type { HostTensor } from '../../runtime/types.js';
import type { Accumulator, Finding } from './accumulator.js';
import { Bits } from './records.js';
import { type State } from './state.js';
import { PredictionWatch } from './watches.js';
export declare abstract class HitRecords implements Accumulator {
    protected readonly spec: MetricSpec;
    protected readonly predictions: PredictionWatch;
    /** One bit a sample while each has a single answer; counts of both once one has several. */
    private single;
    private readonly right;
    private readonly answers;
    constructor(spec: MetricSpec);
    abstract add(output: HostTensor, target: HostTensor | undefined, dense: HostTensor): void;
    /** The next sample: how many of its answers are right. */
    protected push(right: number, answers: number): void;
    private unfold;
    /** Right answers over answers. */
    value(weights?: Uint32Array): number;
    /** Null where samples have several answers: those of one sample are not independent of each other. */
    hits(): Bits | null;
    state(): State;
    absorb(state: State): void;
    findings(): Finding[];
    /** A changed sample may change all its answers. */
    readonly discrete: {
        records: () => ArrayLike<number>;
        leverage: (mask?: Uint8Array) => number;
    };
}
