/** What is wrong with a policy, place by place. */
import { UserError } from '../errors.js';
/** One problem. Lines and columns count from 1. */
export interface PolicyIssue {
    /** The policy file, relative to the workspace. */
    readonly file: string;
    readonly line: number;
    readonly column: number;
    /** Place in the policy, such as `models[0].prune[0].criterion`; empty for the file as a whole. */
    readonly path: string;
    readonly message: string;
}
/** `file:line:column path: message`. */
export declare function formatIssue(issue: PolicyIssue): string;
/** `policy-invalid`: carries every problem found, in the order of the file. */
export declare class PolicyInvalidError extends UserError {
    readonly errors: readonly PolicyIssue[];
    constructor(issues: readonly PolicyIssue[]);
}
