/** Mean squared error, over the elements of a sample and over samples. */
import type { MetricDefinition } from './accumulator.js';
export declare const mse: MetricDefinition;
