/** A model of the policy file with the file's `defaults` filled in, and where each key came from. */
import type { Segment } from './document.js';
import type { Model, ModelDefaults, PolicyFile } from './policy-file.gen.js';
export interface MergedModel {
    readonly model: Model;
    /** Place of the model itself. */
    readonly path: readonly Segment[];
    /** Place of a key's value: in `defaults` where the model does not give it. */
    readonly pathOf: (key: keyof ModelDefaults) => readonly Segment[];
}
export declare function mergedModels(file: PolicyFile): MergedModel[];
