/** Errors name files as the workspace does: who reads a report does not know where a runner checked it out. */
import { realpath } from 'node:fs/promises';
import { sep } from 'node:path';
import type { ReportError } from '../report/types.js';

/** The same errors with files of the workspace relative to it, by its name and by what its links lead to. */
export async function placedInside(errors: readonly ReportError[], workspace: string): Promise<ReportError[]> {
  const roots = [...new Set([await realpath(workspace).catch(() => workspace), workspace])].map((root) => root.endsWith(sep) ? root : `${root}${sep}`);
  // The root of a file system is in every path.
  const named = (text: string): string => roots.filter((root) => root.length > 1).reduce((left, root) => left.replaceAll(root, ''), text);
  return errors.map((error) => ({ ...error, message: named(error.message), where: error.where === null ? null : named(error.where) }));
}
