/** One blocks step: find the residual blocks, choose by measurement (or take a plan's), drop them, prove it. Repair comes after. */
import { fewOf } from '../../calibrate/few.js';
import type { Yardstick } from '../../calibrate/yardstick.js';
import type { Samples } from '../../data/types.js';
import { UserError } from '../../errors.js';
import { allNames } from '../../onnx/graph.js';
import type { Model } from '../../onnx/ir.js';
import type { BlocksStep } from '../../policy/types.js';
import type { Feeds, Runtime } from '../../runtime/types.js';
import { makeCut } from '../cut.js';
import { matchNames } from '../patterns.js';
import type { BlocksPlanStep } from '../plan.gen.js';
import type { Prunable } from '../prunable.js';
import { ProveFailed } from '../prove-failed.js';
import { nothingToPrune } from '../target-words.js';
import { proveSilenced } from '../prove.js';
import { sequentialRefit } from '../repair/sequential.js';
import type { Proof } from '../prove.js';
import type { Refusal } from '../types.js';
import { dropBlocks, silenceBlocks } from './drop.js';
import { findBlocks } from './find.js';
import type { Block } from './find.js';
import { blocksUnreached, chooseBlocks, measureBlocks } from './select.js';
import type { BlockChoice, ChosenBlocks } from './select.js';

/** Samples of split B that a loss is measured on, as for the sensitivity of groups. */
const MOST_SAMPLES = 256;

export interface BlocksRequest {
  readonly runtime: Runtime;
  readonly directory: string;
  readonly prunable: Prunable;
  readonly step: BlocksStep;
  /** Calibration split B. */
  readonly decide: Samples;
  /** Calibration split A, and samples a run: blocks are then rated by what a quick repair leaves of their loss. */
  readonly calibration?: Samples;
  readonly batch: number;
  /** Against the committed model, on these samples. */
  readonly openYardstick: (samples: Samples) => Promise<Yardstick>;
  /** One small batch for the proof. */
  readonly feeds: Feeds;
  readonly onProgress?: (stage: 'score' | 'prove', detail: string) => void;
}

export interface BlocksResult {
  /** The dense weights without the blocks, proven, before any repair. */
  readonly model: Model;
  readonly blocks: readonly Block[];
  readonly chosen: ChosenBlocks;
  readonly proof: Proof;
  /** Blocks that the policy keeps, by name. */
  readonly kept: ReadonlyMap<string, string>;
  readonly refusals: readonly Refusal[];
}

/** @throws UserError `target-unreached`, `prove-failed`, `pattern-unmatched` */
export async function pruneBlocks(request: BlocksRequest): Promise<BlocksResult> {
  const { prunable, step, decide, onProgress } = request;
  const { blocks, refusals } = blocksOf(prunable);
  const kept = keptByPolicy(prunable, blocks, step);
  const open = blocks.filter((block) => !kept.has(block.name));
  const whole = measureBlocks({ prunable, step, open }, [], new Map());
  if ('most' in step.target && whole.reached && prunable.committed === undefined) throw nothingToPrune(step.target, whole);
  const yardstick = await request.openYardstick(fewOf(decide, MOST_SAMPLES, request.batch));
  const mend = mender(request, yardstick);
  const chosen = await chooseBlocks({ prunable, step, open, yardstick, ...(mend === undefined ? {} : { mend }), onProgress: (detail) => onProgress?.('score', detail) });
  if (chosen.dropped.length === 0 || (!chosen.reached && !step.allowPartial)) throw blocksUnreached(step, chosen, reasonsOf(blocks, kept, refusals));
  return { ...await proven(request, chosen), blocks, chosen, kept, refusals };
}

/** Samples that rate a block by what repair leaves of its loss. */
const MENDING_SAMPLES = 256;

/** A sequential refit on few samples behind the blocks that went, as the step's own repair will do on all. */
function mender({ runtime, directory, prunable, step, decide, calibration, batch }: BlocksRequest, yardstick: Yardstick): BlockChoice['mend'] {
  if (calibration === undefined || !step.repair.includes('sequential')) return undefined;
  const cut = makeCut(prunable.coupling, prunable.analysis, { removed: new Map() });
  const [samples, judge] = [fewOf(calibration, MENDING_SAMPLES, batch), fewOf(decide, MENDING_SAMPLES, batch)];
  return async (model, dropped) => {
    const plain = await yardstick.loss(model);
    const refit = await sequentialRefit({ runtime, directory, batch, prunable, cut, changed: dropped.map(({ from }) => from), samples, judge, quick: true }, model);
    return refit === undefined ? plain : Math.min(plain, await yardstick.loss(refit.model));
  };
}

/** @throws UserError `plan-mismatch` where the model has no such block, `prove-failed` */
export async function replayBlocks(request: BlocksRequest, planned: BlocksPlanStep): Promise<BlocksResult> {
  const { blocks, refusals } = blocksOf(request.prunable);
  const dropped = planned.blocks.map((name) => {
    const block = blocks.find((each) => each.name === name);
    if (block !== undefined) return block;
    throw new UserError({
      code: 'plan-mismatch', message: `The plan drops a residual block "${name}", which this model does not have.`, where: 'plan.json',
      fix: 'Replay a plan on the model it was made for (its sha256 is in the plan).',
    });
  });
  const chosen = measureBlocks({ prunable: request.prunable, step: request.step, open: blocks }, dropped, new Map());
  return { ...await proven(request, chosen), blocks, chosen, kept: new Map(), refusals };
}

function blocksOf({ model, facts, coupling }: Prunable) {
  return findBlocks(model, facts, (value) => coupling.parameters.has(value));
}

function keptByPolicy({ model }: Prunable, blocks: readonly Block[], step: BlocksStep): Map<string, string> {
  const known = [...allNames(model.graph)];
  const namesOf = ({ name, aliases }: Block): string[] => [name, ...aliases];
  const kept = new Map<string, string>();
  for (const { name } of matchNames(blocks, namesOf, step.keep, known)) kept.set(name, 'kept by the policy');
  if (step.only === undefined) return kept;
  const only = matchNames(blocks, namesOf, step.only, known);
  for (const block of blocks) if (!only.has(block)) kept.set(block.name, 'not among `only` in the policy');
  return kept;
}

function reasonsOf(blocks: readonly Block[], kept: ReadonlyMap<string, string>, refusals: readonly Refusal[]): string[] {
  if (blocks.length === 0 && refusals.length === 0) return ['The model has no residual blocks'];
  const reasons = [...[...kept].map(([name, reason]) => `${name}: ${reason}`), ...refusals.map(({ name, reason }) => `${name}: ${reason}`)];
  return reasons.slice(0, 5);
}

async function proven(request: BlocksRequest, { dropped }: ChosenBlocks): Promise<{ model: Model; proof: Proof }> {
  const { runtime, directory, prunable, feeds } = request;
  request.onProgress?.('prove', `${String(dropped.length)} blocks`);
  const model = dropBlocks(prunable.model, dropped);
  const proof = await proveSilenced({ runtime, directory, prunable, pruned: model, feeds }, (dense) => silenceBlocks(dense, dropped));
  if (proof.holds) return { model, proof };
  throw new ProveFailed('Blocks were dropped, but the', { dense: prunable.model, pruned: model, selection: { removed: new Map() }, feeds, mismatch: proof.mismatch });
}
