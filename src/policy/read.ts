/** The policy file from disk or from a text to the frozen policy; every problem with its line and column. */
import { createHash } from 'node:crypto';
import { UserError } from '../errors.js';
import { canonicalPolicy } from './defaults.js';
import { type PolicyDocument, type Problem, readDocument } from './document.js';
import { type PolicyIssue, PolicyInvalidError } from './errors.js';
import type { Complaint } from './explain.js';
import { decodePolicy, fileProblem, MAX_POLICY_BYTES, policyTooLarge, readPolicyBytes } from './file.js';
import { resolveInside } from './paths.js';
import { formatPath } from './place.js';
import type { PolicyFile } from './policy-file.gen.js';
import { checkRules, policyPaths } from './rules.js';
import { checkShape } from './schema.js';
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
export async function readPolicy({ workspace, path, file: instead }: PolicyPlace): Promise<Policy> {
  const bytes = await readPolicyBytes(instead ?? await insideOf(workspace, path), path);
  const { policy, file, document } = parse(decodePolicy(bytes, path), path, sha256Of(bytes));
  const outside = await pathsOutside(file, workspace);
  if (outside.length > 0) throw invalid(outside, path, document);
  return policy;
}

/** The policy is one of the repository's files like any other, but whoever names it needs another hint than one who names data in it. */
async function insideOf(workspace: string, path: string): Promise<string> {
  try {
    return await resolveInside(workspace, path);
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown;
    throw new UserError({
      code: thrown.code, message: `the policy must lie inside the workspace, ${workspace}: ${thrown.message}`, where: path, cause: thrown,
      fix: 'move it there, or name the folder that holds both the policy and the files that it names with --workspace (in the action: a path that starts at the root of the repository)',
    });
  }
}

/** The policy in a text that was read from `path`. Looks at no file: symbolic links are not checked. Throws PolicyInvalidError. */
export function parsePolicy(text: string, path: string): Policy {
  const bytes = Buffer.from(text, 'utf8');
  if (bytes.length > MAX_POLICY_BYTES) throw policyTooLarge(path, bytes.length);
  return parse(text, path, sha256Of(bytes)).policy;
}

interface ParsedPolicy {
  readonly policy: Policy;
  readonly file: PolicyFile;
  readonly document: PolicyDocument;
}

function parse(written: string, path: string, sha256: string): ParsedPolicy {
  const text = written.replace(/^\ufeff/, '');
  const read = readDocument(text);
  if (!read.ok) throw fileProblem(path, read.problems);
  if (path.toLowerCase().endsWith('.json') && !isJson(text)) throw fileProblem(path, [NOT_JSON]);
  const { document } = read;
  const checked = checkShape(document.value);
  if (!checked.ok) throw invalid(checked.complaints, path, document);
  const complaints = checkRules(checked.file);
  if (complaints.length > 0) throw invalid(complaints, path, document);
  return { policy: canonicalPolicy(checked.file, { path, sha256, document }), file: checked.file, document };
}

const NOT_JSON: Problem = { line: 1, column: 1, message: 'not JSON (comments, trailing commas and words without quotes are YAML: name the file .yml)' };

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The symbolic links of the policy's paths; what does not exist is for its reader to report. */
async function pathsOutside(file: PolicyFile, workspace: string): Promise<Complaint[]> {
  const found: Complaint[] = [];
  for (const { at, path } of policyPaths(file)) {
    try {
      await resolveInside(workspace, path);
    } catch (thrown) {
      if (!(thrown instanceof UserError)) throw thrown;
      found.push({ path: at, aboutKey: false, message: thrown.message });
    }
  }
  return found;
}

function invalid(complaints: readonly Complaint[], file: string, document: PolicyDocument): PolicyInvalidError {
  return new PolicyInvalidError(complaints.map(({ path, aboutKey, message }): PolicyIssue => ({
    file, ...(aboutKey ? document.keyPlace(path) : document.place(path)), path: formatPath(path), message,
  })));
}
