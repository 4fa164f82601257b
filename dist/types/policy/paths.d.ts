/** Why a path cannot be used, from its text alone; undefined where nothing is wrong with it. */
export declare function pathProblem(path: string): string | undefined;
/**
 * The absolute path of `path` below `workspace`, symbolic links resolved as far as it exists (what is missing is for
 * the reader of the file to report). Throws UserError `path-outside` where it is not a plain relative path or leads
 * out of the workspace.
 */
export declare function resolveInside(workspace: string, path: string): Promise<string>;
