/** Every metric there is. A new one is a file, a line here, and its name in the policy's schema. */
import type { MetricName } from '../../policy/types.js';
import type { MetricDefinition } from './accumulator.js';
export declare const METRICS: readonly MetricDefinition[];
/** The definition of a metric that the schema admits. */
export declare function metricNamed(name: MetricName): MetricDefinition;
