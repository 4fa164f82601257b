/** Mean over classes of F1 = 2 right / (labelled + predicted). */
import type { MetricDefinition } from './accumulator.js';
export declare const macroF1: MetricDefinition;
