/**
 * What makes a run no evidence, each with a code of its own: degenerate outputs and data, metrics without a value (also where
 * no check asks for them), and too few samples for what a limit allows. None of them is ever a pass.
 */
import type { CheckResult, Finding, MetricResult } from '../report/types.js';
import type { Evidence } from './evidence.js';
/** What to do about a problem of a metric; null where nothing is known. */
export declare const fixOf: (code: string) => string | null;
export declare function findingsOf(metrics: readonly MetricResult[], checks: readonly CheckResult[]): Finding[];
type Uncompared = Extract<Evidence, {
    kind: 'no-baseline' | 'without-base';
}>;
/** A limit against the base where there is nothing to compare with. */
export declare function uncompared(check: string, { code, reason }: Uncompared): Finding;
export {};
