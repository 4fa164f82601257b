import type { Problem } from './document.js';
import { PolicyInvalidError } from './errors.js';
/** A policy is written by hand: this is a hundred times a long one. */
export declare const MAX_POLICY_BYTES: number;
/**
 * The bytes at `absolute`; messages name it `path`. Throws UserError `policy-missing` or `policy-unreadable`, or
 * PolicyInvalidError where it is too large.
 */
export declare function readPolicyBytes(absolute: string, path: string): Promise<Buffer>;
/** Throws PolicyInvalidError with the first line that is not UTF-8. */
export declare function decodePolicy(bytes: Uint8Array, path: string): string;
/** `policy-invalid` for the file as a whole. */
export declare function fileProblem(file: string, problems: readonly Problem[]): PolicyInvalidError;
export declare function policyTooLarge(path: string, bytes: number): PolicyInvalidError;
