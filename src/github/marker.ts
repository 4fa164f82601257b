/** The invisible first lines of our comment: whose it is, and which run wrote it. */
import { createHash } from 'node:crypto';
import type { RunId } from './event.js';

/** What a comment key may be: it stands inside an HTML comment, and people read it in their workflow. */
export const COMMENT_KEY = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/u;

/**
 * Comment key and set of models: jobs that report on different models do not take each other's comment, whatever their key. The
 * usual set, all models of one policy at its usual place, adds nothing.
 */
export function ownerKey(key: string, policies: readonly string[], models: readonly string[], usualPolicy: string): string {
  const isUsual = models.length === 0 && policies.length === 1 && policies[0] === usualPolicy;
  return isUsual ? key : `${key}/${createHash('sha256').update(JSON.stringify([[...policies].sort(), [...models].sort()])).digest('hex').slice(0, 12)}`;
}

const RUN_LINE = /^<!-- prune-gate-run: (\d{1,15})\.(\d{1,6}) -->/u;

const ownerLine = (key: string): string => `<!-- prune-gate:${key} -->`;

/** The body of a comment: marker, run, then what people see. */
export function withMarker(key: string, run: RunId, markdown: string): string {
  return `${ownerLine(key)}\n<!-- prune-gate-run: ${run.id}.${run.attempt} -->\n${markdown}`;
}

/** The run that wrote this body; undefined where it does not start with this key's marker, or names no run. */
export function runOf(key: string, body: string): RunId | undefined {
  const owner = ownerLine(key);
  if (!body.startsWith(owner)) return undefined;
  // GitHub may hand line ends back as CRLF.
  const found = RUN_LINE.exec(body.slice(owner.length).trimStart());
  return { id: Number(found?.[1] ?? 0), attempt: Number(found?.[2] ?? 0) };
}

/** Below 0 where `left` is older. A re-run of an old run stays older than a newer run: its commit is. */
export function compareRuns(left: RunId, right: RunId): number {
  return left.id - right.id || left.attempt - right.attempt;
}

/** The body of a comment that is hidden: its marker is no longer one. */
export function retired(body: string): string {
  return body.replace('<!-- prune-gate:', '<!-- prune-gate-outdated:');
}
