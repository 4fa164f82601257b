/** Paths as every platform writes them: what lies inside what, and names with a meaning of their own. Text alone: no file is looked at. */
import { type PlatformPath } from 'node:path';
/** What is asked of `node:path`; a test gives `path.win32` in its place. */
export type PathRules = Pick<PlatformPath, 'relative' | 'isAbsolute' | 'sep'>;
/** Whether `path` is `folder` or lies below it, by their names; both absolute. On Windows letter case does not count, and another drive is outside. */
export declare function isInside(folder: string, path: string, rules?: PathRules): boolean;
/** The same, the folder itself left out. */
export declare function isBelow(folder: string, path: string, rules?: PathRules): boolean;
/** With `/` between folders, as policies, reports, archives and git have them. On Linux a backslash is a letter like any other. */
export declare function slashed(path: string, { sep }?: Pick<PathRules, 'sep'>): string;
/** `path` from `folder`, with `/`; absolute where it lies on another drive. */
export declare function wayTo(folder: string, path: string, rules?: PathRules): string;
/** Whether a part of a path is the folder in which a checkout keeps its token. */
export declare function isGitFolder(name: string): boolean;
/** Why Windows cannot have this name of a file or folder, or takes it for another's; undefined where it can. */
export declare function windowsProblem(name: string): string | undefined;
