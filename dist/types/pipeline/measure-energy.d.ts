import { type EnergyMeter } from '../measure/energy.js';
import type { Model } from '../onnx/ir.js';
import type { Facts } from '../ops/facts.js';
import type { Energy } from '../report/types.js';
import type { Feeds, Runtime } from '../runtime/types.js';
export interface EnergyOf {
    readonly path: string;
    readonly model: Model;
    readonly facts: Facts;
    readonly macs: number | null;
}
export interface EnergyRequest {
    readonly runtime: Runtime;
    readonly models: readonly [EnergyOf, EnergyOf];
    /** One sample, or as many as the model insists on. */
    readonly feeds: Feeds;
    readonly threads: number;
    readonly confidence: number;
    readonly seed: string;
    /** Nobody looks at it: nothing is measured. */
    readonly quick: boolean;
    /** Default: that of the machine. */
    readonly meter?: EnergyMeter;
}
/** Dense and pruned, from the same source. */
export declare function energyOfBoth(request: EnergyRequest): Promise<readonly [Energy, Energy]>;
