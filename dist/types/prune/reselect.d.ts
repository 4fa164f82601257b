import type { Samples } from '../data/types.js';
import type { Runtime } from '../runtime/types.js';
import type { Prunable } from './prunable.js';
import type { Selection } from './types.js';
export interface ReselectRequest {
    readonly runtime: Runtime;
    readonly directory: string;
    readonly prunable: Prunable;
    /** Calibration split A. */
    readonly samples: Samples;
    /** Calibration split B: chooses the ridge of each fit. */
    readonly judge: Samples;
    readonly batch: number;
}
/** As many units of each group as in `selection`; undefined where no group can be chosen again. */
export declare function reselectUnits(request: ReselectRequest, selection: Selection): Promise<Selection | undefined>;
