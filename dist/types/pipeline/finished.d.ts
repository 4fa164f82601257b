import type { GroupReport, LadderStep, ProofReport } from '../report/types.js';
import type { PrunedModel } from './prune-state.js';
import { type PruneInputs } from './prune-inputs.js';
export declare const FINISHED_FILE = "prune.json";
export interface FinishedRecord {
    readonly version: 1;
    /** Of the inputs: what a cache has this under. */
    readonly key: string;
    readonly inputs: PruneInputs;
    readonly plan: string;
    /** Names beside this record, the model's first; and the sha256 over their bytes in this order. */
    readonly files: readonly string[];
    readonly prunedModel: string;
    readonly partial: boolean;
    readonly notes: readonly string[];
    readonly groups: readonly GroupReport[];
    readonly ladder: readonly LadderStep[];
    readonly proof: ProofReport | null;
}
export interface Finished {
    readonly pruned: PrunedModel;
    /** What the prune noted. */
    readonly notes: readonly string[];
    /** Absolute paths, the model's first. */
    readonly files: readonly string[];
    /** Weights that the model's file holds as sparse initializers. */
    readonly sparse: number;
}
export interface FinishedParts {
    readonly inputs: PruneInputs;
    readonly pruned: PrunedModel;
    readonly notes: readonly string[];
    readonly plan: string;
    readonly files: readonly string[];
    readonly prunedModel: string;
}
/** Writes the record beside the plan and the model. */
export declare function writeFinished(folder: string, { inputs, pruned, notes, plan, files, prunedModel }: FinishedParts): Promise<void>;
/** The prune in this folder, or why it is not one of these inputs. What is a machine's own is compared only where `sameMachine`. */
export declare function readFinished(folder: string, inputs: PruneInputs, sameMachine: boolean): Promise<Finished | string>;
/** Throws where the record is none. */
export declare function readRecord(folder: string): Promise<FinishedRecord>;
/**
 * Where the model's files lie: beside the record; or, where two policies of a shared run prune to the same model, beside the other
 * policy's record, since they are handed on once. Whoever takes them compares the sha256.
 */
export declare function filesOf(folder: string, { files }: FinishedRecord): string[];
/** Copies the model's files into `folder`, as they are. */
export declare function adoptFiles(files: readonly string[], folder: string): Promise<string[]>;
