import type { PairRecord } from '../evaluate/record.js';
import type { Finding } from '../report/types.js';
import type { Part } from '../request.js';
import { type Candidate } from './assess.js';
import { type Leak } from './leakage.js';
import { type Draft, type ModelRun } from './model-run.js';
import { type PruneInputs } from './prune-inputs.js';
import type { RunSamples } from './samples.js';
import type { Subject } from './subject.js';
/** What a part is about; equal in all parts of one run. */
export interface ShardSubject {
    /** What the prune was made from; machines may differ. */
    readonly inputs: PruneInputs;
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
    /** Positions among the held-out samples: from `start` on, up to but not including `end`. */
    readonly start: number;
    readonly end: number;
    /** What this part ran on; a timing decides for `auto`, so each part may have another. */
    readonly device?: string;
    /** Of this part's device: what shows that it was not used as it should be. */
    readonly findings?: readonly Finding[];
    /** What evaluating noted. */
    readonly notes: readonly string[];
    /** Null where the part that this one was made beside has found it already. */
    readonly found: Found | null;
    /** Of what was found, as it is written. */
    readonly sha256: string;
}
export interface Found {
    readonly record: PairRecord;
    /** Between this part's samples and all that calibrate; null where the policy names none, so that the pruning job took some. */
    readonly leak: Leak | null;
}
export interface PartRun {
    readonly subject: Subject;
    readonly samples: RunSamples;
    readonly inputs: PruneInputs;
    readonly candidate: Candidate;
    readonly partial: boolean;
}
export declare function runPart(run: ModelRun, part: Part, work: PartRun, draft: Draft): Promise<void>;
/** Whether a record of this part is about the same, but for the policy, and of the same device: figures of another are not this one's. */
export declare function isFoundIn(path: string, subject: ShardSubject): Promise<boolean>;
/** What differs between what two parts are about, in words; machines may. */
export declare function differingSubject(left: ShardSubject, right: ShardSubject): string | undefined;
export declare const hashOf: (found: Found | null) => string;
/** The `index`-th of `count` parts of nearly as many batches each; empty where there are more parts than batches. */
export declare function placeOf(samples: number, batch: number, index: number, count: number): {
    start: number;
    end: number;
};
