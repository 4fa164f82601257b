import type { Report } from '../report/types.js';
/**
 * Makes the folder and takes away what an earlier run left.
 *
 * @throws UserError `output-unusable` where it cannot be made or written to, `output-outside` where a link in the workspace
 *   leads it elsewhere
 */
export declare function prepareOutput(outDir: string, workspace: string): Promise<void>;
/** Whether `path` is `folder` or lies below it, by their names; both absolute. */
export declare function isInside(folder: string, path: string): boolean;
/** The whole file or none of it: written beside its place, then renamed. */
export declare function writeAtomically(path: string, text: string): Promise<void>;
export declare function writeReport(outDir: string, report: Report, markdown: string): Promise<void>;
