/**
 * What one check comes to by itself. In mode `interval` it passes where the whole interval keeps the limit, fails where
 * none of it does, and is inconclusive between; a bound that lies exactly on the limit keeps it. An exact value has no
 * interval, and in mode `point` the value alone is compared.
 */
import type { Check, ModelPolicy } from '../policy/types.js';
import type { CheckResult } from '../report/types.js';
import { type Judgeable, type SampledEvidence, type SliceEvidence } from './evidence.js';
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
export declare function decide(check: Check, evidence: Judgeable, rules: Rules): Decision;
/** 1 - confidence, without what floating point adds to it. */
export declare const errorRate: (confidence: number) => number;
/**
 * Further samples that would decide an inconclusive check, if the rates seen so far are the true ones: of each slice that is
 * undecided, where the check is about slices. What Holm's adjustment took back must be as sure as one of `checks`, or one of
 * the slices, at most has to be.
 */
export declare function furtherSamples(check: Check, evidence: Judgeable, { outcome, undone, slices }: Decision, confidence: number, checks: number): number | null;
