/** What a run leaves in its output folder; each file is written whole or not at all. */
import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { UserError, messageOf } from '../errors.js';
import type { Model } from '../onnx/ir.js';
import { writeModel } from '../onnx/write.js';
import { parsePlan, serializePlan } from '../prune/plan.js';
import type { Plan } from '../prune/plan.js';
import { renderMarkdown } from '../report/markdown.js';
import type { Report } from '../report/types.js';
import { writeAtomically, writeReport } from '../supervisor/files.js';
import { hashFiles } from './subject.js';

/** A folder name for a model's name: what file systems dislike is replaced, and a hash keeps different names apart. */
export function folderName(name: string): string {
  const plain = name.replace(/[^A-Za-z0-9._-]+/gu, '-').replace(/^[.-]+/u, '').slice(0, 60);
  return plain === name ? plain : `${plain || 'model'}-${createHash('sha256').update(name).digest('hex').slice(0, 8)}`;
}

export interface WrittenModel {
  /** Absolute. */
  readonly path: string;
  readonly files: readonly string[];
  /** Relative to the output folder. */
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** Writes the pruned model the way the dense one is stored: in one file, or with external data beside it. */
export async function writePruned(outDir: string, folder: string, model: Model, external: boolean): Promise<WrittenModel> {
  await mkdir(join(outDir, folder), { recursive: true });
  const path = join(outDir, folder, 'model.onnx');
  const { files } = await writeModel(model, path, { external: external ? 'file' : 'inline' });
  const { sha256, bytes } = await hashFiles(files);
  return { path, files, file: slashed(relative(outDir, path)), sha256, bytes };
}

export async function writePlan(outDir: string, folder: string, plan: Plan): Promise<string> {
  const path = join(outDir, folder, 'plan.json');
  await writeAtomically(path, serializePlan(plan));
  return slashed(relative(outDir, path));
}

const slashed = (path: string): string => path.split('\\').join('/');

export async function readPlan(path: string): Promise<Plan> {
  try {
    return parsePlan(await readFile(path, 'utf8'), path);
  } catch (thrown) {
    if (thrown instanceof UserError) throw thrown;
    throw new UserError({ code: 'plan-unreadable', message: `The plan cannot be read: ${messageOf(thrown)}`, where: path });
  }
}

export async function writeReports(outDir: string, report: Report): Promise<void> {
  await writeReport(outDir, report, renderMarkdown(report));
}
