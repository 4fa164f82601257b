/** Mean over classes of the share of their samples that is predicted right. */
import type { MetricDefinition } from './accumulator.js';
export declare const balancedAccuracy: MetricDefinition;
