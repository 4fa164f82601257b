/**
 * Closed-form repair of weights whose mask is given. With w the dense row, Sigma the covariance of its inputs, mu their
 * mean, S the weights that stay and P those that went:
 *
 *     update: SparseGPT's (see sweep)
 *     refit:  w'_S = w_S + (Sigma_SS + lambda I)^-1 Sigma_SP w_P       the least squares fit, ridge towards w_S
 *     both:   b' = b + (w - w') mu
 */
import type { Multiply } from '../../kernels/matmul.js';
import type { LayerFit } from './edit.js';
import type { SparseLayer } from './layer.js';
import type { InputMoments } from '../repair/input-moments.js';
export declare function updateFit(layer: SparseLayer, mask: Uint8Array, moments: InputMoments, multiply: Multiply): Promise<LayerFit>;
/** @param ridge share of the mean input variance */
export declare function refitFit(layer: SparseLayer, mask: Uint8Array, moments: InputMoments, ridge: number, multiply: Multiply): Promise<LayerFit>;
/** gain (w - w') mu per output. */
export declare function meanShift({ plan }: SparseLayer, before: Float64Array, after: Float64Array, mean: Float64Array): Float64Array;
