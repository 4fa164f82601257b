/** Errors name files as the workspace does: who reads a report does not know where a runner checked it out. */
import { realpath } from 'node:fs/promises';
import nodePath, { type PlatformPath } from 'node:path';
import { slashed } from '../paths.js';
import type { ReportError } from '../report/types.js';

/** The same errors with files of the workspace relative to it, by its name and by what its links lead to. */
export async function placedInside(errors: readonly ReportError[], workspace: string): Promise<ReportError[]> {
  const roots = [...new Set([await realpath(workspace).catch(() => workspace), workspace])];
  const named = (text: string): string => roots.reduce((left, root) => withoutRoot(left, root), text);
  return errors.map((error) => ({ ...error, message: named(error.message), where: error.where === null ? null : named(error.where) }));
}

/** Where paths below `root` stand in a text, they start there and have `/` between folders, as the policy writes them. */
export function withoutRoot(text: string, root: string, rules: Pick<PlatformPath, 'parse' | 'sep'> = nodePath): string {
  // The root of a file system is in every path.
  if (rules.parse(root).root === root) return text;
  const [before = '', ...paths] = text.split(root.endsWith(rules.sep) ? root : `${root}${rules.sep}`);
  return [before, ...paths.map((path) => {
    const end = /['"`:\n]|$/u.exec(path)?.index ?? path.length;
    return `${slashed(path.slice(0, end), rules)}${path.slice(end)}`;
  })].join('');
}
