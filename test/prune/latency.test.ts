/** Budgets in latency: what is timed, what pays, and that a recorded table gives the same plan without a clock. */
import { describe, expect, it } from 'vitest';
import { encodeModel } from '../../src/onnx/write.js';
import { makeCut } from '../../src/prune/cut.js';
import { latencyBudget } from '../../src/prune/latency/budget.js';
import { LatencyMeter, payingCuts, recordedSpeedup, timedCounts } from '../../src/prune/latency/meter.js';
import { extractPart, feedsOfPart, partOf, withValues } from '../../src/prune/latency/part.js';
import { lowerQuartile, race } from '../../src/prune/latency/stopwatch.js';
import type { LatencyTable } from '../../src/prune/plan.gen.js';
import type { Prunable } from '../../src/prune/prunable.js';
import { selectUnits } from '../../src/prune/select.js';
import { pruneStructured, replayStructured } from '../../src/prune/structured.js';
import type { Measured } from '../../src/prune/structured.js';
import type { StructuredStep } from '../../src/policy/types.js';
import { SmallGraph } from '../ops/small-graph.js';
import { applied, feedsOf, STEP, useWorkbench } from './workbench.js';

const bench = useWorkbench();

/** conv-0 (16) -> Relu -> conv-2 (8) -> conv-3 (4), the output. */
function chain(): SmallGraph {
  return new SmallGraph().input('x', [1, 3, 4, 4]).weight('w1', [16, 3, 1, 1]).weight('w2', [8, 16, 1, 1]).weight('w3', [4, 8, 1, 1])
    .node('Conv', ['x', 'w1'], [['c1', undefined]]).node('Relu', ['c1'], [['r1', undefined]]).node('Conv', ['r1', 'w2'], [['c2', undefined]])
    .node('Conv', ['c2', 'w3'], [['y', [1, 4, 4, 4]]]).output('y');
}
const LATENCY: StructuredStep = { ...STEP, target: { kind: 'latency', factor: 1.25 }, align: 'auto' };
const first = (units: number): number[] => Array.from({ length: units }, (_, unit) => unit);

/** Cutting conv-0 saves a fifth of the time for each 4 units; cutting conv-2 saves nothing. */
const TABLE: LatencyTable = {
  batch: 1, threads: 1, machine: 'by hand',
  groups: [
    { name: 'conv-0', units: 16, model: 10, dense: 8, floor: 0.01, cuts: [{ removed: 4, ms: 6 }, { removed: 8, ms: 4 }, { removed: 12, ms: 2 }] },
    { name: 'conv-2', units: 8, model: 10, dense: 5, floor: 0.02, cuts: [{ removed: 4, ms: 4.95 }] },
  ],
  models: [4, 8, 12].map((removed) => ({ cut: [{ name: 'conv-0', removed }], dense: 10, ms: 10 - removed / 2 })),
};

describe('what is timed', () => {
  const group = async (name: string) => {
    const prunable = await bench.prunable(chain().model());
    return prunable.analysis.groups.find((each) => each.name === name) as Prunable['analysis']['groups'][number];
  };

  it('are few counts a group, at multiples of the channels that kernels work in, or of the alignment', async () => {
    expect(timedCounts(await group('conv-0'), 'auto')).toEqual([4, 8, 12]);
    expect(timedCounts(await group('conv-0'), 1)).toEqual([2, 4, 6, 8, 10, 12, 14]);
    expect(timedCounts(await group('conv-2'), 8)).toEqual([4]);
  });

  it('a cut pays where it is faster than every smaller one by more than noise', () => {
    const times = { name: 'g', units: 32, model: 20, dense: 10, floor: 0.02 };
    const cuts = [[4, 9.9], [8, 9], [12, 9.5], [16, 8.9], [20, 8]].map(([removed = 0, ms = 0]) => ({ removed, ms }));
    expect(payingCuts({ ...times, cuts })).toEqual([8, 20]);
    expect(payingCuts({ ...times, cuts: [{ removed: 4, ms: NaN }] })).toEqual([]);
  });

  it('is the part around a group, which computes what it computes in the whole model, dense and cut', async () => {
    const prunable = await bench.prunable(chain().model());
    const part = partOf(prunable, await group('conv-2'));
    expect(part).toEqual({ inputs: ['r1'], outputs: ['y'] });
    const feeds = feedsOf(prunable);
    const found = await bench.run(withValues(prunable.model, ['r1']), feeds);
    const partFeeds = feedsOfPart(part as never, feeds, found);
    const cut = applied(prunable, makeCut(prunable.coupling, prunable.analysis, { removed: new Map([['conv-2', [1, 5]]]) }));
    for (const model of [prunable.model, cut]) {
      const alone = extractPart(model, part as never, partFeeds);
      expect(alone?.graph.nodes.map(({ opType }) => opType)).toEqual(['Conv', 'Conv']);
      expect((await bench.run(alone as never, partFeeds)).get('y')).toEqual((await bench.run(model, feeds)).get('y'));
    }
  });

  it('by a stopwatch that runs models in turns and takes the lower quartile', async () => {
    expect(lowerQuartile([9, 1, 2, 3, 100])).toBe(2);
    const prunable = await bench.prunable(chain().model());
    const racer = { model: prunable.model, feeds: feedsOf(prunable) };
    const times = await race([racer, racer], { runtime: bench.runtime, directory: bench.directory, threads: 1, budgetMs: 1 });
    expect(times.every((ms) => ms > 0 && Number.isFinite(ms))).toBe(true);
  });
});

describe('a target in latency', () => {
  const meterOf = (prunable: Prunable, given?: LatencyTable) => new LatencyMeter({
    runtime: bench.runtime, directory: bench.directory, prunable, align: 'auto',
    setting: { feeds: feedsOf(prunable), batch: 1, threads: 1, machine: 'test', ...(given === undefined ? {} : { given }) },
  });

  it('buys only what pays, and stops where the whole model is fast enough', async () => {
    const prunable = await bench.prunable(chain().model());
    const { groups } = prunable.analysis;
    const scored = groups.map((group) => ({ group, scores: Float64Array.from(group.units, (_, unit) => unit), comparable: false }));
    const budget = await latencyBudget(prunable, LATENCY, meterOf(prunable, TABLE), groups);
    expect(budget.saved(scored[0] as never, 8)).toBeCloseTo(0.4, 12);
    const flat = new Map(groups.map(({ name, units }) => [name, [{ removed: 0, loss: 0 }, { removed: units.length, loss: name === 'conv-2' ? 1e-6 : 1 }]]));
    for (const sensitivity of [undefined, flat]) {
      const chosen = await selectUnits(budget, scored, LATENCY, sensitivity);
      expect(Object.fromEntries(chosen.selection.removed)).toEqual({ 'conv-0': first(4) });
      expect(chosen).toMatchObject({ targetKind: 'latency', reached: true, achieved: 1.25 });
    }
  });

  it('plans and replays from a recorded table alone, byte for byte', async () => {
    const prunable = await bench.prunable(chain().model());
    const setting = { feeds: feedsOf(prunable), batch: 1, threads: 1, machine: 'test', given: TABLE };
    const request = { ...bench.request(prunable, LATENCY), latency: setting };
    const planned = await pruneStructured(request);
    expect(planned.latency).toBe(TABLE);
    expect(planned.kept.get('conv-2')).toBe('no cut of it makes the model faster on this machine');
    const replayed = await replayStructured(request, planned.chosen.selection);
    expect(replayed.chosen).toMatchObject({ reached: true, achieved: 1.25 });
    expect(encodeModel(replayed.model)).toEqual(encodeModel(planned.model));
    expect(recordedSpeedup(TABLE, { removed: new Map([['conv-0', first(5)]]) })).toBeNaN();
  });

  it('times what no table gives, and records it so that it can be given', async () => {
    const prunable = await bench.prunable(chain().model());
    const meter = meterOf(prunable);
    const selection = { removed: new Map([['conv-0', first(8)]]) };
    const paying = await meter.measure(prunable.analysis.groups[0] as never);
    const speedup = await meter.speedup(selection);
    const again = meterOf(prunable, meter.table());
    expect(await again.measure(prunable.analysis.groups[0] as never)).toEqual(paying);
    expect(await again.speedup(selection)).toBe(speedup);
    expect(again.saved('conv-0', 8)).toBe(meter.saved('conv-0', 8));
    expect(meter.table().groups[0]).toMatchObject({ name: 'conv-0', units: 16, cuts: [{ removed: 4 }, { removed: 8 }, { removed: 12 }] });
  });

  it('is planned for with one table however many factors are asked for, from times that were recorded before', async () => {
    const prunable = await bench.prunable(chain().model());
    const setting = { feeds: feedsOf(prunable), batch: 1, threads: 1, machine: 'test' };
    const measured: Measured = { times: TABLE };
    const plan = (factor: number) => pruneStructured({ ...bench.request(prunable, { ...LATENCY, target: { kind: 'latency', factor } }), latency: setting, measured });
    const [gentle, deep] = [await plan(1.25), await plan(1.6)];
    expect([gentle, deep].map(({ chosen }) => chosen.selection.removed.get('conv-0')?.length)).toEqual([4, 8]);
    // Nothing was timed that was known: a clock would not have found these figures.
    expect(deep.latency?.groups).toEqual(TABLE.groups);
    expect(deep.latency?.models.slice(0, 3)).toEqual(TABLE.models);
    expect(gentle.latency?.machine).toBe('test');
  });

  it('refuses a table that lacks a time', async () => {
    const prunable = await bench.prunable(chain().model());
    await expect(meterOf(prunable, TABLE).speedup({ removed: new Map([['conv-0', first(5)]]) })).rejects.toMatchObject({ code: 'latency-table-incomplete' });
    await expect(meterOf(prunable, { ...TABLE, groups: [] }).measure(prunable.analysis.groups[0] as never)).rejects.toMatchObject({ code: 'latency-table-incomplete' });
  });
});
