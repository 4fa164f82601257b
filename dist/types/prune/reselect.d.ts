import type { ChoosingRequest } from './repair/choosing.js';
import type { Selection } from './types.js';
/** Eliminating takes O(inputs^3). */
export declare const MOST_INPUTS = 1200;
/** As many units of each group as in `selection`; undefined where no group can be chosen again. */
export declare function reselectUnits(request: ChoosingRequest, selection: Selection): Promise<Selection | undefined>;
