import type { Samples } from '../data/types.js';
import type { Scored } from './allocate.js';
import type { Evidence } from './evidence.js';
import type { StructuredRequest } from './structured.js';
import type { Group, Selection } from './types.js';
/** Loss after `removed` units of the group went; ascending in both, starting at zero. */
export interface SensitivityPoint {
    readonly removed: number;
    readonly loss: number;
}
export type Sensitivity = ReadonlyMap<string, readonly SensitivityPoint[]>;
/** Measures cuts: each is applied, what reads it is refit, and the output loss on a few samples of split B is taken. */
export declare class CutMeter {
    private readonly request;
    private readonly yardstick;
    private readonly evidence;
    private readonly prefix;
    /** Loss of the model as it is, uncut: none, unless earlier steps have cut it. */
    readonly uncut: number;
    private constructor();
    /** Measures the dense model once, for cuts of these groups. */
    static open(request: StructuredRequest, evidence: Evidence, decide: Samples): Promise<CutMeter>;
    /** Undefined where the cut cannot be written: the choice itself will refuse the group with the reason. */
    loss(selection: Selection): Promise<number | undefined>;
    /**
     * The loss after the first so many units of `order` went, asked with rising numbers. Where every reader of the group is a
     * plain layer the dense model is measured with the weights that an elimination leaves: no surgery is needed, and each
     * kernel tap is refit.
     */
    losses(group: Group, order: readonly number[]): (removed: number) => Promise<number | undefined>;
    /** What was kept of the dense model goes. */
    close(): Promise<void>;
    /** As `loss`, with a sequential refit on a part of the samples behind it where the policy asks for one: closer to what repair will reach. */
    repairedLoss(selection: Selection): Promise<number | undefined>;
}
/** @param counts per group, the numbers of removed units that the allocator may choose, ascending */
export declare function measureSensitivity(meter: CutMeter, scored: readonly Scored[], counts: ReadonlyMap<string, readonly number[]>, onProgress: (done: number) => void): Promise<Sensitivity>;
/** Loss at any count: linear between the points measured, the last slope beyond them. */
export declare function lossAt(points: readonly SensitivityPoint[], removed: number): number;
