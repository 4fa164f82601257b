/** Why a path cannot be used on this platform, from its text alone; undefined where nothing is wrong with it. */
export declare function pathProblem(path: string, platform?: NodeJS.Platform): string | undefined;
/**
 * The absolute path of `path` below `workspace`, symbolic links resolved as far as it exists (what is missing is for
 * the reader of the file to report). Throws UserError `path-outside` where it is not a plain relative path or leads
 * out of the workspace.
 */
export declare function resolveInside(workspace: string, path: string): Promise<string>;
/**
 * The name on disk where `written` is found under another letter case or Unicode form of it, as Windows and macOS do: git knows
 * the one on disk alone, and Linux finds no other. Undefined where a link was followed, or nothing differs.
 */
export declare function misspelt(written: string, onDisk: string): string | undefined;
