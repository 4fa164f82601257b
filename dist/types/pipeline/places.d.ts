import { type PlatformPath } from 'node:path';
import type { ReportError } from '../report/types.js';
/** The same errors with files of the workspace relative to it, by its name and by what its links lead to. */
export declare function placedInside(errors: readonly ReportError[], workspace: string): Promise<ReportError[]>;
/** Where paths below `root` stand in a text, they start there and have `/` between folders, as the policy writes them. */
export declare function withoutRoot(text: string, root: string, rules?: Pick<PlatformPath, 'parse' | 'sep'>): string;
