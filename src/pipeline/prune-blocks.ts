/** A blocks step: residual blocks dropped (by measurement, or a plan's), and the layers behind them repaired. */
import type { BlockRepairName, BlocksStep, ModelPolicy } from '../policy/types.js';
import { makeCut } from '../prune/cut.js';
import { withoutStandIns } from '../prune/blocks/drop.js';
import type { Block } from '../prune/blocks/find.js';
import { pruneBlocks, replayBlocks } from '../prune/blocks/step.js';
import type { BlocksRequest, BlocksResult } from '../prune/blocks/step.js';
import type { BlocksPlanStep, PlanStep } from '../prune/plan.gen.js';
import { analyse, costIn } from '../prune/prunable.js';
import type { Prunable } from '../prune/prunable.js';
import { TOLERANCE } from '../prune/prove.js';
import { amountText } from '../prune/target-words.js';
import { repair } from '../prune/repair/repair.js';
import type { RepairResult } from '../prune/repair/repair.js';
import { gatherFacts } from '../runtime/facts.js';
import type { GroupReport, ProofReport } from '../report/types.js';
import type { Journal } from './journal.js';
import { committedOf, openYardstick, placeStep, reportLadder, roundedNote, towardsCommitted } from './prune-state.js';
import type { Progress } from './prune-state.js';
import { batchFor, firstFeeds } from './samples.js';
import type { RunSamples } from './samples.js';
import type { Subject } from './subject.js';

export interface BlocksRun {
  readonly subject: Subject;
  readonly policy: ModelPolicy;
  readonly step: BlocksStep;
  readonly samples: RunSamples;
  readonly journal: Journal;
  readonly state: Progress;
  readonly planned: PlanStep | undefined;
}

export async function dropBlocksOf(run: BlocksRun): Promise<void> {
  const { subject, policy, step, samples, journal, state, planned } = run;
  journal.enter('facts');
  const { dense, directory } = await placeStep(subject, state);
  const feeds = await firstFeeds(samples.fit, subject.inputs);
  const facts = await gatherFacts(subject.runtime, dense, { directory, feeds });
  journal.enter('groups');
  const prunable = analyse(dense, facts, subject.fileBytes, committedOf(subject, state, dense));
  state.committed ??= costIn(prunable);
  state.facts ??= facts;
  const batch = batchFor(subject.inputs, facts);
  const request: BlocksRequest = {
    runtime: subject.runtime, directory, prunable, step, decide: samples.decide, calibration: samples.fit, batch, feeds,
    openYardstick: (chosen) => openYardstick(subject, policy, chosen, batch, directory),
    onProgress: (stage, detail) => { journal.enter(stage, detail); },
  };
  const replayed = planned?.method === 'blocks' ? planned : undefined;
  const result = replayed === undefined ? await pruneBlocks(request) : await replayBlocks(request, replayed);
  if (!result.chosen.reached) {
    state.partial = true;
    journal.note(`The target was not reached: ${amountText(step.target, result.chosen)}${step.target.kind === 'ratio' ? ' of the blocks' : ''}. The policy accepts that with a warning (allow-partial).`);
  }
  const repaired = await repairBehind(run, request, batch, result, replayed?.repair.filter(isBlockRepair) ?? step.repair);
  state.model = withoutStandIns(repaired.model, new Set(result.chosen.dropped.flatMap(({ node }) => dense.graph.nodes[node]?.outputs ?? [])));
  state.proof = proofReport(result);
  state.steps.push(planStep(step, result, repaired));
  state.repair.push(...repaired.accepted.filter((name) => !state.repair.includes(name)));
  state.ladder.push(...reportLadder(repaired.ladder, state.ladder));
  state.groups.push(...describeBlocks(prunable, result));
}

const isBlockRepair = (name: BlocksPlanStep['repair'][number]): name is BlockRepairName => name === 'sequential' || name === 'statistics';

async function repairBehind({ subject, policy, state, samples, journal }: BlocksRun, request: BlocksRequest, batch: number, { model, chosen }: BlocksResult, steps: readonly BlockRepairName[]): Promise<RepairResult> {
  journal.enter('repair', 'yardstick');
  const { runtime, directory, prunable } = request;
  const yardstick = await request.openYardstick(samples.decide);
  for (const note of yardstick.notes) journal.note(note);
  const towards = towardsCommitted(subject, state, prunable);
  const repaired = await repair({
    runtime, directory, prunable, pruned: model, cut: makeCut(prunable.coupling, prunable.analysis, { removed: new Map() }), steps,
    changed: chosen.dropped.map(({ from }) => from), ...(towards === undefined ? {} : { towards }),
    samples: samples.fit, judge: samples.decide, yardstick, batch, last: state.steps.length === policy.prune.length - 1,
    onProgress: (detail) => { journal.progress(0, 0, detail); },
  });
  for (const note of repaired.notes) journal.note(note);
  return repaired;
}

function planStep({ target }: BlocksStep, { chosen, refusals }: BlocksResult, { accepted }: RepairResult): BlocksPlanStep {
  return {
    method: 'blocks', target, blocks: chosen.dropped.map(({ name }) => name), refused: [...refusals], repair: [...accepted],
  };
}

function proofReport({ proof, chosen }: BlocksResult): ProofReport {
  return {
    holds: proof.holds, values: proof.values, worst: proof.worst, tolerance: TOLERANCE, attempts: 1,
    detail: `${String(proof.values)} values of the pruned model equal the dense model with the branches of ${String(chosen.dropped.length)} blocks silenced${roundedNote(proof)}`,
  };
}

function describeBlocks(prunable: Prunable, { blocks, chosen, kept, refusals }: BlocksResult): GroupReport[] {
  const dropped = new Set(chosen.dropped.map(({ name }) => name));
  const described = blocks.map((block): GroupReport => ({
    name: block.name, kind: 'residual block', units: 1, removed: dropped.has(block.name) ? 1 : 0, status: dropped.has(block.name) ? 'pruned' : 'kept',
    reason: reasonOf(block, dropped, kept, chosen), parameters: parametersOf(prunable, block), macs: block.macs,
  }));
  const refused = refusals.map(({ name, reason }): GroupReport => ({ name, kind: 'Add', units: 1, removed: 0, status: 'refused', reason, parameters: 0, macs: 0 }));
  return [...described, ...refused];
}

function reasonOf({ name }: Block, dropped: ReadonlySet<string>, kept: ReadonlyMap<string, string>, { losses, mended }: BlocksResult['chosen']): string {
  const [loss, left] = [losses.get(name), mended?.get(name)];
  const measured = loss === undefined ? '' : `output loss ${loss.toPrecision(3)} without it alone${left === undefined ? '' : `, ${left.toPrecision(3)} once repaired`}`;
  const reason = kept.get(name) ?? (dropped.has(name) ? '' : 'the target was met without it');
  return [reason, measured].filter((part) => part !== '').join('; ');
}

/** Elements of the floating-point weights that only the block's nodes read. */
function parametersOf({ model, tensors }: Prunable, { holds }: Block): number {
  const elsewhere = new Set(model.graph.nodes.flatMap((node, index) => (holds.has(index) ? [] : node.inputs)));
  const own = new Set([...holds].flatMap((index) => model.graph.nodes[index]?.inputs ?? []).filter((input) => !elsewhere.has(input)));
  return [...own].reduce((sum, name) => sum + ((tensors.get(name)?.dims ?? [0]).reduce((a, b) => a * b, 1)), 0);
}
