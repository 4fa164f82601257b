import type { Policy } from './types.js';
/**
 * Reads `path` (relative to `workspace`, YAML or, by its extension, JSON). Throws UserError `policy-missing`,
 * `path-outside`, `policy-unreadable`, or PolicyInvalidError (`policy-invalid`) with every problem found.
 */
export declare function readPolicy({ workspace, path }: {
    readonly workspace: string;
    readonly path: string;
}): Promise<Policy>;
/** The policy in a text that was read from `path`. Looks at no file: symbolic links are not checked. Throws PolicyInvalidError. */
export declare function parsePolicy(text: string, path: string): Policy;
