/**
 * What can be found wrong with metrics and labels before minutes go into pruning: one batch of the dense model shows
 * whether the metric fits the output and how many classes there are, and all labels are read, without their inputs.
 */
import { evenlySpaced } from '../kernels/spacing.js';
import type { Samples } from '../data/types.js';
import type { MetricName, MetricSpec } from '../policy/types.js';
import type { MetricProblem } from '../report/types.js';
import type { HostTensor, Session } from '../runtime/types.js';
import { lanesFor } from './evaluate.js';
import { blockersOf, type Lane } from './lane.js';
import { Misfit, type Degeneracy } from './metrics/accumulator.js';
import { labelledGrid } from './metrics/scores.js';
import { numbersOf } from './metrics/values.js';
import { LabelWatch } from './metrics/watches.js';
import { batchesFor, runBatch } from './stream.js';

export interface MetricTrouble extends MetricProblem {
  readonly metric: string;
}

/** Metrics whose targets are class labels. */
const LABELLED: ReadonlySet<MetricName> = new Set(['accuracy', 'balanced-accuracy', 'macro-f1', 'roc-auc']);
/** Of one batch these are final; that a batch is constant or of one class says nothing. */
const CERTAIN: ReadonlySet<string> = new Set<Degeneracy>(['metric-misfit', 'not-finite', 'labels-out-of-range']);
const LABELS_AT_ONCE = 1024;

export interface PreflightOptions {
  readonly session: Session;
  readonly samples: Samples;
  readonly metrics: readonly MetricSpec[];
  readonly batch: number;
}

/** Problems of the metrics in the policy's order; none where nothing is known to be wrong. */
export async function preflight({ session, samples, metrics, batch }: PreflightOptions): Promise<MetricTrouble[]> {
  const lanes = lanesFor(metrics, session);
  for await (const first of batchesFor(samples, session, batch).batches) {
    const outputs = await runBatch(session, first, [...new Set(lanes.map(({ output }) => output))]);
    const found: MetricTrouble[] = [];
    for (const lane of lanes) {
      const output = outputs.get(lane.output);
      lane.add('dense', first.indices.length, output, first.target, output);
      found.push(...await troubleOf(lane, output, first.target, samples));
    }
    return found;
  }
  return [];
}

/** Samples that show whether a model guesses, and the time that a look at them may take. */
const GLANCED = 256;
const GLANCE_MS = 3000;
/** Fewer show too little. */
const FEWEST_GLANCED = 64;
const GUESSES: ReadonlySet<string> = new Set<Degeneracy>(['no-better-than-chance', 'constant-predictions']);

/**
 * Metrics for which some held-out samples, evenly spaced, show a dense model that guesses: the commonest cause is wrong
 * preprocessing. What these samples show is not certain, so it is a warning: the verdict looks at all of them.
 */
export async function glance({ session, samples, metrics, batch }: PreflightOptions): Promise<MetricTrouble[]> {
  const lanes = lanesFor(metrics, session);
  const some = samples.count <= GLANCED ? samples : samples.subset(evenlySpaced(samples.count, GLANCED));
  const started = performance.now();
  let seen = 0;
  for await (const each of batchesFor(some, session, batch).batches) {
    const outputs = await runBatch(session, each, [...new Set(lanes.map(({ output }) => output))]);
    for (const lane of lanes) lane.add('dense', each.indices.length, outputs.get(lane.output), each.target, outputs.get(lane.output));
    seen += each.indices.length;
    if (performance.now() - started > GLANCE_MS) break;
  }
  return seen < FEWEST_GLANCED ? [] : lanes.flatMap((lane) => {
    const found = blockersOf(lane, ['dense']);
    return found.every(({ code }) => GUESSES.has(code)) ? found.map((problem) => ({ ...problem, metric: lane.spec.id })) : [];
  });
}

async function troubleOf(lane: Lane, output: HostTensor | undefined, target: HostTensor | undefined, samples: Samples): Promise<MetricTrouble[]> {
  const { spec } = lane;
  const ofBatch = blockersOf(lane, ['dense']).filter(({ code }) => CERTAIN.has(code));
  const classes = LABELLED.has(spec.name) && output !== undefined ? classesOf(spec, output, target) : undefined;
  const ofLabels = classes === undefined ? [] : (await watchLabels(samples, classes)).findings();
  // All labels say more than those of one batch.
  const problems = ofLabels.length > 0
    ? [...ofBatch.filter(({ code }) => code !== 'labels-out-of-range'), ...ofLabels.map(({ code = 'metric-misfit', text }) => ({ code, message: text }))] : ofBatch;
  return problems.map((problem) => ({ ...problem, metric: spec.id }));
}

function classesOf(spec: MetricSpec, output: HostTensor, target: HostTensor | undefined): number | undefined {
  try {
    return spec.name === 'roc-auc' ? 2 : labelledGrid(output, target).classes;
  } catch (thrown) {
    if (thrown instanceof Misfit) return undefined;
    throw thrown;
  }
}

async function watchLabels(samples: Samples, classes: number): Promise<LabelWatch> {
  const watch = new LabelWatch();
  for await (const target of samples.targets?.(LABELS_AT_ONCE) ?? []) {
    const labels = numbersOf(target);
    for (let i = 0; i < labels.length; i++) watch.label(labels[i] as number, classes);
  }
  return watch;
}
