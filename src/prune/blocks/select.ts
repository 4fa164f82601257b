/**
 * Which blocks go: greedily, the one whose loss raises the output error on calibration split B least for what it saves,
 * measured on the model without those chosen before, until the target is met. Among blocks that meet it at once the one
 * with the least error is the last.
 *
 * Every block is measured once; after that, in each round, only those that looked best when last measured, since a block that was dear
 * rarely gets cheap by the loss of another. Where repair follows, those are rated after a quick one: a block may leave a
 * stream that is far off and easily mended, or little harm that nothing mends.
 */
import { UserError } from '../../errors.js';
import type { Yardstick } from '../../calibrate/yardstick.js';
import { weightTensors } from '../../onnx/constants.js';
import type { Model } from '../../onnx/ir.js';
import type { BlocksStep } from '../../policy/types.js';
import { progressTo } from '../budget.js';
import { costOf } from '../cost.js';
import type { Cost } from '../cost.js';
import { asStored, costIn } from '../prunable.js';
import type { Prunable } from '../prunable.js';
import { amountText, wantedText } from '../target-words.js';
import { dropBlocks } from './drop.js';
import type { Block } from './find.js';

/** Blocks measured anew in each round after the first; with repair only in the first. */
export const SHORTLIST = 6;
/** Blocks that are repaired to be rated in each round after the first. */
const REPAIRED = 3;

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
  /** Output loss with each of them gone alone, by name; and after a quick repair, where that was looked at. */
  readonly losses: ReadonlyMap<string, number>;
  readonly mended?: ReadonlyMap<string, number>;
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
  /** The loss that a quick repair leaves of a model without these blocks; undefined where the step has none. */
  readonly mend?: (model: Model, dropped: readonly Block[]) => Promise<number>;
  readonly onProgress?: (detail: string) => void;
}

export async function chooseBlocks(choice: BlockChoice): Promise<ChosenBlocks> {
  const tally: Tally = { losses: new Map(), mended: new Map(), prices: new Map() };
  const most = measureBlocks(choice, choice.open, tally.losses);
  // Measuring costs a run of split B per block: not for a target that is out of reach anyway.
  if (!most.reached && !choice.step.allowPartial) return most;
  let best = { chosen: measureBlocks(choice, [], tally.losses), loss: await choice.yardstick.loss(choice.prunable.model) };
  while (!best.chosen.reached) {
    const next = pick(await rate(choice, best, tally));
    if (next === undefined) break;
    best = { chosen: next.measured, loss: next.loss };
  }
  return { ...best.chosen, losses: tally.losses, ...(tally.mended.size === 0 ? {} : { mended: tally.mended }) };
}

interface Best {
  readonly chosen: ChosenBlocks;
  readonly loss: number;
}

/** What is known of the blocks so far: losses of each alone, and the price when last measured. */
interface Tally {
  readonly losses: Map<string, number>;
  readonly mended: Map<string, number>;
  readonly prices: Map<Block, number>;
}

/** The candidates of one round. */
async function rate(choice: BlockChoice, best: Best, { losses, mended, prices }: Tally): Promise<Candidate[]> {
  const { mend } = choice;
  const left = (): Block[] => choice.open.filter((block) => !best.chosen.dropped.includes(block)).sort((a, b) => (prices.get(a) ?? 0) - (prices.get(b) ?? 0));
  const measured = async (blocks: readonly Block[], lossOf: LossOf): Promise<Candidate[]> => {
    const round: Candidate[] = [];
    for (const block of blocks) {
      choice.onProgress?.(`without ${[...best.chosen.dropped, block].map(({ name }) => name).join(', ')}`);
      const candidate = await measure(choice, best, block, losses, lossOf);
      prices.set(block, candidate.price);
      if (Number.isFinite(candidate.loss)) round.push(candidate);
    }
    return round;
  };
  const plain: LossOf = (model) => choice.yardstick.loss(model);
  const isFirst = prices.size === 0;
  if (isFirst || mend === undefined) {
    const round = await measured(isFirst ? left() : left().slice(0, SHORTLIST), plain);
    if (isFirst) for (const { block, loss } of round) losses.set(block.name, loss);
    if (mend === undefined) return round;
  }
  const round = await measured(left().slice(0, isFirst ? SHORTLIST : REPAIRED), mend);
  if (isFirst) for (const { block, loss } of round) mended.set(block.name, loss);
  return round;
}

type LossOf = (model: Model, dropped: readonly Block[]) => Promise<number>;

async function measure(choice: BlockChoice, before: Best, block: Block, losses: ReadonlyMap<string, number>, lossOf: LossOf): Promise<Candidate> {
  const dropped = [...before.chosen.dropped, block];
  const measured = measureBlocks(choice, dropped, losses);
  const loss = await lossOf(dropBlocks(choice.prunable.model, dropped), dropped);
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
  const { model, facts, fileBytes } = prunable;
  const without = dropBlocks(model, dropped);
  const denseCost = prunable.committed ?? costIn(prunable);
  const remaining = weightTensors(without.graph);
  const cost = asStored(prunable, remaining, costOf(without, remaining, facts));
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
