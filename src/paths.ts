/** Paths as every platform writes them: what lies inside what, and names with a meaning of their own. Text alone: no file is looked at. */
import nodePath, { type PlatformPath } from 'node:path';

/** What is asked of `node:path`; a test gives `path.win32` in its place. */
export type PathRules = Pick<PlatformPath, 'relative' | 'isAbsolute' | 'sep'>;

/** Whether `path` is `folder` or lies below it, by their names; both absolute. On Windows letter case does not count, and another drive is outside. */
export function isInside(folder: string, path: string, rules: PathRules = nodePath): boolean {
  const way = rules.relative(folder, path);
  return way !== '..' && !way.startsWith(`..${rules.sep}`) && !rules.isAbsolute(way);
}

/** The same, the folder itself left out. */
export function isBelow(folder: string, path: string, rules: PathRules = nodePath): boolean {
  return rules.relative(folder, path) !== '' && isInside(folder, path, rules);
}

/** With `/` between folders, as policies, reports, archives and git have them. On Linux a backslash is a letter like any other. */
export function slashed(path: string, { sep }: Pick<PathRules, 'sep'> = nodePath): string {
  return path.split(sep).join('/');
}

/** `path` from `folder`, with `/`; absolute where it lies on another drive. */
export function wayTo(folder: string, path: string, rules: PathRules = nodePath): string {
  return slashed(rules.relative(folder, path), rules);
}

/** Whether a part of a path is the folder in which a checkout keeps its token. */
export function isGitFolder(name: string): boolean {
  return name.toLowerCase() === '.git';
}

/** Names of devices on Windows, whatever their extension and in every folder (learn.microsoft.com, "Naming Files, Paths, and Namespaces"). */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9\u00b9\u00b2\u00b3]) *(?:\.|$)/iu;

/** Why Windows cannot have this name of a file or folder, or takes it for another's; undefined where it can. */
export function windowsProblem(name: string): string | undefined {
  if (DEVICE.test(name)) return `"${name}" is a device on Windows`;
  if (/[. ]$/u.test(name) && name !== '.' && name !== '..') return `"${name}" ends in a dot or a space, which Windows leaves out`;
  const [letter] = /[<>:"|?*]/u.exec(name) ?? [];
  return letter === undefined ? undefined : `"${name}" holds a \`${letter}\`, which no name has on Windows`;
}
