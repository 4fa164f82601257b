import type { Model } from '../onnx/ir.js';
import type { Plan } from '../prune/plan.js';
import type { Report } from '../report/types.js';
/** A folder name for a model's name: what file systems dislike is replaced, and a hash keeps different names apart. */
export declare function folderName(name: string): string;
export interface WrittenModel {
    /** Absolute. */
    readonly path: string;
    readonly files: readonly string[];
    /** Relative to the output folder. */
    readonly file: string;
    readonly sha256: string;
    readonly bytes: number;
}
/** Writes the pruned model the way the dense one is stored: in one file, or with external data beside it. */
export declare function writePruned(outDir: string, folder: string, model: Model, external: boolean): Promise<WrittenModel>;
export declare function writePlan(outDir: string, folder: string, plan: Plan): Promise<string>;
export declare function readPlan(path: string): Promise<Plan>;
export declare function writeReports(outDir: string, report: Report): Promise<void>;
