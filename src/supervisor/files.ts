/** Files in the output folder that the supervisor itself writes or removes. */
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Report } from '../report/types.js';

/** Removed before a run, so that what an earlier run left is never read as the result of this one. */
const STALE = ['report.json', 'report.md', 'worker.log'] as const;

export async function prepareOutput(outDir: string): Promise<void> {
  await mkdir(outDir, { recursive: true });
  await Promise.all(STALE.map((name) => rm(join(outDir, name), { force: true })));
}

/** The whole file or none of it: written beside its place, then renamed. */
export async function writeAtomically(path: string, text: string): Promise<void> {
  const draft = `${path}.${process.pid}.tmp`;
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(draft, text);
    await rename(draft, path);
  } finally {
    await rm(draft, { force: true });
  }
}

export async function writeReport(outDir: string, report: Report, markdown: string): Promise<void> {
  await writeAtomically(join(outDir, 'report.json'), `${JSON.stringify(report, null, 2)}\n`);
  await writeAtomically(join(outDir, 'report.md'), markdown);
}
