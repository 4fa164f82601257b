import type { Samples } from '../data/types.js';
import { type Model } from '../onnx/ir.js';
import type { Agreement, Finding, MeasurePair, Placement } from '../report/types.js';
import type { HostTensor } from '../runtime/types.js';
import type { Journal } from './journal.js';
import { type Subject } from './subject.js';
/** What a run on a device must show. Undefined parts could not be had. */
export interface DeviceEvidence {
    readonly agreement: Agreement;
    readonly placement?: Placement;
    readonly findings: readonly Finding[];
}
/**
 * Largest difference of an output that is tolerated, over the output's largest magnitude. float32: a thousand times what was
 * measured on GPUs (5e-7), so that TF32 (4e-4) passes too, and a wrong kernel does not. float16 and quantised models round
 * after every operator, in another order on every device (measured: 1e-2).
 */
export declare const TOLERANCES: Readonly<Record<Agreement['type'], number>>;
/** Least share of the nodes, and of the time of a run, that belongs to the device; below it the run is not the device's. */
export declare const LEAST_NODE_SHARE = 0.5;
export declare const LEAST_TIME_SHARE = 0.8;
/** Undefined on the processor. Throws UserError `device-disagrees`. */
export declare function proveDevice(subject: Subject, samples: Samples, journal: Journal): Promise<DeviceEvidence | undefined>;
/** Which tolerance a model has: the coarsest of what is in it. */
export declare function kindOf({ graph }: Model): Agreement['type'];
/** Of indices and flags, the share that differs; of everything else, max|a - b| / max|b|. Infinity where shapes or NaN differ. */
export declare function differenceOf(expected: HostTensor, found: HostTensor | undefined): number;
/** One where the run is not the device's; none on the processor. */
export declare function placementFindings(device: string, placement: Placement | null | undefined, role: 'dense' | 'pruned'): Finding[];
/** Of the pruned model: a profile that tells nothing is a finding too, since missing evidence is no pass. */
export declare function prunedFindings(device: string, { pruned }: MeasurePair): Finding[];
