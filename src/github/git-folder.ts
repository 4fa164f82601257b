/** What a checkout says of itself, read without git: which commit it has, and whether that was fetched as a pull request's. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** The commit that is checked out at or above `folder`; undefined where it cannot be told. */
export function headCommit(folder: string): string | undefined {
  const git = gitFolder(resolve(folder));
  if (git === undefined) return undefined;
  const head = read(join(git, 'HEAD'));
  const ref = /^ref: (refs\/[^\s]+)$/u.exec(head ?? '')?.[1];
  return ref === undefined ? head : read(join(git, ref)) ?? packedRef(git, ref);
}

/** Worktrees and submodules have a file there; what they point at is not followed, so that it cannot be told. */
export function gitFolder(from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const git = join(folder, '.git');
    if (existsSync(git)) return statSync(git).isDirectory() ? git : undefined;
    if (dirname(folder) === folder) return undefined;
  }
}

/** GitHub's name of a pull request's head, or of its merge with the base; actions/checkout keeps it below `remotes`. */
const PULL_REF = /\brefs\/(?:remotes\/)?pull\/(\d{1,9})\/(?:head|merge)\b/u;

/** Numbers of the pull requests as whose this commit was fetched: by a ref of that name, or by the last fetch. */
export function pullRequestsAt(folder: string, commit: string): readonly number[] {
  const git = gitFolder(resolve(folder));
  if (git === undefined || commit === '') return [];
  const loose = ['refs/pull', 'refs/remotes/pull'].flatMap((parent) => namesIn(join(git, parent)).flatMap((number) =>
    ['head', 'merge'].map((name) => `${read(join(git, parent, number, name)) ?? ''} ${parent}/${number}/${name}`)));
  const listed = ['packed-refs', 'FETCH_HEAD'].flatMap((file) => read(join(git, file))?.split('\n') ?? []);
  return [...loose, ...listed].filter((line) => line.startsWith(commit)).flatMap((line) => Number(PULL_REF.exec(line)?.[1] ?? Number.NaN)).filter(Number.isInteger);
}

function packedRef(git: string, ref: string): string | undefined {
  const line = read(join(git, 'packed-refs'))?.split('\n').find((one) => one.endsWith(` ${ref}`));
  return line?.split(' ')[0];
}

function namesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return undefined;
  }
}
