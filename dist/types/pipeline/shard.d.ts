import type { PairRecord } from '../evaluate/record.js';
import type { Samples } from '../data/types.js';
import type { Finding } from '../report/types.js';
import type { Part } from '../request.js';
import { type Candidate } from './assess.js';
import { type Draft, type ModelRun } from './model-run.js';
import type { PruneInputs } from './prune-inputs.js';
import type { RunSamples } from './samples.js';
import type { Subject } from './subject.js';
/** What a part is about; equal in all parts of one run. */
export interface ShardSubject {
    /** Key of what the prune was made from, but for the machine. */
    readonly inputs: string;
    readonly prunedModel: string;
    /** sha256 of the policy file. */
    readonly policy: string;
    /** Of the whole held-out set. */
    readonly samples: number;
}
export interface ShardRecord {
    readonly version: 1;
    readonly model: string;
    readonly index: number;
    readonly count: number;
    readonly subject: ShardSubject;
    /** What this part ran on; a timing decides for `auto`, so each part may have another. */
    readonly device?: string;
    /** Of this part's device: what shows that it was not used as it should be. */
    readonly findings?: readonly Finding[];
    readonly record: PairRecord;
}
export interface PartRun {
    readonly subject: Subject;
    readonly samples: RunSamples;
    readonly inputs: PruneInputs;
    readonly candidate: Candidate;
    readonly partial: boolean;
}
export declare function runPart(run: ModelRun, part: Part, work: PartRun, draft: Draft): Promise<void>;
export declare function shardSubject(inputs: PruneInputs, prunedModel: string, policy: string): Omit<ShardSubject, 'samples'>;
/** The `index`-th of `count` parts of nearly as many batches each; empty where there are more parts than batches. */
export declare function sliceOf(samples: Samples, batch: number, index: number, count: number): Samples;
