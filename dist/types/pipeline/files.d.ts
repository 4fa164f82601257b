import type { Model } from '../onnx/ir.js';
import type { Plan } from '../prune/plan.js';
import type { Report } from '../report/types.js';
import type { Identity } from '../request.js';
/** A folder name for a model's name: what file systems dislike is replaced, and a hash keeps different names apart. */
export declare function folderName(name: string): string;
export declare const MODEL_FILE = "model.onnx";
/** Where the model in sparse form is tried, inside the model's folder. */
export declare const SPARSE_DRAFT = ".sparse";
export declare const PLAN_FILE = "plan.json";
/** What a machine found on its part of the samples. */
export declare const SHARD_FILE: RegExp;
/**
 * Makes the folder for one model and takes out what an earlier run left in it, so that no old model is taken for the
 * result of this run. `keep`: a plan that is being replayed. Throws UserError `output-unusable` where a link, which the
 * pull request may have put there, or a file stands in its place.
 */
export declare function prepareModelFolder(outDir: string, folder: string, keep: string | undefined): Promise<void>;
export interface WrittenModel {
    /** Absolute. */
    readonly path: string;
    readonly files: readonly string[];
    /** Relative to the output folder. */
    readonly file: string;
    readonly sha256: string;
    readonly bytes: number;
    /** Weights that are sparse initializers. */
    readonly sparse: number;
}
/** Writes the pruned model the way the dense one is stored: in one file, or with external data beside it. */
export declare function writePruned(outDir: string, folder: string, model: Model, external: boolean): Promise<WrittenModel>;
/** Takes over the files of a pruned model that was written before, byte for byte. */
export declare function adoptPruned(outDir: string, folder: string, { files: from, sparse }: Pick<WrittenModel, 'files' | 'sparse'>): Promise<WrittenModel>;
/** What `identify` found, for the door. */
export declare function writeIdentities(outDir: string, identities: readonly Identity[]): Promise<void>;
export declare function writePlan(outDir: string, folder: string, plan: Plan): Promise<string>;
export declare function readPlan(path: string): Promise<Plan>;
export declare function writeReports(outDir: string, report: Report): Promise<void>;
