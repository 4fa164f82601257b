import type { Samples } from '../data/types.js';
import type { DataPolicy, ModelPolicy } from '../policy/types.js';
import type { Feeds, Port } from '../runtime/types.js';
import type { Facts } from '../ops/facts.js';
import type { Finding } from '../report/types.js';
import type { Part } from '../request.js';
import type { Journal } from './journal.js';
export interface RunSamples {
    readonly heldout: Samples;
    readonly calibration: Samples;
    /** Split A: statistics and fits. */
    readonly fit: Samples;
    /** Split B: every decision. */
    readonly decide: Samples;
    /** Split C: what a model that was chosen by its quality loses. Only where something is searched for by quality. */
    readonly search?: Samples;
    /** What the samples have in common that they should not. */
    readonly findings: readonly Finding[];
}
export declare function openHeldout(workspace: string, data: DataPolicy, inputs: readonly Port[]): Promise<Samples>;
export interface DataPlaces {
    /** Absolute. */
    readonly workspace: string;
    /** Absolute; held-out data that lies here under its path goes before the workspace's. */
    readonly pinnedData?: string | undefined;
}
export interface Opening {
    /** Whether something is searched for by quality, on samples of its own. */
    readonly searching: boolean;
    /** Of a run that several machines share: the parts look for samples on both sides, each among its own (shard.ts). */
    readonly part?: Part['kind'] | undefined;
}
export declare function openRunSamples({ workspace, pinnedData }: DataPlaces, policy: ModelPolicy, inputs: readonly Port[], journal: Journal, opening?: Opening): Promise<RunSamples>;
export declare const searchesByQuality: ({ prune }: ModelPolicy) => boolean;
/** Feeds of the first sample, or of as many as the model insists on: for probing, proofs and timing. */
export declare function firstFeeds(samples: Samples, inputs: readonly Port[]): Promise<Feeds>;
/** Samples per run: what the model fixes, else as many as keep a batch's activations within bounds. */
export declare function batchFor(inputs: readonly Port[], facts: Facts): number;
/** The same sample `batch` times, for timing; feeds of as many stay as they are. */
export declare function repeatFeeds(feeds: Feeds, batch: number): Feeds;
