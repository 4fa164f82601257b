import type { Model } from '../../onnx/ir.js';
import type { HostTensor, Feeds } from '../../runtime/types.js';
import type { Prunable } from '../prunable.js';
import type { Group } from '../types.js';
export interface PartNames {
    /** Values that the rest of the model makes, or is fed. */
    readonly inputs: readonly string[];
    /** Values that the rest of the model reads, or gives out. */
    readonly outputs: readonly string[];
}
/** Undefined where the group touches no node that computes. */
export declare function partOf({ model: { graph }, coupling, analysis }: Prunable, group: Group): PartNames | undefined;
/** The same part of the dense model or of a cut one; undefined where its nodes read more than `values` hold. */
export declare function extractPart(model: Model, { outputs }: PartNames, values: Feeds): Model | undefined;
/** The model with these values as its outputs, for looking at them. */
export declare function withValues(model: Model, values: readonly string[]): Model;
/** What the part is fed: from the model's own inputs, and from what a run gave. */
export declare function feedsOfPart({ inputs }: PartNames, feeds: Feeds, found: ReadonlyMap<string, HostTensor>): Feeds;
