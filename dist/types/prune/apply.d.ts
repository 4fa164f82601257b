import type { Model, Tensor } from '../onnx/ir.js';
import type { Coupling } from '../ops/coupling.js';
import type { Facts } from '../ops/facts.js';
import type { Cut } from './cut.js';
/** Something that stands in the way of a cut, and the values whose classes it concerns. */
export interface Obstacle {
    readonly reason: string;
    readonly operator: string;
    readonly node: string;
    readonly values: readonly string[];
}
export type Applied = {
    readonly model: Model;
    readonly obstacles: readonly [];
} | {
    readonly model: undefined;
    readonly obstacles: readonly Obstacle[];
};
export declare function applyCut(model: Model, tensors: ReadonlyMap<string, Tensor>, coupling: Coupling, facts: Facts, cut: Cut): Applied;
