/** Dense and pruned model on the same held-out samples, read once; every metric from that one pass. */
import type { Batch, Samples } from '../data/types.js';
import type { MetricSpec } from '../policy/types.js';
import type { MetricResult } from '../report/types.js';
import type { HostTensor, Session } from '../runtime/types.js';
import { Lane } from './lane.js';
import { type PairRecord } from './record.js';
export interface EvaluateOptions {
    readonly samples: Samples;
    readonly metrics: readonly MetricSpec[];
    /** Samples a run; a model with a fixed batch size overrides it. */
    readonly batch: number;
    /** Of each one-sided bound. */
    readonly confidence: number;
    readonly onProgress?: (done: number, total: number) => void;
}
export interface EvaluatePairOptions extends EvaluateOptions {
    readonly dense: Session;
    readonly pruned: Session;
    /** From content hashes: seeds the bootstrap. */
    readonly seed: string;
}
export interface EvaluateOneOptions extends EvaluateOptions {
    readonly session: Session;
    /** Sees every batch with all outputs that are numbers (`evaluate --dump`), and is waited for. */
    readonly observe?: Observe;
}
export type Observe = (batch: Batch, outputs: ReadonlyMap<string, HostTensor>) => Promise<void>;
/**
 * Metrics of both models and the drop between them, in the order of `metrics`. A metric without evidence has null
 * values and a finding that says why. Throws `UserError` for an output that is not there (`unknown-output`,
 * `ambiguous-output`) and whatever a session throws.
 */
export declare function evaluatePair(options: EvaluatePairOptions): Promise<MetricResult[]>;
/** The same over a part of the samples: what its machine found, to be put together with what others found. */
export declare function evaluatePart(options: Omit<EvaluatePairOptions, 'seed'>): Promise<PairRecord>;
/** What `evaluatePair` gives over all samples, from records of parts in the order of their samples; one of them is held at a time. */
export declare function evaluateRecords(records: AsyncIterable<PairRecord>, metrics: readonly MetricSpec[], options: Certainty): Promise<MetricResult[]>;
type Certainty = Pick<EvaluatePairOptions, 'confidence' | 'seed'>;
/** Metrics of one model alone, as `dense`; those that compare with a dense model have no value. */
export declare function evaluateOne(options: EvaluateOneOptions): Promise<MetricResult[]>;
/** One lane a metric, each with its output. Throws as `evaluatePair` does. */
export declare function lanesFor(metrics: readonly MetricSpec[], session: Session): Lane[];
export {};
