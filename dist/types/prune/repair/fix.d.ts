/** The change that repairs one job: new weight values and what each layer's bias takes. */
import type { Multiply } from '../../kernels/matmul.js';
import type { Model } from '../../onnx/ir.js';
import type { Cut } from '../cut.js';
import type { Prunable } from '../prunable.js';
import type { Moments } from '../types.js';
import type { Job } from './jobs.js';
export interface Fix {
    readonly method: 'bias' | 'refit';
    /** New values of the stored weight as it is in the pruned model; undefined where it stays. */
    readonly weight: Float32Array | undefined;
    /** Per layer, by the first output of its node: what is added to each output channel. */
    readonly shifts: ReadonlyMap<string, Float64Array>;
    /** Share of the cut inputs' variance that the kept ones predict; 0 for bias compensation. */
    readonly explained: number;
}
export interface FixContext {
    readonly prunable: Prunable;
    readonly cut: Cut;
    readonly moments: ReadonlyMap<string, Moments>;
    readonly multiply: Multiply;
}
/** Why a job's weight cannot be refit; undefined where it can. */
export declare function refitObstacle(job: Job, moments: ReadonlyMap<string, Moments>): string | undefined;
/**
 * Bias compensation (`ridge` undefined) or refit; where refit weights would overflow float16, bias compensation.
 *
 * @throws UserError `not-positive-definite`
 */
export declare function makeFix(context: FixContext, job: Job, ridge: number | undefined): Promise<Fix>;
/** The pruned model with these fixes. */
export declare function applyFixes(pruned: Model, fixes: ReadonlyMap<Job, Fix>, rank: (value: string) => number | undefined): Model;
