import type { Model, Tensor } from '../onnx/ir.js';
import type { Coupling } from '../ops/coupling.js';
import type { Facts } from '../ops/facts.js';
import type { Cost } from './cost.js';
import type { Analysis } from './groups.js';
export interface Prunable {
    readonly model: Model;
    readonly facts: Facts;
    readonly coupling: Coupling;
    readonly analysis: Analysis;
    /** Initializers and Constant outputs by name. */
    readonly tensors: ReadonlyMap<string, Tensor>;
    /** Bytes of the model on disk, external data included. */
    readonly fileBytes: number;
    /** What the committed model costs, where an earlier step has changed it since: targets are about that one. */
    readonly committed?: Cost;
}
export declare function analyse(model: Model, facts: Facts, fileBytes: number, committed?: Cost): Prunable;
