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

/** More than these make no message better. */
const SHOWN = 20;

/** `file:line:column path: message`. */
export function formatIssue(issue: PolicyIssue): string {
  const place = `${issue.file}:${issue.line}:${issue.column}`;
  return issue.path === '' ? `${place}: ${issue.message}` : `${place} ${issue.path}: ${issue.message}`;
}

/** `policy-invalid`: carries every problem found, in the order of the file. */
export class PolicyInvalidError extends UserError {
  readonly errors: readonly PolicyIssue[];

  constructor(issues: readonly PolicyIssue[]) {
    const errors = inOrder(issues);
    const first = errors[0];
    super({
      code: 'policy-invalid',
      message: [`the policy has ${errors.length === 1 ? 'a problem' : `${errors.length} problems`}`, ...lines(errors)].join('\n'),
      ...(first === undefined ? {} : { where: `${first.file}:${first.line}:${first.column}` }),
      fix: 'correct the places named above; docs/policy.md describes every key',
    });
    this.name = 'PolicyInvalidError';
    this.errors = errors;
  }
}

function lines(errors: readonly PolicyIssue[]): string[] {
  const shown = errors.slice(0, SHOWN).map(formatIssue);
  return errors.length > SHOWN ? [...shown, `... and ${errors.length - SHOWN} more`] : shown;
}

/** By place, each line once. */
function inOrder(issues: readonly PolicyIssue[]): PolicyIssue[] {
  const unique = new Map(issues.map((issue) => [formatIssue(issue), issue]));
  return [...unique.values()].sort((a, b) => a.line - b.line || a.column - b.column);
}
