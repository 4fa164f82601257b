/**
 * A prune that was finished before, by an earlier run or by another machine of this one: the plan and the pruned model,
 * with what they were made from and what the report says of it. It spares the pruning and never the judging: metrics,
 * size, MACs and latency are always measured on the model that lies here.
 *
 * 1. It is taken for the same inputs only (`PruneInputs`), and as whole as it was written: the files' sha256 and the
 *    plan's are in the record.
 * 2. Where it does not fit, the caller decides: a cache is passed over, a shard is an ERROR.
 */
import { constants, existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { messageOf } from '../errors.js';
import { readDense } from '../onnx/sparse.js';
import { parsePlan, planHash } from '../prune/plan.js';
import type { GroupReport, LadderStep, ProofReport } from '../report/types.js';
import { OTHER_FOLDERS, writeAtomically } from '../supervisor/files.js';
import type { PrunedModel } from './prune-state.js';
import { differingInput, inputsKey, type PruneInputs } from './prune-inputs.js';
import { hashFiles } from './subject.js';

export const FINISHED_FILE = 'prune.json';

export interface FinishedRecord {
  readonly version: 1;
  /** Of the inputs: what a cache has this under. */
  readonly key: string;
  readonly inputs: PruneInputs;
  readonly plan: string;
  /** Names beside this record, the model's first; and the sha256 over their bytes in this order. */
  readonly files: readonly string[];
  readonly prunedModel: string;
  readonly partial: boolean;
  readonly notes: readonly string[];
  readonly groups: readonly GroupReport[];
  readonly ladder: readonly LadderStep[];
  readonly proof: ProofReport | null;
}

export interface Finished {
  readonly pruned: PrunedModel;
  /** What the prune noted. */
  readonly notes: readonly string[];
  /** Absolute paths, the model's first. */
  readonly files: readonly string[];
  /** Weights that the model's file holds as sparse initializers. */
  readonly sparse: number;
}

export interface FinishedParts {
  readonly inputs: PruneInputs;
  readonly pruned: PrunedModel;
  readonly notes: readonly string[];
  readonly plan: string;
  readonly files: readonly string[];
  readonly prunedModel: string;
}

/** Writes the record beside the plan and the model. */
export async function writeFinished(folder: string, { inputs, pruned, notes, plan, files, prunedModel }: FinishedParts): Promise<void> {
  const { partial, groups, ladder, proof } = pruned;
  const record: FinishedRecord = {
    version: 1, key: inputsKey(inputs), inputs, plan, files: files.map((file) => basename(file)), prunedModel, partial, notes, groups, ladder, proof,
  };
  await writeAtomically(join(folder, FINISHED_FILE), `${JSON.stringify(record, null, 1)}\n`);
}

/** The prune in this folder, or why it is not one of these inputs. What is a machine's own is compared only where `sameMachine`. */
export async function readFinished(folder: string, inputs: PruneInputs, sameMachine: boolean): Promise<Finished | string> {
  try {
    const record = await readRecord(folder);
    const other = differingInput(record.inputs, inputs, sameMachine);
    return other === undefined ? await open(folder, record) : `it was made with another ${other}`;
  } catch (thrown) {
    return `it cannot be read: ${messageOf(thrown)}`;
  }
}

/** Throws where the record is none. */
export async function readRecord(folder: string): Promise<FinishedRecord> {
  const record = JSON.parse(await readFile(join(folder, FINISHED_FILE), 'utf8')) as FinishedRecord;
  if (record.version !== 1) throw new Error('it has another version');
  const lists: readonly unknown[] = [record.files, record.notes, record.groups, record.ladder];
  if (!lists.every(Array.isArray) || record.files.some((file) => basename(file) !== file)) throw new Error('it is damaged');
  return record;
}

async function open(folder: string, record: FinishedRecord): Promise<Finished | string> {
  const plan = parsePlan(await readFile(join(folder, 'plan.json'), 'utf8'), 'plan.json');
  if (planHash(plan) !== record.plan || plan.model.sha256 !== record.inputs.model) return 'its plan is another one';
  const files = filesOf(folder, record);
  if ((await hashFiles(files)).sha256 !== record.prunedModel) return 'its model has another sha256';
  const { model, sparse } = await readDense(files[0] ?? '', { root: dirname(files[0] ?? folder) });
  const { partial, groups, ladder, proof, notes } = record;
  return { pruned: { model, steps: plan.steps, repair: plan.repair, groups, ladder, proof, partial }, notes, files, sparse };
}

/**
 * Where the model's files lie: beside the record; or, where two policies of a shared run prune to the same model, beside the other
 * policy's record, since they are handed on once. Whoever takes them compares the sha256.
 */
export function filesOf(folder: string, { files }: FinishedRecord): string[] {
  const own = files.map((file) => join(folder, file));
  const isOther = Object.values(OTHER_FOLDERS).some((name) => name === basename(dirname(folder)));
  return own.every((file) => existsSync(file)) || !isOther ? own : files.map((file) => join(folder, '../..', basename(folder), file));
}

/** Copies the model's files into `folder`, as they are. */
export async function adoptFiles(files: readonly string[], folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const copies = files.map((file) => join(folder, basename(file)));
  for (const [i, file] of files.entries()) {
    if (dirname(file) === folder) continue;
    // Never through a link that was there before.
    await rm(copies[i] ?? '', { force: true });
    await copyFile(file, copies[i] ?? '', constants.COPYFILE_EXCL);
  }
  return copies;
}
