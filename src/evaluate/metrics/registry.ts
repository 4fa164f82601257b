/** Every metric there is. A new one is a file, a line here, and its name in the policy's schema. */
import type { MetricName } from '../../policy/types.js';
import { accuracy } from './accuracy.js';
import type { MetricDefinition } from './accumulator.js';
import { agreement } from './agreement.js';
import { balancedAccuracy } from './balanced-accuracy.js';
import { cosine } from './cosine.js';
import { iou } from './iou.js';
import { kl } from './kl.js';
import { macroF1 } from './macro-f1.js';
import { mae } from './mae.js';
import { mse } from './mse.js';
import { r2 } from './r2.js';
import { rocAuc } from './roc-auc.js';

export const METRICS: readonly MetricDefinition[] = [
  accuracy, balancedAccuracy, macroF1, rocAuc, mse, mae, r2, iou, agreement, kl, cosine,
];

const byName = new Map(METRICS.map((metric) => [metric.name, metric]));

/** The definition of a metric that the schema admits. */
export function metricNamed(name: MetricName): MetricDefinition {
  const metric = byName.get(name);
  if (metric === undefined) throw new Error(`metric '${name}' is in the schema but not in the registry`);
  return metric;
}
