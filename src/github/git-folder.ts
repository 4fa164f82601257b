/** What a checkout says of itself, read without git: which commit it has, and whether that was fetched as a pull request's. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

export interface GitCheckout {
  readonly kind: 'repository' | 'worktree' | 'submodule';
  /** Where its files lie. */
  readonly root: string;
  /** What is its own: HEAD, FETCH_HEAD. Git takes it for `--git-dir`. */
  readonly folder: string;
  /** What it shares with all worktrees of the repository: refs, objects. */
  readonly common: string;
}

/** The checkout that holds this folder; undefined where there is none, or its `.git` points to nothing. Worktrees and submodules have a file there. */
export function gitCheckout(from: string): GitCheckout | undefined {
  for (let root = resolve(from); ; root = dirname(root)) {
    const git = join(root, '.git');
    if (existsSync(git)) return statSync(git).isDirectory() ? { kind: 'repository', root, folder: git, common: git } : pointedAt(root, git);
    if (dirname(root) === root) return undefined;
  }
}

function pointedAt(root: string, file: string): GitCheckout | undefined {
  const target = /^gitdir: (.+)$/u.exec(read(file) ?? '')?.[1];
  const folder = target === undefined ? undefined : resolve(root, target);
  if (folder === undefined || !existsSync(join(folder, 'HEAD'))) return undefined;
  const shared = read(join(folder, 'commondir'));
  return shared === undefined ? { kind: 'submodule', root, folder, common: folder } : { kind: 'worktree', root, folder, common: resolve(folder, shared) };
}

/** As `gitCheckout`, of the repository that the run is about: a submodule's commits and paths are another one's. */
export function ownCheckout(from: string): GitCheckout | undefined {
  const found = gitCheckout(from);
  return found?.kind === 'submodule' ? undefined : found;
}

/** The commit that is checked out at or above `folder`; undefined where it cannot be told. */
export function headCommit(folder: string): string | undefined {
  const git = gitCheckout(folder);
  if (git === undefined) return undefined;
  const head = read(join(git.folder, 'HEAD'));
  const ref = /^ref: (refs\/[^\s]+)$/u.exec(head ?? '')?.[1];
  return ref === undefined ? head : read(join(git.folder, ref)) ?? read(join(git.common, ref)) ?? packedRef(git.common, ref);
}

/** GitHub's name of a pull request's head, or of its merge with the base; actions/checkout keeps it below `remotes`. */
const PULL_REF = /\brefs\/(?:remotes\/)?pull\/(\d{1,9})\/(?:head|merge)\b/u;

/** Numbers of the pull requests as whose this commit was fetched: by a ref of that name, or by the last fetch, of any worktree. `elsewhere`: of a submodule's repository. */
export function pullRequestsAt(folder: string, commit: string): readonly (number | 'elsewhere')[] {
  const git = gitCheckout(folder);
  if (git === undefined || commit === '') return [];
  const { common } = git;
  const loose = ['refs/pull', 'refs/remotes/pull'].flatMap((parent) => namesIn(join(common, parent)).flatMap((number) =>
    ['head', 'merge'].map((name) => `${read(join(common, parent, number, name)) ?? ''} ${parent}/${number}/${name}`)));
  const fetched = [common, ...namesIn(join(common, 'worktrees')).map((name) => join(common, 'worktrees', name))].map((one) => join(one, 'FETCH_HEAD'));
  const listed = [join(common, 'packed-refs'), ...fetched].flatMap((file) => read(file)?.split('\n') ?? []);
  const numbers = [...loose, ...listed].filter((line) => line.startsWith(commit)).flatMap((line) => Number(PULL_REF.exec(line)?.[1] ?? Number.NaN)).filter(Number.isInteger);
  return git.kind === 'submodule' ? numbers.map(() => 'elsewhere') : numbers;
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
