import type { Model } from '../onnx/ir.js';
export interface Merged {
    readonly model: Model;
    /** Name, in the merged graph, of a value of the second model. */
    readonly second: (value: string) => string;
}
/**
 * Undefined where a subgraph captures values by name: those names would have to be changed inside it too.
 *
 * @param shared inputs that both read under one name; default all that the second has to be fed
 */
export declare function mergeModels(first: Model, second: Model, shared?: ReadonlySet<string>): Merged | undefined;
