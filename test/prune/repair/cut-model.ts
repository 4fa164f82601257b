/** A hand-written model with channels of its first group removed: what repair starts from. */
import type { Samples } from '../../../src/data/types.js';
import type { Model } from '../../../src/onnx/ir.js';
import { storeWeights } from '../../../src/onnx/store.js';
import { applyCut } from '../../../src/prune/apply.js';
import { makeCut } from '../../../src/prune/cut.js';
import type { Cut } from '../../../src/prune/cut.js';
import { analyse } from '../../../src/prune/prunable.js';
import type { Prunable } from '../../../src/prune/prunable.js';
import { gatherFacts } from '../../../src/runtime/facts.js';
import type { Feeds, Runtime } from '../../../src/runtime/types.js';
import { memorySamples, noise } from '../../calibrate/bench-model.js';

export interface CutModel {
  readonly prunable: Prunable;
  readonly cut: Cut;
  readonly pruned: Model;
  /** Two disjoint halves of the samples. */
  readonly fit: Samples;
  readonly judge: Samples;
}

export interface CutOptions {
  readonly model: Model;
  /** Shape of one sample. */
  readonly shape: readonly number[];
  /** Units of the first group that go. */
  readonly cut: readonly number[];
  readonly count?: number;
}

/** Weights are stored in `directory`. */
export async function cutModel(runtime: Runtime, directory: string, { model, shape, cut: removed, count = 300 }: CutOptions): Promise<CutModel> {
  const dense = await storeWeights(model, directory);
  const samples = memorySamples(noise(count * shape.reduce((a, b) => a * b, 1), 17), shape);
  const half = (parity: number): Samples => samples.subset(Array.from({ length: count }, (_, i) => i).filter((i) => i % 2 === parity));
  const facts = await gatherFacts(runtime, dense, { directory, feeds: await firstFeeds(samples) });
  const prunable = analyse(dense, facts, 0);
  const group = prunable.analysis.groups[0];
  if (group === undefined) throw new Error(`no groups: ${JSON.stringify(prunable.analysis.refusals)}`);
  const cut = makeCut(prunable.coupling, prunable.analysis, { removed: new Map([[group.name, removed]]) });
  const applied = applyCut(dense, prunable.tensors, prunable.coupling, facts, cut);
  if (applied.model === undefined) throw new Error(JSON.stringify(applied.obstacles));
  return { prunable, cut, pruned: applied.model, fit: half(0), judge: half(1) };
}

export async function firstFeeds(samples: Samples, size = 2): Promise<Feeds> {
  for await (const { feeds } of samples.batches(size)) return feeds;
  throw new Error('no samples');
}
