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

export class UserError extends Error {
  readonly code: ErrorCode;
  readonly where: string | undefined;
  readonly fix: string | undefined;

  constructor(parts: UserErrorParts) {
    super(parts.message, parts.cause === undefined ? undefined : { cause: parts.cause });
    this.name = 'UserError';
    this.code = parts.code;
    this.where = parts.where;
    this.fix = parts.fix;
  }
}

/** What callers can do something about: with smaller pieces, or another way. */
export function isOutOfMemory(thrown: unknown): boolean {
  return thrown instanceof UserError && thrown.code === 'out-of-memory';
}

/** Nothing that the model did: it says nothing about it. */
export function isOfTheMachine(thrown: unknown): boolean {
  return isOutOfMemory(thrown) || (thrown instanceof UserError && thrown.code === 'device-lost');
}

/** The text of anything that can be thrown. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** The same with where it was thrown, for logs. */
export function stackOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.stack ?? thrown.message : String(thrown);
}
