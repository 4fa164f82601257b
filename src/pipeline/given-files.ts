/** Files and folders that a request names itself: a slip of the pen is said before minutes are spent. */
import { stat } from 'node:fs/promises';
import { UserError } from '../errors.js';
import type { RunRequest } from '../request.js';

interface Given {
  readonly path: (request: RunRequest) => string | undefined;
  readonly what: string;
  readonly code: string;
  readonly folder?: true;
  readonly fix: string;
}

const GIVEN: readonly Given[] = [
  { path: ({ planPath }) => planPath, what: 'plan', code: 'plan-unreadable', fix: 'Name the plan.json that an earlier `prune` or `run` left in its output folder.' },
  { path: ({ candidatePath }) => candidatePath, what: 'candidate', code: 'candidate-missing', fix: 'Name the model file that is to be judged; the path starts at the current folder.' },
  { path: ({ baselinePath }) => baselinePath, what: 'baseline', code: 'baseline-unreadable', fix: 'Name the report.json of a run on the base commit, or leave --baseline out.' },
  { path: ({ baseWorkspace }) => baseWorkspace, what: 'base', code: 'base-missing', folder: true, fix: 'Name the folder of a checkout of the base commit, or leave it out.' },
  { path: ({ sweep }) => sweep?.parts, what: 'folder of parts', code: 'shard-missing', folder: true, fix: 'Name with --merge the folder that holds what each `sweep --shard` left in its output folder.' },
];

/** @throws UserError with the code of the first that is not there */
export async function requireGivenFiles(request: RunRequest): Promise<void> {
  for (const { path: pathIn, what, code, folder = false, fix } of GIVEN) {
    const path = pathIn(request);
    if (path === undefined) continue;
    const stats = await stat(path).catch(() => undefined);
    const right = folder ? stats?.isDirectory() : stats?.isFile();
    if (right === true) continue;
    const why = stats === undefined ? `there is no such ${folder ? 'folder' : 'file'}` : folder ? 'it is no folder' : `it is ${stats.isDirectory() ? 'a folder' : 'no regular file'}`;
    throw new UserError({ code, message: `The ${what} cannot be read: ${why}.`, where: path, fix });
  }
}
