/** What a door (CLI or action) asks of the pipeline, and what the pipeline tells while it works. Plain JSON: it crosses a process boundary. */
import type { DeviceName } from './policy/types.js';
export interface RunRequest {
    readonly command: 'run' | 'prune' | 'evaluate' | 'validate' | 'inspect' | 'identify' | 'verify' | 'devices' | 'sweep' | 'explain';
    /** Absolute path; everything read must lie inside. */
    readonly workspace: string;
    /** Policy file, relative to the workspace. Not used by `inspect`. */
    readonly policyPath: string;
    /** File whose bytes are the policy in place of the workspace's (absolute path); `policyPath` stays its name. */
    readonly policyFile?: string;
    /** Folder of held-out data (absolute): what lies there under a path of the policy goes before the workspace's. */
    readonly pinnedData?: string;
    /** Absolute folder for report.json, report.md, plans and pruned models. */
    readonly outDir: string;
    /** Model names of the policy to work on; empty: all. For `inspect`: one model path. */
    readonly models: readonly string[];
    /** Overrides the policy's device. */
    readonly device?: DeviceName;
    /** `prune --plan FILE`: replay this plan (absolute path). */
    readonly planPath?: string;
    /** A plan (absolute path) whose recorded latencies are planned with, in place of new ones. */
    readonly latencyFrom?: string;
    readonly sweep?: SweepRequest;
    /** `evaluate --dump FILE.npz` (absolute path). */
    readonly dumpPath?: string;
    /** `run`: prunes that were finished before, by model. One that does not fit is passed over and made again. */
    readonly finished?: readonly FinishedFolder[];
    /** `run`: the part of a run that is shared among machines; absent: all of it. */
    readonly part?: Part;
    /** `run`: report of the commit that this change is based on (absolute path), for limits on regression and drift. */
    readonly baselinePath?: string;
    /** `run`: a checkout of that commit (absolute folder): its models are pruned and measured here, and go before a report. */
    readonly baseWorkspace?: string;
    /** `run`: paths of models that have no base, since the change brings them; `all`: nothing is changed by what is judged. */
    readonly withoutBase?: 'all' | readonly string[];
    /** Where models are read from, if not from the workspace. */
    readonly modelWorkspace?: string;
    /** Whether the policy's measuring commands may run: only where the policy is one that no stranger can change. */
    readonly allowCommands?: boolean;
    /** `run`: latency is measured with as few runs as can be, since nobody looks at it. */
    readonly untimed?: boolean;
    /** `verify`: the report.json (absolute path), with the files that it names beside it. Its models and policies are used. */
    readonly reportPath?: string;
    /** `run`, and `evaluate` of two models: count in this folder (absolute) how often the held-out samples were consulted. */
    readonly consultationsFolder?: string;
    /** `evaluate`: model file to judge against the policy's dense model (absolute path); absent: dense alone. */
    readonly candidatePath?: string;
}
export interface SweepRequest {
    /** Factors to try (above 1), and what they are of. */
    readonly factors?: readonly number[];
    readonly cost: SweepCost;
    /** Only this part of the points. */
    readonly share?: Share;
    /** Makes no point: puts together the parts found in this folder (absolute), at any depth; they say which factors, and of what. */
    readonly parts?: string;
}
/** The `index`-th of `count` parts, from 1. */
export interface Share {
    readonly index: number;
    readonly count: number;
}
export type SweepCost = 'macs' | 'params' | 'size' | 'latency';
/** Paths are absolute folders. */
export type Part = 
/** Prunes and measures; judges nothing yet. */
{
    readonly kind: 'prune';
}
/**
 * Takes the prune from the output folder of that run, and evaluates the `index`-th of `count` parts (from 1). `known`: output
 * folder of the same part by another policy; what it found of the same model and data is not found again.
 */
 | {
    readonly kind: 'shard';
    readonly index: number;
    readonly count: number;
    readonly from: string;
    readonly known?: string;
}
/**
 * Puts the parts found in `shards` (folders in it, at any depth) together, and judges. `below`: name of the folder, within what
 * each part left, that is about this policy; absent: none of `OTHER_FOLDERS`.
 */
 | {
    readonly kind: 'merge';
    readonly from: string;
    readonly shards: string;
    readonly below?: string;
};
export interface FinishedFolder {
    readonly model: string;
    /** Absolute; what a run left for that model in its output folder. */
    readonly folder: string;
}
/** What `identify` finds of one model, in `identities.json` of the output folder. */
export interface Identity {
    readonly model: string;
    /** sha256 over everything that its prune depends on. */
    readonly key: string;
    /** Name of the model's folder below an output folder. */
    readonly folder: string;
}
/** A line of progress; `total` is 0 where it is not known. */
export interface Progress {
    readonly model: string;
    /** policy, load, facts, groups, calibrate, score, apply, prove, repair, evaluate, measure, gate, report */
    readonly stage: string;
    readonly done: number;
    readonly total: number;
    readonly detail: string;
}
export type OnProgress = (progress: Progress) => void;
