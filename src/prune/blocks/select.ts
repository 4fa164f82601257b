/**
 * Which blocks go: greedily, the one whose loss raises the output error on calibration split B least for what it saves,
 * measured on the model without those chosen before, until the target is met. Among blocks that meet it at once the one
 * with the least error is the last.
 *
 * Every block is measured once; after that, in each round, only the SHORTLIST that looked best when last measured, since a
 * block that was dear rarely gets cheap by the loss of another.
 */
import { UserError } from '../../errors.js';
import type { Yardstick } from '../../calibrate/yardstick.js';
import { weightTensors } from '../../onnx/constants.js';
import type { BlocksStep } from '../../policy/types.js';
import { progressTo } from '../budget.js';
import { costOf } from '../cost.js';
import type { Cost } from '../cost.js';
import type { Prunable } from '../prunable.js';
import { amountText, wantedText } from '../target-words.js';
import { dropBlocks } from './drop.js';
import type { Block } from './find.js';

/** Blocks measured anew in each round after the first. */
export const SHORTLIST = 6;

export interface ChosenBlocks {
  /** In the order in which they were chosen. */
  readonly dropped: readonly Block[];
  readonly cost: Cost;
  /** Of the model that was committed, whatever steps came before this one. */
  readonly denseCost: Cost;
  /** Dense over pruned for what the target names; the share of blocks dropped for a ratio. */
  readonly achieved: number;
  /** Multiply-adds, parameters or bytes that are left; NaN for a ratio. */
  readonly left: number;
  readonly reached: boolean;
  /** Output loss with each of them gone alone, by name. */
  readonly losses: ReadonlyMap<string, number>;
}

interface Candidate {
  readonly block: Block;
  readonly loss: number;
  /** Loss that it adds, for each share of the cost that it saves; below 0 where the model gets better. */
  readonly price: number;
  readonly measured: ChosenBlocks;
}

export interface BlockChoice {
  readonly prunable: Prunable;
  readonly step: BlocksStep;
  /** Blocks that may go. */
  readonly open: readonly Block[];
  readonly yardstick: Yardstick;
  readonly onProgress?: (detail: string) => void;
}

export async function chooseBlocks(choice: BlockChoice): Promise<ChosenBlocks> {
  const losses = new Map<string, number>();
  const prices = new Map<Block, number>();
  const most = measureBlocks(choice, choice.open, losses);
  // Measuring costs a run of split B per block: not for a target that is out of reach anyway.
  if (!most.reached && !choice.step.allowPartial) return most;
  let best = { chosen: measureBlocks(choice, [], losses), loss: await choice.yardstick.loss(choice.prunable.model) };
  while (!best.chosen.reached) {
    const left = choice.open.filter((block) => !best.chosen.dropped.includes(block))
      .sort((a, b) => (prices.get(a) ?? 0) - (prices.get(b) ?? 0));
    const round: Candidate[] = [];
    for (const block of prices.size === 0 ? left : left.slice(0, SHORTLIST)) {
      choice.onProgress?.(`without ${[...best.chosen.dropped, block].map(({ name }) => name).join(', ')}`);
      const candidate = await measure(choice, best, block, losses);
      prices.set(block, candidate.price);
      if (best.chosen.dropped.length === 0) losses.set(block.name, candidate.loss);
      if (Number.isFinite(candidate.loss)) round.push(candidate);
    }
    const next = pick(round);
    if (next === undefined) return { ...best.chosen, losses };
    best = { chosen: next.measured, loss: next.loss };
  }
  return { ...best.chosen, losses };
}

async function measure(choice: BlockChoice, before: { chosen: ChosenBlocks; loss: number }, block: Block, losses: ReadonlyMap<string, number>): Promise<Candidate> {
  const dropped = [...before.chosen.dropped, block];
  const measured = measureBlocks(choice, dropped, losses);
  const loss = await choice.yardstick.loss(dropBlocks(choice.prunable.model, dropped));
  const saved = Math.max(Number.EPSILON, shareSaved(choice, measured) - shareSaved(choice, before.chosen));
  const added = loss - before.loss;
  return { block, loss, price: added <= 0 ? added : added / saved, measured };
}

/** Of the whole cost; every block counts the same for a ratio. */
function shareSaved({ step: { target } }: BlockChoice, { achieved, dropped }: ChosenBlocks): number {
  return target.kind === 'ratio' ? dropped.length : 1 - 1 / achieved;
}

function pick(round: readonly Candidate[]): Candidate | undefined {
  const finishing = round.filter(({ measured }) => measured.reached).sort((a, b) => a.loss - b.loss);
  return finishing[0] ?? [...round].sort((a, b) => a.price - b.price)[0];
}

/** What the model costs without these blocks, and whether that is what was asked for. */
export function measureBlocks({ prunable, step: { target }, open }: Pick<BlockChoice, 'prunable' | 'step' | 'open'>, dropped: readonly Block[], losses: ReadonlyMap<string, number>): ChosenBlocks {
  const { model, facts, tensors, fileBytes } = prunable;
  const without = dropBlocks(model, dropped);
  const denseCost = prunable.committed ?? costOf(model, tensors, facts);
  const cost = costOf(without, weightTensors(without.graph), facts);
  const shared = { dropped, cost, denseCost, losses };
  if (target.kind === 'ratio') {
    const wanted = Math.floor(target.ratio * open.length + 1e-9);
    return { ...shared, left: NaN, achieved: open.length === 0 ? 0 : dropped.length / open.length, reached: dropped.length >= wanted };
  }
  return { ...shared, ...progressTo(target, denseCost, cost, fileBytes) };
}

/** Nothing to drop, or not enough. */
export function blocksUnreached({ target }: BlocksStep, chosen: ChosenBlocks, reasons: readonly string[]): UserError {
  const { dropped } = chosen;
  const asked = target.kind === 'ratio' ? `${(100 * target.ratio).toFixed(1)} % of the blocks` : wantedText(target);
  const got = amountText(target, chosen);
  return new UserError({
    code: 'target-unreached',
    message: `The target of ${asked} was not reached: without ${String(dropped.length)} residual blocks it is ${got}.${reasons.length === 0 ? '' : ` ${reasons.join('; ')}.`}`,
    where: 'prune step in the policy',
    fix: 'Lower the target, drop `keep`/`only` patterns, set `allow-partial: true`, or use `method: structured` for models without residual blocks.',
  });
}
