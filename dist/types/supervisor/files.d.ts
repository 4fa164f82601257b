import type { Report } from '../report/types.js';
/** Folders below an output folder for what did not decide the verdict, and was judged beside it: by the base's policy, by the change's. */
export declare const OTHER_FOLDERS: {
    readonly base: "by-base";
    readonly ref: "by-base";
    readonly checkout: "by-change";
};
/**
 * Makes the folder and takes away what an earlier run left.
 *
 * @throws UserError `output-unusable` where it cannot be made or written to, `output-outside` where a link in the workspace
 *   leads it elsewhere
 */
export declare function prepareOutput(outDir: string, workspace: string): Promise<void>;
/** Throws UserError `output-outside` where a link in the workspace leads the folder out of it; nothing is made. */
export declare function refuseLinkAway(outDir: string, workspace: string): Promise<void>;
/** The whole file or none of it: written beside its place, then renamed. */
export declare function writeAtomically(path: string, text: string): Promise<void>;
export declare function writeReport(outDir: string, report: Report, markdown: string): Promise<void>;
