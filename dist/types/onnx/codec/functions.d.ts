import type { Attribute, Model, Node } from '../ir.js';
export interface LocalFunction {
    /** `domain:name`. */
    readonly key: string;
    readonly inputs: readonly string[];
    readonly outputs: readonly string[];
    readonly opsets: ReadonlyMap<string, number>;
    /** Nodes of the body for a call with these attributes: references to them are filled in, or left out where a call gives none. */
    nodesFor(attributes: ReadonlyMap<string, Attribute>): readonly Node[];
}
/** The model's functions by key. One with an overload name is left out: which one a node means is told in a field that is not read. */
export declare function localFunctions(model: Model): ReadonlyMap<string, LocalFunction>;
