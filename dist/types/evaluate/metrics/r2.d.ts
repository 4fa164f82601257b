import { type MetricDefinition } from './accumulator.js';
export declare const r2: MetricDefinition;
