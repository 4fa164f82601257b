/** What a failed proof leaves instead of a pruned model: both models, the batch on which they differ, and the cut. */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeNpz } from '../data/write-npz.js';
import { writeModel } from '../onnx/write.js';
import { nameOf } from '../prune/groups.js';
import type { FailedCut } from '../prune/prove-failed.js';
import { writeAtomically } from '../supervisor/files.js';

/** Name of the folder beside a model's other files. */
export const REPRODUCTION = 'prove-failed';

/** Writes `dense.onnx`, `pruned.onnx`, `feeds.npz` and `cut.json` into `prove-failed` of the folder. */
export async function writeReproduction(folder: string, { dense, pruned, selection, feeds, mismatch }: FailedCut): Promise<void> {
  const path = join(folder, REPRODUCTION);
  await rm(path, { recursive: true, force: true });
  await mkdir(path);
  await writeModel(dense, join(path, 'dense.onnx'), { external: 'inline' });
  await writeModel(pruned, join(path, 'pruned.onnx'), { external: 'inline' });
  await writeNpz(join(path, 'feeds.npz'), [...feeds].map(([name, { type, dims, data }]) => ({ name, type, dims, chunks: [data] })));
  const differs = mismatch === undefined ? null
    : { value: mismatch.value, node: nameOf(mismatch.node), operator: mismatch.node.opType, detail: mismatch.detail };
  const removed = [...selection.removed].map(([group, units]) => ({ group, units }));
  await writeAtomically(join(path, 'cut.json'), `${JSON.stringify({ differs, removed }, null, 2)}\n`);
}
