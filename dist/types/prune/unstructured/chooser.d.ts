/** Choosing the zeros of one layer, by any criterion, under any structure, for any count. */
import type { Multiply } from '../../kernels/matmul.js';
import type { UnstructuredStep } from '../../policy/types.js';
import type { SparseLayer } from './layer.js';
import type { InputMoments } from '../repair/input-moments.js';
import type { Structure } from './structure.js';
import type { Removal } from './surgeon.js';
export interface Chooser {
    /** [outputs x inputs], 1 where a weight stays. */
    choose(zeros: number): Uint8Array;
    /** What each weight costs, for a ranking over layers; the error it leaves, or what the criterion has. */
    readonly scores: Float64Array;
}
export declare function structureOf({ pattern, block, scope }: Pick<UnstructuredStep, 'pattern' | 'block' | 'scope'>): Structure;
/** Removals of layers met before: they take long to find and little to keep. */
export type Removals = Map<SparseLayer, {
    readonly removal: Removal;
    readonly scores: Float64Array;
}>;
export declare function chooserOf(layer: SparseLayer, moments: InputMoments, criterion: UnstructuredStep['criterion'], structure: Structure, multiply: Multiply, removals: Removals): Promise<Chooser>;
/** The criterion of each layer: `sparsegpt` stands in for `obs` where weight by weight would take too long, and for blocks. */
export declare function criteriaOf(layers: readonly SparseLayer[], step: UnstructuredStep): (layer: SparseLayer) => UnstructuredStep['criterion'];
