import { type EvaluatePairOptions } from '../evaluate/evaluate.js';
import type { Baseline } from '../gate/baseline.js';
import type { Samples } from '../data/types.js';
import type { Model } from '../onnx/ir.js';
import type { ModelPolicy } from '../policy/types.js';
import type { CheckResult, Finding, MeasurePair, MetricResult, Verdict } from '../report/types.js';
import type { Feeds, Runtime, Session } from '../runtime/types.js';
import type { Journal } from './journal.js';
import type { Subject } from './subject.js';
export interface Candidate {
    readonly path: string;
    /** The model file and its external data files. */
    readonly files: readonly string[];
    readonly model: Model;
    /** Weights that the file holds as sparse initializers. */
    readonly sparse: number;
}
export interface Assessment {
    readonly metrics: readonly MetricResult[];
    readonly measures: MeasurePair;
    readonly checks: readonly CheckResult[];
    readonly findings?: readonly Finding[];
    readonly verdict: Verdict;
}
export declare function assess(subject: Subject, densePath: string, candidate: Candidate, policy: ModelPolicy, heldout: Samples, feeds: Feeds, journal: Journal, baseline?: Baseline): Promise<Assessment>;
/** What is measured of both models without the held-out samples: size, MACs, latency. */
export declare function measurePair(subject: Subject, densePath: string, candidate: Candidate, policy: ModelPolicy, heldout: Samples, feeds: Feeds, journal: Journal): Promise<MeasurePair>;
/** Samples a run: the same on every machine that judges a part of them, since sums differ with the shape of a batch. */
export declare function evaluationBatch(subject: Subject, feeds: Feeds): Promise<number>;
export declare function evaluation(dense: Session | undefined, pruned: Session | undefined, samples: Samples, policy: ModelPolicy, batch: number, journal: Journal): Omit<EvaluatePairOptions, 'seed'>;
/** A re-run cannot re-roll: the bootstrap's draws follow from what is judged. */
export declare const evaluationSeed: (model: string, heldout: string) => string;
export declare function judgePair(policy: ModelPolicy, metrics: readonly MetricResult[], measures: MeasurePair, baseline?: Baseline): Pick<Assessment, 'checks' | 'findings' | 'verdict'>;
export declare function withSessions<T>(runtime: Runtime, paths: readonly string[], use: (sessions: readonly Session[]) => Promise<T>): Promise<T>;
