/** Choosing the zeros of one layer, by any criterion, under any structure, for any count. */
import type { Multiply } from '../../kernels/matmul.js';
import type { UnstructuredStep } from '../../policy/types.js';
import { denseRows } from './layer.js';
import type { SparseLayer } from './layer.js';
import type { InputMoments } from '../repair/input-moments.js';
import { lampScores, magnitudes, surgeonScores, wandaScores } from './scores.js';
import { cheapest } from './structure.js';
import type { Structure } from './structure.js';
import { isAffordable, removalOf, removeCheapest } from './surgeon.js';
import type { Removal } from './surgeon.js';
import { inverseFactor, ridged, sweep } from './sweep.js';

export interface Chooser {
  /** [outputs x inputs], 1 where a weight stays. */
  choose(zeros: number): Uint8Array;
  /** What each weight costs, for a ranking over layers; the error it leaves, or what the criterion has. */
  readonly scores: Float64Array;
  /** Undefined for the criterion asked for; else what stood in for it. */
  readonly instead: string | undefined;
}

export function structureOf({ pattern, block, scope }: Pick<UnstructuredStep, 'pattern' | 'block' | 'scope'>): Structure {
  if (pattern !== undefined) return { kind: 'pattern', ...pattern };
  if (block !== undefined) return { kind: 'block', ...block };
  return scope === 'row' ? { kind: 'row' } : { kind: 'free' };
}

/** Removals of layers met before: they take long to find and little to keep. */
export type Removals = Map<SparseLayer, Removal>;

export async function chooserOf(
  layer: SparseLayer, moments: InputMoments, criterion: UnstructuredStep['criterion'], structure: Structure, multiply: Multiply, removals: Removals,
): Promise<Chooser> {
  const { outputs, inputs } = layer.plan;
  const weights = denseRows(layer);
  const ranked = (scores: Float64Array): Chooser => ({
    scores, instead: undefined, choose: (zeros) => cheapest({ scores, rows: outputs, columns: inputs }, structure, zeros),
  });
  if (criterion === 'magnitude') return ranked(magnitudes(weights));
  if (criterion === 'lamp') return ranked(lampScores(weights));
  if (criterion === 'wanda') return ranked(wandaScores(weights, moments));
  const problem = { weights, outputs, inputs, covariance: ridged(moments.covariance, inputs) };
  const obstacle = criterion === 'obs' ? surgeonObstacle(outputs, inputs, structure) : undefined;
  const upper = await inverseFactor(problem.covariance, inputs, multiply);
  const scores = surgeonScores(weights, upper, inputs);
  if (criterion === 'sparsegpt' || obstacle !== undefined) {
    return { scores, instead: obstacle === undefined ? undefined : `sparsegpt: ${obstacle}`, choose: (zeros) => sweep(problem, upper, { structure, zeros }).mask };
  }
  const removal = removals.get(layer) ?? removalOf(problem, structure);
  removals.set(layer, removal);
  return { scores, instead: undefined, choose: (zeros) => removeCheapest(removal, structure, zeros) };
}

function surgeonObstacle(outputs: number, inputs: number, structure: Structure): string | undefined {
  if (structure.kind === 'block') return 'blocks are not removed weight by weight';
  return isAffordable(outputs, inputs) ? undefined : `${String(outputs)} x ${String(inputs)} weights would take too long one by one`;
}
