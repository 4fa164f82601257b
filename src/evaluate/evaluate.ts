/** Dense and pruned model on the same held-out samples, read once; every metric from that one pass. */
import type { Batch, Samples } from '../data/types.js';
import { UserError } from '../errors.js';
import type { MetricSpec } from '../policy/types.js';
import { mcnemar } from '../gate/statistics/index.js';
import type { MetricResult } from '../report/types.js';
import type { HostTensor, Session } from '../runtime/types.js';
import { dropsOf, type Drop, type DropOptions } from './interval.js';
import { blockersOf, Lane, wordsOf, type Side } from './lane.js';
import { MergedRecords, recordOf, type PairRecord } from './record.js';
import { Slices } from './slices.js';
import { batchesFor, runBatch } from './stream.js';

export interface EvaluateOptions {
  readonly samples: Samples;
  readonly metrics: readonly MetricSpec[];
  /** Samples a run; a model with a fixed batch size overrides it. */
  readonly batch: number;
  /** Of each one-sided bound. */
  readonly confidence: number;
  readonly onProgress?: (done: number, total: number) => void;
}

export interface EvaluatePairOptions extends EvaluateOptions {
  readonly dense: Session;
  readonly pruned: Session;
  /** From content hashes: seeds the bootstrap. */
  readonly seed: string;
}

export interface EvaluateOneOptions extends EvaluateOptions {
  readonly session: Session;
  /** Sees every batch with all outputs that are numbers (`evaluate --dump`), and is waited for. */
  readonly observe?: Observe;
}

export type Observe = (batch: Batch, outputs: ReadonlyMap<string, HostTensor>) => Promise<void>;

/**
 * Metrics of both models and the drop between them, in the order of `metrics`. A metric without evidence has null
 * values and a finding that says why. Throws `UserError` for an output that is not there (`unknown-output`,
 * `ambiguous-output`) and whatever a session throws.
 */
export async function evaluatePair(options: EvaluatePairOptions): Promise<MetricResult[]> {
  const { lanes, slices, samples } = await watchPair(options);
  return resultsOf(lanes, slices, samples, options);
}

/** The same over a part of the samples: what its machine found, to be put together with what others found. */
export async function evaluatePart(options: Omit<EvaluatePairOptions, 'seed'>): Promise<PairRecord> {
  const { lanes, slices, samples } = await watchPair(options);
  return recordOf(lanes, slices, samples);
}

/** What `evaluatePair` gives over all samples, from records of parts in the order of their samples; one of them is held at a time. */
export async function evaluateRecords(records: AsyncIterable<PairRecord>, metrics: readonly MetricSpec[], options: Certainty): Promise<MetricResult[]> {
  const merged = new MergedRecords(metrics);
  for await (const record of records) merged.absorb(record);
  return resultsOf(merged.lanes, merged.slices, merged.samples, options);
}

type Certainty = Pick<EvaluatePairOptions, 'confidence' | 'seed'>;

async function watchPair(options: Omit<EvaluatePairOptions, 'seed'>): Promise<Watched & { readonly samples: number }> {
  const lanes = lanesFor(options.metrics, options.dense);
  for (const { output } of lanes) requireOutput(options.pruned, output);
  const watched = { lanes, slices: new Slices() };
  return { ...watched, samples: await stream(watched, options, options.dense, options.pruned) };
}

/** What sees every batch. */
interface Watched {
  readonly lanes: readonly Lane[];
  readonly slices: Slices;
}

function resultsOf(lanes: readonly Lane[], slices: Slices, samples: number, { confidence, seed }: Certainty): MetricResult[] {
  const options = { samples, confidence, seed };
  const drops = dropsOf(lanes, options);
  return lanes.map((lane, i) => ({ ...resultOf(lane, BOTH, samples, confidence, drops[i]), ...sliced(lane, slices, BOTH, options) }));
}

const BOTH: readonly Side[] = ['dense', 'pruned'];

/** The key is absent where the samples are not divided. */
function sliced(lane: Lane, slices: Slices, sides: readonly Side[], options: DropOptions): Pick<MetricResult, 'slices'> {
  const found = options.samples === 0 ? [] : slices.resultsOf(lane, sides, options);
  return found.length === 0 ? {} : { slices: found };
}

/** Metrics of one model alone, as `dense`; those that compare with a dense model have no value. */
export async function evaluateOne(options: EvaluateOneOptions): Promise<MetricResult[]> {
  const lanes = lanesFor(options.metrics, options.session);
  const slices = new Slices();
  const samples = await stream({ lanes, slices }, options, options.session, undefined, options.observe);
  const certainty = { samples, confidence: options.confidence, seed: '' };
  return lanes.map((lane) => ({ ...resultOf(lane, ['dense'], samples, options.confidence, undefined), ...sliced(lane, slices, ['dense'], certainty) }));
}

/** One lane a metric, each with its output. Throws as `evaluatePair` does. */
export function lanesFor(metrics: readonly MetricSpec[], session: Session): Lane[] {
  return metrics.map((spec) => new Lane(spec, outputOf(spec, session)));
}

function outputOf(spec: MetricSpec, session: Session): string {
  const names = session.outputs.map(({ name }) => name);
  const name = spec.output ?? names[0];
  if (name === undefined || (spec.output === undefined && names.length > 1)) {
    throw new UserError({
      code: 'ambiguous-output', message: `the model has ${names.length} outputs, and metric '${spec.id}' does not say which`,
      where: `metrics: ${spec.id}`, fix: `give \`output\`: one of ${names.slice(0, 20).map((one) => `'${one}'`).join(', ')}`,
    });
  }
  requireOutput(session, name);
  return name;
}

function requireOutput(session: Session, name: string): void {
  const names = session.outputs.map((port) => port.name);
  if (names.includes(name)) return;
  throw new UserError({
    code: 'unknown-output', message: `the model has no output '${name}'`, where: `output '${name}'`,
    fix: `use one of ${names.slice(0, 20).map((one) => `'${one}'`).join(', ')}`,
  });
}

/** Feeds every batch to both sessions and their outputs to the lanes; gives the number of samples seen. */
async function stream(
  { lanes, slices }: Watched, options: EvaluateOptions, dense: Session, pruned: Session | undefined, observe?: Observe,
): Promise<number> {
  const readable = observe === undefined ? [] : dense.outputs.filter(({ type }) => type !== undefined).map(({ name }) => name);
  const wanted = [...new Set([...lanes.map(({ output }) => output), ...readable])];
  const { batches } = batchesFor(options.samples, dense, options.batch);
  let seen = 0;
  for await (const batch of batches) {
    const reference = await runBatch(dense, batch, wanted);
    const candidate = pruned === undefined ? undefined : await runBatch(pruned, batch, wanted);
    for (const lane of lanes) feed(lane, batch, reference, candidate);
    slices.add(batch);
    await observe?.(batch, reference);
    seen += batch.indices.length;
    options.onProgress?.(seen, options.samples.count);
  }
  return seen;
}

function feed(lane: Lane, batch: Batch, reference: ReadonlyMap<string, HostTensor>, candidate: ReadonlyMap<string, HostTensor> | undefined): void {
  const samples = batch.indices.length;
  const dense = reference.get(lane.output);
  lane.add('dense', samples, dense, batch.target, dense);
  if (candidate !== undefined) lane.add('pruned', samples, candidate.get(lane.output), batch.target, dense);
}

function resultOf(lane: Lane, sides: readonly Side[], samples: number, confidence: number, drop: Drop | undefined): MetricResult {
  const { definition, spec } = lane;
  const alone = drop === undefined && !definition.needsTarget;
  const value = (side: Side) => alone || samples === 0 || !sides.includes(side) ? null : lane.value(side);
  const findings = samples === 0 ? ['there are no samples'] : [
    ...(alone ? [`${definition.title(spec)} needs a pruned model to compare with`] : []), ...wordsOf(lane, sides), ...(drop?.remarks ?? []),
  ];
  return {
    id: spec.id, metric: spec.name, higherIsBetter: definition.higherIsBetter,
    dense: value('dense'), pruned: value('pruned'),
    drop: drop?.drop ?? null, dropInterval: drop?.interval ?? null,
    confidence, method: drop === undefined ? definition.title(spec) : `${definition.title(spec)}; ${drop.method}`,
    samples, paired: drop?.paired ?? null, ...(drop?.paired == null ? {} : { mcnemar: mcnemar(drop.paired) }), findings,
    ...problemsOf(lane, sides, alone ? [] : sides.filter((side) => samples > 0 && value(side) === null)),
  };
}

/** `empty`: sides without a value. A value that is missing for no reason known is a problem too. */
function problemsOf(lane: Lane, sides: readonly Side[], empty: readonly Side[]): Pick<MetricResult, 'problems'> {
  const known = blockersOf(lane, sides);
  const problems = known.length > 0 || empty.length === 0 ? known : [{ code: 'metric-undefined', message: `${empty.join(' and ')} model: the figure is not defined on this data` }];
  return problems.length === 0 ? {} : { problems };
}
