import type { Model } from '../../onnx/ir.js';
import type { Feeds, Runtime } from '../../runtime/types.js';
export interface Racer {
    readonly model: Model;
    readonly feeds: Feeds;
}
export interface RaceOptions {
    readonly runtime: Runtime;
    readonly directory: string;
    readonly threads: number;
    /** Milliseconds to spend on runs, about: bounds the number of rounds, which is never below LEAST_ROUNDS. */
    readonly budgetMs: number;
}
/** Milliseconds a run of each, in the order given. Rejects where one of them does not load or run. */
export declare function race(racers: readonly Racer[], { runtime, directory, threads, budgetMs }: RaceOptions): Promise<number[]>;
export declare function lowerQuartile(values: readonly number[]): number;
