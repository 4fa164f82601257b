/** From scores and a target to the units that go. */
import type { StructuredStep } from '../policy/types.js';
import type { Scored } from './allocate.js';
import type { Budget, Chosen } from './budget.js';
import type { Sensitivity } from './sensitivity.js';
/** The smallest cut that meets the target. Where whole blocks overshoot it, halves of them are tried, then quarters. */
export declare function selectUnits(budget: Budget, scored: readonly Scored[], step: StructuredStep, sensitivity?: Sensitivity): Promise<Chosen>;
