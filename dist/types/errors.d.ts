/**
 * Errors meant for the person who runs prune-gate: what happened, where, and what to do about it.
 * Anything that is not a `UserError` is a bug of ours and is reported as one.
 */
/** Stable identifiers, kebab-case; they appear in reports and in the documentation. */
export type ErrorCode = string;
export interface UserErrorParts {
    readonly code: ErrorCode;
    /** One sentence: what happened. */
    readonly message: string;
    /** File, node, policy path or URL the message is about. */
    readonly where?: string;
    /** What to do next; something that can be pasted where possible. */
    readonly fix?: string;
    readonly cause?: unknown;
}
export declare class UserError extends Error {
    readonly code: ErrorCode;
    readonly where: string | undefined;
    readonly fix: string | undefined;
    constructor(parts: UserErrorParts);
}
/** What callers can do something about: with smaller pieces, or another way. */
export declare function isOutOfMemory(thrown: unknown): boolean;
/** Nothing that the model did: it says nothing about it. */
export declare function isOfTheMachine(thrown: unknown): boolean;
/** The text of anything that can be thrown. */
export declare function messageOf(thrown: unknown): string;
/** The same with where it was thrown, for logs. */
export declare function stackOf(thrown: unknown): string;
