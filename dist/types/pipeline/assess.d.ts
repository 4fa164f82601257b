import type { Samples } from '../data/types.js';
import type { Model } from '../onnx/ir.js';
import type { ModelPolicy } from '../policy/types.js';
import type { CheckResult, MeasurePair, MetricResult, Verdict } from '../report/types.js';
import type { Feeds, Runtime, Session } from '../runtime/types.js';
import type { Journal } from './journal.js';
import type { Subject } from './subject.js';
export interface Candidate {
    readonly path: string;
    /** The model file and its external data files. */
    readonly files: readonly string[];
    readonly model: Model;
}
export interface Assessment {
    readonly metrics: readonly MetricResult[];
    readonly measures: MeasurePair;
    readonly checks: readonly CheckResult[];
    readonly verdict: Verdict;
}
export declare function assess(subject: Subject, densePath: string, candidate: Candidate, policy: ModelPolicy, heldout: Samples, feeds: Feeds, journal: Journal): Promise<Assessment>;
export declare function withSessions<T>(runtime: Runtime, paths: readonly string[], use: (sessions: readonly Session[]) => Promise<T>): Promise<T>;
