/** Choosing the zeros of one layer, by any criterion, under any structure, for any count. */
import type { Multiply } from '../../kernels/matmul.js';
import { meanDiagonal } from '../../kernels/symmetric.js';
import type { UnstructuredStep } from '../../policy/types.js';
import { denseRows } from './layer.js';
import type { SparseLayer } from './layer.js';
import type { InputMoments } from '../repair/input-moments.js';
import { lampScores, magnitudes, surgeonScores, wandaScores } from './scores.js';
import { cheapest } from './structure.js';
import type { Structure } from './structure.js';
import { affordable, removalOf, removeCheapest } from './surgeon.js';
import type { Removal } from './surgeon.js';
import { inverseFactor, ridged, sweep } from './sweep.js';

export interface Chooser {
  /** [outputs x inputs], 1 where a weight stays. */
  choose(zeros: number): Uint8Array;
  /** What each weight costs, for a ranking over layers; the error it leaves, or what the criterion has. */
  readonly scores: Float64Array;
}

export function structureOf({ pattern, block, scope }: Pick<UnstructuredStep, 'pattern' | 'block' | 'scope'>): Structure {
  if (pattern !== undefined) return { kind: 'pattern', ...pattern };
  if (block !== undefined) return { kind: 'block', ...block };
  return scope === 'row' ? { kind: 'row' } : { kind: 'free' };
}

/** Removals of layers met before: they take long to find and little to keep. */
export type Removals = Map<SparseLayer, { readonly removal: Removal; readonly scores: Float64Array }>;

export async function chooserOf(
  layer: SparseLayer, moments: InputMoments, criterion: UnstructuredStep['criterion'], structure: Structure, multiply: Multiply, removals: Removals,
): Promise<Chooser> {
  const { outputs, inputs } = layer.plan;
  const weights = denseRows(layer);
  const ranked = (scores: Float64Array): Chooser => ({
    scores, choose: (zeros) => cheapest({ scores, rows: outputs, columns: inputs }, structure, zeros),
  });
  if (criterion === 'magnitude') return ranked(magnitudes(weights));
  if (criterion === 'lamp') return ranked(lampScores(weights));
  if (criterion === 'wanda') return ranked(wandaScores(weights, moments));
  const known = removals.get(layer);
  if (known !== undefined) return { scores: known.scores, choose: (zeros) => removeCheapest(known.removal, structure, zeros) };
  const problem = { weights: withoutDead(weights, moments.covariance, inputs), outputs, inputs, covariance: ridged(moments.covariance, inputs) };
  const upper = await inverseFactor(problem.covariance, inputs, multiply);
  const scores = surgeonScores(problem.weights, upper, inputs);
  if (criterion === 'sparsegpt') return { scores, choose: (zeros) => sweep(problem, upper, { structure, zeros }).mask };
  const removal = removalOf(problem, structure);
  removals.set(layer, { removal, scores });
  return { scores, choose: (zeros) => removeCheapest(removal, structure, zeros) };
}

/** Share of the mean input variance below which nothing but rounding varies. */
const DEAD = 1e-9;

/** Of an input that never varies a weight says nothing, however large it is; the ridge would have it count. */
function withoutDead(weights: Float64Array, covariance: Float64Array, d: number): Float64Array {
  const least = DEAD * meanDiagonal(covariance, d);
  return weights.map((weight, i) => ((covariance[(i % d) * (d + 1)] as number) > least ? weight : 0));
}

/** The criterion of each layer: `sparsegpt` stands in for `obs` where weight by weight would take too long, and for blocks. */
export function criteriaOf(layers: readonly SparseLayer[], step: UnstructuredStep): (layer: SparseLayer) => UnstructuredStep['criterion'] {
  if (step.criterion !== 'obs') return () => step.criterion;
  const exact = structureOf(step).kind === 'block' ? new Set<SparseLayer>() : affordable(layers, ({ plan }) => plan);
  return (layer) => (exact.has(layer) ? 'obs' : 'sparsegpt');
}
