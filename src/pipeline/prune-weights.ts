/** An unstructured step: masks chosen (or taken from a plan), applied, and what stays repaired. */
import { withProducts } from '../calibrate/products.js';
import { UserError } from '../errors.js';
import type { ModelPolicy, UnstructuredStep } from '../policy/types.js';
import { macsByNode } from '../prune/cost.js';
import type { PlanStep, UnstructuredPlanStep } from '../prune/plan.gen.js';
import { analyse, costIn } from '../prune/prunable.js';
import { pruneWeightsOf, replayWeights } from '../prune/unstructured/sparsify.js';
import type { SparseResult } from '../prune/unstructured/sparsify.js';
import { encodeMask } from '../prune/unstructured/masks.js';
import { gatherFacts } from '../runtime/facts.js';
import type { GroupReport } from '../report/types.js';
import type { Journal } from './journal.js';
import { committedOf, openYardstick, placeStep, reportLadder, towardsCommitted } from './prune-state.js';
import type { Progress } from './prune-state.js';
import { batchFor, firstFeeds } from './samples.js';
import type { RunSamples } from './samples.js';
import type { Subject } from './subject.js';

export interface WeightsStep {
  readonly subject: Subject;
  readonly policy: ModelPolicy;
  readonly step: UnstructuredStep;
  readonly samples: RunSamples;
  readonly journal: Journal;
  readonly state: Progress;
  readonly planned: PlanStep | undefined;
}

export async function pruneWeights({ subject, policy, step, samples, journal, state, planned }: WeightsStep): Promise<void> {
  journal.enter('facts');
  const { runtime } = subject;
  const { dense, directory } = await placeStep(subject, state);
  const feeds = await firstFeeds(samples.fit, subject.inputs);
  const facts = await gatherFacts(runtime, dense, { directory, feeds });
  const prunable = analyse(dense, facts, subject.fileBytes, committedOf(subject, state, dense));
  state.committed ??= costIn(prunable);
  state.facts ??= facts;
  const batch = batchFor(subject.inputs, facts);
  journal.enter('repair', 'yardstick');
  const yardstick = await openYardstick(subject, policy, samples.decide, batch, directory);
  for (const note of yardstick.notes) journal.note(note);
  journal.enter('score', step.criterion);
  const towards = towardsCommitted(subject, state, prunable);
  const result = await withProducts(runtime, (multiply) => {
    const request = {
      runtime, directory, prunable, step, ...(towards === undefined ? {} : { towards }), samples: samples.fit, decide: samples.decide, batch, yardstick, multiply,
      last: state.steps.length === policy.prune.length - 1,
      onProgress: (detail: string) => { journal.progress(0, 0, detail); },
    };
    return planned?.method === 'unstructured' ? replayWeights(request, planned) : pruneWeightsOf(request);
  });
  for (const note of result.notes) journal.note(note);
  state.model = result.model;
  state.steps.push(planStep(step, result));
  state.repair.push(...result.accepted.filter((name) => !state.repair.includes(name)));
  state.ladder.push(...reportLadder(result.ladder, state.ladder));
  const macs = macsByNode(dense, facts);
  state.groups.push(...describeWeights(result, (weight) => dense.graph.nodes.reduce((sum, node, i) => sum + (node.inputs.includes(weight) ? macs.get(i) ?? 0 : 0), 0)));
  noteZeros(result, step, journal);
}

function planStep({ criterion, scope, sparsity, pattern, block }: UnstructuredStep, { tensors, masks, accepted }: SparseResult): UnstructuredPlanStep {
  return {
    method: 'unstructured', criterion, scope, sparsity,
    ...(pattern === undefined ? {} : { pattern: `${String(pattern.n)}:${String(pattern.m)}` }),
    ...(block === undefined ? {} : { block: `${String(block.rows)}x${String(block.columns)}` }),
    tensors: tensors.map((tensor) => ({ ...tensor, mask: encodeMask(masks.get(tensor.name) as Uint8Array) })),
    repair: [...accepted],
  };
}

function describeWeights({ weights, tensors, left, accepted }: SparseResult, macsOf: (weight: string) => number): GroupReport[] {
  const byName = new Map(tensors.map((tensor) => [tensor.name, tensor]));
  return weights.map(({ name, kind, tensor }): GroupReport => {
    const elements = tensor.dims.reduce((a, b) => a * b, 1);
    const zeros = byName.get(name)?.zeros ?? 0;
    const repaired = accepted.length === 0 ? 'not repaired' : accepted.join(', ');
    return {
      name, kind, units: elements, removed: zeros, status: byName.has(name) ? 'pruned' : 'kept',
      reason: left.get(name) ?? (byName.has(name) ? repaired : 'no weight of it is among the cheapest'),
      parameters: elements, macs: macsOf(name),
    };
  });
}

function noteZeros({ tensors }: SparseResult, { store }: UnstructuredStep, journal: Journal): void {
  const zeros = tensors.reduce((sum, tensor) => sum + tensor.zeros, 0);
  const elements = tensors.reduce((sum, tensor) => sum + tensor.elements, 0);
  if (zeros === 0) {
    throw new UserError({
      code: 'target-unreached', message: 'Unstructured pruning set no weight to zero.', where: 'prune step in the policy',
      fix: 'Raise `sparsity`, or check that `only` and `keep` leave Conv, Gemm or MatMul weights.',
    });
  }
  journal.note(`Unstructured: ${(100 * zeros / elements).toFixed(1)} % of ${String(elements)} weights are zero. ${store === 'sparse' ? 'The latency of dense kernels stays as it is.' : 'Zeros shrink compressed bytes only: the file and the latency of dense kernels stay as they are.'}`);
}
