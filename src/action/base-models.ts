/**
 * The base commit's own models, for limits against it: put into a folder that stands for its workspace, where they are pruned
 * and measured in the same job, on the same machine as the change. Where they cannot be had, the record that a run on the
 * default branch left is compared with, or the report says that there is no baseline: no verdict hangs on it.
 */
import { basename, dirname, extname, join } from 'node:path';
import { messageOf } from '../errors.js';
import { restoreFrom, type FetchLfs } from '../github/commit-compare.js';
import type { CommitFiles } from '../github/commit.js';
import { resolveInside } from '../policy/paths.js';
import type { ModelPolicy } from '../policy/types.js';
import { inRepository, type Checkout } from './pin-data.js';

/** Limits on what a change does against its base. */
const AGAINST_BASE = /\.(?:regression|drift)$/u;

/** Weights outside a model's file: by habit they begin with its name, or end so. */
const WEIGHTS = new Set(['.data', '.bin', '.weight', '.weights']);

/** Which of these have a limit that takes the base's model. */
export const comparedWithBase = (models: readonly ModelPolicy[]): readonly ModelPolicy[] => models.filter(({ gate }) => gate.some(({ check }) => AGAINST_BASE.test(check)));

export interface Restored {
  /** Paths of models that the commit does not have. */
  readonly absent: readonly string[];
  /** In words what could not be had, by path. */
  readonly failed: ReadonlyMap<string, string>;
}

/** Puts what the commit has of the models below `folder`. */
export async function restoreModels(files: CommitFiles, models: readonly ModelPolicy[], checkout: Checkout, folder: string, fetchLfs: FetchLfs): Promise<Restored> {
  const absent: string[] = [];
  const failed = new Map<string, string>();
  for (const { path } of models) {
    try {
      const found = await filesOf(files, checkout, path);
      if (found.length === 0) absent.push(path);
      for (const file of found) await restoreFrom(files, inRepository(checkout, file) ?? '', await placeOf(checkout, file), join(folder, file), fetchLfs);
    } catch (thrown) {
      failed.set(path, messageOf(thrown));
    }
  }
  return { absent, failed };
}

/** Where the change has it. A link of the change's that leads astray must not keep the base's file away: then it has none. */
const placeOf = ({ workspace }: Checkout, file: string): Promise<string> => resolveInside(workspace, file).catch(() => '');

/**
 * Paths of the workspace: the model, and files beside it that may hold its weights; none where the commit has no such model.
 * Throws where that cannot be told: a limit against a base that may well be there must not be let off.
 */
async function filesOf(files: CommitFiles, checkout: Checkout, path: string): Promise<string[]> {
  const place = inRepository(checkout, path);
  if (place === undefined) throw new Error('it lies outside the repository');
  const model = await files.find(place);
  const hidden = await files.hiddenBy(place);
  if (hidden !== undefined) throw new Error(`the base has it behind a ${hidden}, which is not followed`);
  if (model?.kind !== 'file') return [];
  const above = dirname(place) === '.' ? '' : dirname(place);
  const stem = basename(place, extname(place));
  const beside = [...await files.namesIn(above)].filter((name) => name !== basename(place) && extname(name) !== '.onnx' && (name.startsWith(`${stem}.`) || name.startsWith(`${stem}_`) || WEIGHTS.has(extname(name))));
  return [path, ...beside.map((name) => join(dirname(path), name))];
}
