import type { Policy } from './types.js';
export interface PolicyPlace {
    readonly workspace: string;
    /** Relative to the workspace. */
    readonly path: string;
    /** Where the bytes are read instead (absolute path): `path` is then a name alone. */
    readonly file?: string | undefined;
}
/**
 * Reads `path` (YAML or, by its extension, JSON). Throws UserError `policy-missing`, `path-outside`, `policy-unreadable`, or
 * PolicyInvalidError (`policy-invalid`) with every problem found.
 */
export declare function readPolicy({ workspace, path, file: instead }: PolicyPlace): Promise<Policy>;
/** The policy in a text that was read from `path`. Looks at no file: symbolic links are not checked. Throws PolicyInvalidError. */
export declare function parsePolicy(text: string, path: string): Policy;
