/**
 * What one check comes to by itself. In mode `interval` it passes where the whole interval keeps the limit, fails where
 * none of it does, and is inconclusive between; a bound that lies exactly on the limit keeps it. An exact value has no
 * interval, and in mode `point` the value alone is compared.
 */
import type { Check, ModelPolicy } from '../policy/types.js';
import type { CheckResult } from '../report/types.js';
import type { Evidence, SampledEvidence, SliceEvidence } from './evidence.js';
export interface Rules {
    readonly mode: ModelPolicy['mode'];
    /** Of each one-sided bound. */
    readonly confidence: number;
}
export type Outcome = CheckResult['outcome'];
export type SliceOutcome = 'pass' | 'fail' | 'inconclusive' | 'not judged';
export interface JudgedSlice extends Omit<SliceEvidence, 'evidence'> {
    readonly evidence: SampledEvidence;
    readonly outcome: SliceOutcome;
}
export interface Decision {
    readonly outcome: Outcome;
    /** How sure it is that the limit is broken; undefined where nothing was sampled. */
    readonly p?: number;
    /** The samples could not have kept the limit, whatever they showed. */
    readonly tooFew: boolean;
    /** A FAIL by itself that Holm's adjustment over the checks took back. */
    readonly undone?: boolean;
    /** Of a limit on the worst slice; those that lost most first. */
    readonly slices?: readonly JudgedSlice[];
}
export declare function decide(check: Check, evidence: Evidence, rules: Rules): Decision;
/** 1 - confidence, without what floating point adds to it. */
export declare const errorRate: (confidence: number) => number;
