/** A budget in milliseconds: only counts that were timed and pay are bought, and the whole model's time decides. */
import type { StructuredStep } from '../../policy/types.js';
import type { Budget } from '../budget.js';
import type { Prunable } from '../prunable.js';
import type { Group } from '../types.js';
import type { LatencyMeter } from './meter.js';
export declare function latencyBudget(prunable: Prunable, step: StructuredStep, meter: LatencyMeter, open: readonly Group[]): Promise<Budget>;
