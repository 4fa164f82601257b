/** Files in the output folder that the supervisor itself writes or removes. */
import { constants } from 'node:fs';
import { access, lstat, mkdir, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { UserError } from '../errors.js';
import { isInside } from '../paths.js';
import { serializeReport } from '../report/json.js';
import type { Report } from '../report/types.js';

/** Folders below an output folder for what did not decide the verdict, and was judged beside it: by the base's policy, by the change's. */
export const OTHER_FOLDERS = { base: 'by-base', ref: 'by-base', checkout: 'by-change' } as const;

/** Removed before a run, so that what an earlier run left is never read as the result of this one. */
const STALE = ['report.json', 'report.md', 'worker.log'] as const;

/**
 * Makes the folder and takes away what an earlier run left.
 *
 * @throws UserError `output-unusable` where it cannot be made or written to, `output-outside` where a link in the workspace
 *   leads it elsewhere
 */
export async function prepareOutput(outDir: string, workspace: string): Promise<void> {
  // Before it is made: folders would come to be where the link leads.
  await refuseLinkAway(outDir, workspace);
  await makeWritable(outDir);
  await Promise.all(STALE.map((name) => rm(join(outDir, name), { force: true })));
}

/** Throws UserError `output-outside` where a link in the workspace leads the folder out of it; nothing is made. */
export async function refuseLinkAway(outDir: string, workspace: string): Promise<void> {
  if (!isInside(workspace, outDir)) return;
  const place = await placeOf(outDir);
  if (place !== undefined && isInside(await realpath(workspace), place)) return;
  throw new UserError({
    code: 'output-outside',
    message: 'the output folder lies in the workspace by its name, but a link leads it elsewhere',
    where: outDir,
    fix: 'remove the link from the repository, or name another folder',
  });
}

/** Where a path leads once all of it is made; undefined where a link on the way leads to nothing. */
async function placeOf(path: string): Promise<string | undefined> {
  for (let folder = path; ; folder = dirname(folder)) {
    const real = await realpath(folder).catch(() => undefined);
    if (real !== undefined) return join(real, relative(folder, path));
    const isLink = await lstat(folder).then((stats) => stats.isSymbolicLink(), () => false);
    if (isLink) return undefined;
  }
}

async function makeWritable(outDir: string): Promise<void> {
  try {
    await mkdir(outDir, { recursive: true });
    await access(outDir, constants.W_OK);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? String(cause);
    throw new UserError({
      code: 'output-unusable', message: `the output folder cannot be ${code === 'EEXIST' || code === 'ENOTDIR' ? 'made: a file is in its way' : `written to (${code})`}`, where: outDir,
      fix: 'name another folder with --out (output-dir in the action), or make this one writable',
    });
  }
}

/** The whole file or none of it: written beside its place, then renamed. */
export async function writeAtomically(path: string, text: string): Promise<void> {
  const draft = `${path}.${process.pid}.tmp`;
  await mkdir(dirname(path), { recursive: true });
  try {
    await rm(draft, { force: true });
    // Never through a link that was there before.
    await writeFile(draft, text, { flag: 'wx' });
    await rename(draft, path);
  } finally {
    await rm(draft, { force: true });
  }
}

export async function writeReport(outDir: string, report: Report, markdown: string): Promise<void> {
  await writeAtomically(join(outDir, 'report.json'), serializeReport(report));
  await writeAtomically(join(outDir, 'report.md'), markdown);
}
