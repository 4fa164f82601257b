import type { TimingSpec } from '../measure/latency.js';
import type { LatencySpec, ModelPolicy } from '../policy/types.js';
import type { TimedSetting } from '../report/types.js';
import type { Feeds, Profile, Runtime } from '../runtime/types.js';
import type { Journal } from './journal.js';
import type { Subject } from './subject.js';
export interface Timed {
    /** The first is the one that is shown. */
    readonly settings: readonly [TimedSetting, ...TimedSetting[]];
    readonly profiles: {
        readonly dense: Profile;
        readonly pruned: Profile;
    };
}
export interface TimingRequest {
    readonly subject: Subject;
    readonly densePath: string;
    readonly prunedPath: string;
    readonly policy: ModelPolicy;
    /** One sample, or as many as the model insists on. */
    readonly feeds: Feeds;
    readonly seed: string;
}
/** Of a run whose times nobody looks at: the fewest runs that the policy's schema admits. */
export declare const UNTIMED: LatencySpec;
/** Whether nobody looks at what hangs on the moment: time, energy, the memory of a process. */
export declare const isUntimed: ({ latency }: ModelPolicy) => boolean;
export declare function timeModels(request: TimingRequest, journal: Journal): Promise<Timed>;
export interface PairToTime {
    readonly runtime: Runtime;
    readonly densePath: string;
    readonly prunedPath: string;
    readonly feeds: Feeds;
    /** Of each one-sided bound. */
    readonly confidence: number;
}
/** One setting, with its bootstrap interval. */
export declare function timePair(pair: PairToTime, spec: TimingSpec, seed: string, journal?: Journal): Promise<TimedSetting>;
