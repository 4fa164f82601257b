import { type MetricDefinition } from './accumulator.js';
export declare const kl: MetricDefinition;
