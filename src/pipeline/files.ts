/** What a run leaves in its output folder; each file is written whole or not at all. */
import { createHash } from 'node:crypto';
import { lstat, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError, messageOf } from '../errors.js';
import type { Model } from '../onnx/ir.js';
import { writeModel } from '../onnx/write.js';
import { windowsProblem, wayTo } from '../paths.js';
import { parsePlan, serializePlan } from '../prune/plan.js';
import type { Plan } from '../prune/plan.js';
import { renderMarkdown } from '../report/markdown.js';
import type { Report } from '../report/types.js';
import { OTHER_FOLDERS, writeAtomically, writeReport } from '../supervisor/files.js';
import type { Identity } from '../request.js';
import { CONSULTATIONS_FILE } from './consultations.js';
import { adoptFiles, FINISHED_FILE } from './finished.js';
import { REPRODUCTION } from './reproduction.js';
import { hashFiles } from './subject.js';

/** Files and folders that lie in the output folder itself. */
const RESERVED: ReadonlySet<string> = new Set(['report.json', 'report.md', 'worker.log', 'identities.json', CONSULTATIONS_FILE, 'prune', 'evaluate', 'sweep', ...Object.values(OTHER_FOLDERS)]);

/** A folder name for a model's name: what file systems dislike is replaced, and a hash keeps different names apart. */
export function folderName(name: string): string {
  const plain = name.replace(/[^A-Za-z0-9._-]+/gu, '-').replace(/^[.-]+/u, '').slice(0, 60);
  const usable = plain === name && !RESERVED.has(name.toLowerCase()) && windowsProblem(name) === undefined;
  return usable ? plain : `${plain || 'model'}-${createHash('sha256').update(name).digest('hex').slice(0, 8)}`;
}

export const MODEL_FILE = 'model.onnx';
/** Where the model in sparse form is tried, inside the model's folder. */
export const SPARSE_DRAFT = '.sparse';
export const PLAN_FILE = 'plan.json';
/** What a machine found on its part of the samples. */
export const SHARD_FILE = /^shard-(\d{1,4})-of-(\d{1,4})\.json$/u;

/** What a run that was killed while it wrote left: the beginnings of files, under names of their own (onnx/write, supervisor/files). */
const DRAFT = /^\.?(?:model\.onnx(?:\.data)?|plan\.json|prune\.json)\.[0-9a-f]+\.tmp$/u;

/**
 * Makes the folder for one model and takes out what an earlier run left in it, so that no old model is taken for the
 * result of this run. `keep`: a plan that is being replayed. Throws UserError `output-unusable` where a link, which the
 * pull request may have put there, or a file stands in its place.
 */
export async function prepareModelFolder(outDir: string, folder: string, keep: string | undefined): Promise<void> {
  const path = join(outDir, folder);
  const stats = await lstat(path).catch(() => undefined);
  if (stats !== undefined && !stats.isDirectory()) {
    throw new UserError({
      code: 'output-unusable', message: `The folder for this model's files is ${stats.isSymbolicLink() ? 'a link' : 'a file'}.`, where: path,
      fix: 'Remove it from the repository, or name another output folder.',
    });
  }
  await mkdir(path, { recursive: true });
  const shards = (await readdir(path)).filter((name) => SHARD_FILE.test(name) || DRAFT.test(name));
  const stale = [...shards, MODEL_FILE, `${MODEL_FILE}.data`, PLAN_FILE, FINISHED_FILE].map((name) => join(path, name)).filter((file) => file !== keep);
  await Promise.all([...stale, join(path, REPRODUCTION), join(path, SPARSE_DRAFT)].map((each) => rm(each, { recursive: true, force: true })));
}

export interface WrittenModel {
  /** Absolute. */
  readonly path: string;
  readonly files: readonly string[];
  /** Relative to the output folder. */
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  /** Weights that are sparse initializers. */
  readonly sparse: number;
}

/** Writes the pruned model the way the dense one is stored: in one file, or with external data beside it. */
export async function writePruned(outDir: string, folder: string, model: Model, external: boolean): Promise<WrittenModel> {
  const path = join(outDir, folder, MODEL_FILE);
  const { files } = await writeModel(model, path, { external: external ? 'file' : 'inline' });
  const { sha256, bytes } = await hashFiles(files);
  return { path, files, file: wayTo(outDir, path), sha256, bytes, sparse: 0 };
}

/** Takes over the files of a pruned model that was written before, byte for byte. */
export async function adoptPruned(outDir: string, folder: string, { files: from, sparse }: Pick<WrittenModel, 'files' | 'sparse'>): Promise<WrittenModel> {
  const files = await adoptFiles(from, join(outDir, folder));
  const path = files[0] ?? '';
  const { sha256, bytes } = await hashFiles(files);
  return { path, files, file: wayTo(outDir, path), sha256, bytes, sparse };
}

/** What `identify` found, for the door. */
export async function writeIdentities(outDir: string, identities: readonly Identity[]): Promise<void> {
  await writeAtomically(join(outDir, 'identities.json'), `${JSON.stringify(identities, null, 2)}\n`);
}

export async function writePlan(outDir: string, folder: string, plan: Plan): Promise<string> {
  const path = join(outDir, folder, PLAN_FILE);
  await writeAtomically(path, serializePlan(plan));
  return wayTo(outDir, path);
}

export async function readPlan(path: string): Promise<Plan> {
  try {
    return parsePlan(await readFile(path, 'utf8'), path);
  } catch (thrown) {
    if (thrown instanceof UserError) throw thrown;
    throw new UserError({ code: 'plan-unreadable', message: `The plan cannot be read: ${messageOf(thrown)}.`, where: path, fix: 'Name the plan.json that an earlier `prune` or `run` left in its output folder.' });
  }
}

export async function writeReports(outDir: string, report: Report): Promise<void> {
  await writeReport(outDir, report, renderMarkdown(report));
}
