/**
 * Latency as a cost: what each group saves at each count, timed on the part of the model around it, and what a selection as
 * a whole comes to, timed on the whole model. All times are kept in a table, which the plan records; given such a table,
 * nothing is timed and the same plan comes out.
 */
import { UserError } from '../../errors.js';
import type { Model } from '../../onnx/ir.js';
import type { Feeds, HostTensor, Runtime } from '../../runtime/types.js';
import { withVariant } from '../../calibrate/variant.js';
import { applyCut } from '../apply.js';
import { removableCounts } from '../allocate.js';
import { makeCut } from '../cut.js';
import type { GroupTimes, LatencyTable } from '../plan.gen.js';
import type { Prunable } from '../prunable.js';
import type { Group, Selection } from '../types.js';
import { extractPart, feedsOfPart, partOf, withValues } from './part.js';
import { race } from './stopwatch.js';
import type { Racer } from './stopwatch.js';

export interface LatencySetting {
  /** One batch of `batch` samples. */
  readonly feeds: Feeds;
  readonly batch: number;
  readonly threads: number;
  /** Device and processor, for people. */
  readonly machine: string;
  /** A table that was recorded before: times are looked up in it, and what it lacks is an error. */
  readonly given?: LatencyTable;
}

export interface MeterRequest {
  readonly runtime: Runtime;
  readonly directory: string;
  readonly prunable: Prunable;
  readonly align: number | 'auto';
  readonly setting: LatencySetting;
  /** Times to start with; what they lack is timed. */
  readonly known?: LatencyTable | undefined;
  /** The committed model and its folder, where an earlier step has changed it since. */
  readonly reference?: { readonly model: Model; readonly directory: string };
}

/** Counts timed per group, at most. */
const LEVELS = 8;
/** Without an alignment asked for: kernels of today's processors compute 4 to 16 channels at once, and a count between is slower than the next. */
const FINEST_CHANNELS = 4;
const GROUP_BUDGET_MS = 400;
const MODEL_BUDGET_MS = 400;
/** Nothing below 1 % is ever told apart. */
const LEAST_FLOOR = 0.01;

export class LatencyMeter {
  readonly #groups = new Map<string, GroupTimes>();
  readonly #models = new Map<string, LatencyTable['models'][number]>();

  constructor(private readonly request: MeterRequest) {
    const { groups = [], models = [] } = request.setting.given ?? request.known ?? {};
    for (const each of groups) this.#groups.set(each.name, each);
    for (const each of models) this.#models.set(keyOf(each.cut), each);
  }

  /** Times all counts of a group; gives those that pay: faster than every smaller cut by more than noise. */
  async measure(group: Group): Promise<readonly number[]> {
    const times = this.#groups.get(group.name) ?? this.#missing(group.name) ?? await this.#time(group);
    this.#groups.set(group.name, times);
    return payingCuts(times);
  }

  /** Share of the whole model's time that a cut of this group alone saves. */
  saved(group: string, removed: number): number {
    const times = this.#groups.get(group);
    const cut = times?.cuts.find((each) => each.removed === removed);
    return times === undefined || cut === undefined ? 0 : (times.dense - cut.ms) / times.model;
  }

  /** Time of the dense model over that of the selection's; undefined where the cut cannot be written. */
  async speedup(selection: Selection): Promise<number | undefined> {
    const cut = cutOf(selection);
    if (cut.length === 0 && this.request.reference === undefined) return 1;
    const known = this.#models.get(keyOf(cut)) ?? this.#missing(keyOf(cut));
    if (known !== undefined) return known.dense / known.ms;
    const pruned = this.#cut(selection);
    if (pruned === undefined) return undefined;
    const { prunable, setting: { feeds }, reference } = this.request;
    const [dense = NaN, ms = NaN] = reference === undefined
      ? await this.#race([prunable.model, pruned].map((model) => ({ model, feeds })), MODEL_BUDGET_MS)
      : await this.#raceApart(reference, pruned);
    this.#models.set(keyOf(cut), { cut, dense: rounded(dense), ms: rounded(ms) });
    return rounded(dense) / rounded(ms);
  }

  /** What was timed or looked up. */
  table(): LatencyTable {
    const { batch, threads, machine, given } = this.request.setting;
    return given ?? { batch, threads, machine, groups: [...this.#groups.values()], models: [...this.#models.values()] };
  }

  async #time(group: Group): Promise<GroupTimes> {
    const counts = timedCounts(group, this.request.align);
    const cuts = counts.flatMap((removed) => {
      const model = this.#cut({ removed: new Map([[group.name, Array.from({ length: removed }, (_, unit) => unit)]]) });
      return model === undefined ? [] : [{ removed, model }];
    });
    const model = await this.#wholeTime();
    const models = cuts.map((each) => each.model);
    const [dense = NaN, twin = NaN, ...times] = await this.#timeParts(group, models) ?? await this.#timeWhole(models);
    const floor = Math.max(LEAST_FLOOR, Math.abs(dense / twin - 1));
    return {
      name: group.name, units: group.units.length, model, dense: rounded(Math.min(dense, twin)), floor: rounded(floor),
      cuts: cuts.map(({ removed }, i) => ({ removed, ms: rounded(times[i] ?? NaN) })),
    };
  }

  #whole: number | undefined;
  async #wholeTime(): Promise<number> {
    const { prunable: { model }, setting: { feeds } } = this.request;
    this.#whole ??= rounded((await this.#race([{ model, feeds }], MODEL_BUDGET_MS))[0] ?? NaN);
    return this.#whole;
  }

  /** The dense part twice, then the cut ones; undefined where the group cannot be looked at apart. */
  async #timeParts(group: Group, cuts: readonly Model[]): Promise<number[] | undefined> {
    const { runtime, directory, prunable, setting } = this.request;
    const part = partOf(prunable, group);
    if (part === undefined || part.outputs.length === 0) return undefined;
    try {
      const made = part.inputs.filter((name) => !setting.feeds.has(name));
      const found = made.length === 0 ? new Map<string, HostTensor>()
        : await withVariant(runtime, withValues(prunable.model, made), directory, (session) => session.run(setting.feeds));
      const feeds = feedsOfPart(part, setting.feeds, found);
      const models = [prunable.model, prunable.model, ...cuts].map((model) => extractPart(model, part, feeds));
      const racers = models.flatMap((model) => (model === undefined ? [] : [{ model, feeds }]));
      return racers.length === models.length ? await this.#race(racers, GROUP_BUDGET_MS) : undefined;
    } catch (thrown) {
      // A size that is computed outside the part, say: the whole model then tells, if less clearly.
      if (thrown instanceof UserError) return undefined;
      throw thrown;
    }
  }

  #timeWhole(cuts: readonly Model[]): Promise<number[]> {
    const { prunable: { model }, setting: { feeds } } = this.request;
    return this.#race([model, model, ...cuts].map((each) => ({ model: each, feeds })), GROUP_BUDGET_MS);
  }

  #race(racers: readonly Racer[], budgetMs: number): Promise<number[]> {
    const { runtime, directory, setting: { threads } } = this.request;
    return race(racers, { runtime, directory, threads, budgetMs });
  }

  /** Models whose weights lie in different folders, one after the other. */
  async #raceApart(reference: NonNullable<MeterRequest['reference']>, pruned: Model): Promise<number[]> {
    const { runtime, directory, setting: { threads, feeds } } = this.request;
    const options = { runtime, threads, budgetMs: MODEL_BUDGET_MS / 2 };
    const [dense = NaN] = await race([{ model: reference.model, feeds }], { ...options, directory: reference.directory });
    const [ms = NaN] = await race([{ model: pruned, feeds }], { ...options, directory });
    return [dense, ms];
  }

  #cut(selection: Selection): Model | undefined {
    const { model, tensors, coupling, facts, analysis } = this.request.prunable;
    return applyCut(model, tensors, coupling, facts, makeCut(coupling, analysis, selection)).model;
  }

  /** @throws UserError `latency-table-incomplete` where times were given and this is not among them */
  #missing(what: string): undefined {
    if (this.request.setting.given === undefined) return undefined;
    throw new UserError({
      code: 'latency-table-incomplete', message: `The recorded latency table has no time for ${what === '' ? 'the model as it is' : what}.`, where: '--latency-from',
      fix: 'Use a table that was recorded for this model, policy and data, or leave the option out: latencies are then measured.',
    });
  }
}

const keyOf = (cut: readonly { readonly name: string; readonly removed: number }[]): string => cut.map(({ name, removed }) => `${name}:${String(removed)}`).join(' ');

/** What a table says of a selection; NaN where it says nothing. */
export function recordedSpeedup({ models }: LatencyTable, { removed }: Selection): number {
  const key = keyOf(cutOf({ removed }));
  const known = models.find(({ cut }) => keyOf(cut) === key);
  return known === undefined ? NaN : known.dense / known.ms;
}

/** By name: how many units each group lost, whichever they are. */
const cutOf = ({ removed }: Selection): LatencyTable['models'][number]['cut'] =>
  [...removed].map(([name, units]) => ({ name, removed: units.length })).filter((each) => each.removed > 0).sort((a, b) => (a.name < b.name ? -1 : 1));

/** Four significant digits: what is decided by is what is recorded. */
const rounded = (value: number): number => Number(value.toPrecision(4));

/** Numbers of units to time, ascending: multiples of few channels are kept, fewer where a group is wide. */
export function timedCounts(group: Group, align: number | 'auto'): number[] {
  const finest = align === 'auto' ? FINEST_CHANNELS : align;
  for (let times = 1; ; times++) {
    const counts = removableCounts(group, finest * times, { kind: 'latency', factor: 1 });
    if (counts.length <= LEVELS) return counts;
  }
}

/** A cut that is no faster than a smaller one is never worth what it loses. */
export function payingCuts({ dense, floor, cuts }: GroupTimes): number[] {
  let best = dense;
  return cuts.flatMap(({ removed, ms }) => {
    if (!(ms < best * (1 - floor))) return [];
    best = ms;
    return [removed];
  });
}
