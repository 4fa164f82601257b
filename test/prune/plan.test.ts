/** plan.json: equal inputs give equal bytes, a replay gives the same model, another model is refused. */
import { describe, expect, it } from 'vitest';
import { encodeModel } from '../../src/onnx/write.js';
import type { Model } from '../../src/onnx/ir.js';
import { makePlan, parsePlan, planHash, selectionOfPlan, serializePlan, structuredPlanStep } from '../../src/prune/plan.js';
import type { Plan } from '../../src/prune/plan.js';
import type { StructuredPlanStep } from '../../src/prune/plan.gen.js';
import { replayStructured } from '../../src/prune/structured.js';
import { randomNetwork } from './random-graph.js';
import { STEP, useWorkbench } from './workbench.js';

const bench = useWorkbench();
const HASH = 'a'.repeat(64);

async function planned(model: Model, seed = 0) {
  const { prunable, result } = await bench.prune(model, { criterion: 'random' });
  const step = structuredPlanStep(prunable, { ...STEP, criterion: 'random' }, result, []);
  const plan = makePlan({ model: { path: 'm.onnx', sha256: HASH }, policy: HASH, seed, steps: [step], repair: [] });
  return { prunable, result, plan, step };
}

/** A network of the seed with at least two groups to prune. */
const SEED = 3;

describe('a plan', () => {
  it('is the same bytes for the same inputs', async () => {
    const [a, b] = [await planned(randomNetwork(SEED)), await planned(randomNetwork(SEED))];
    expect(serializePlan(a.plan)).toBe(serializePlan(b.plan));
    expect(planHash(a.plan)).toBe(planHash(b.plan));
    expect(Buffer.compare(encodeModel(a.result.model), encodeModel(b.result.model))).toBe(0);
    expect(planHash({ ...a.plan, seed: 1 })).not.toBe(planHash(a.plan));
  });

  it('survives its file, and fits its schema', async () => {
    const { plan } = await planned(randomNetwork(SEED));
    expect(parsePlan(serializePlan(plan), 'plan.json')).toEqual(plan);
  });

  it('lists what goes, and what was refused why', async () => {
    const { step, prunable, result } = await planned(randomNetwork(SEED));
    expect(step.groups.length).toBeGreaterThan(0);
    for (const group of step.groups) {
      expect(group.removed).toEqual(result.chosen.selection.removed.get(group.name));
      expect(group.units).toBe(prunable.analysis.groups.find(({ name }) => name === group.name)?.units.length);
    }
    expect(step.refused.map(({ reason }) => reason)).toContain('it is an output of the model');
  });
});

describe('a replay', () => {
  it('gives the very same model', async () => {
    for (let seed = 0; seed < 8; seed++) {
      const { prunable, result, plan } = await planned(randomNetwork(seed));
      const [step] = parsePlan(serializePlan(plan), 'plan.json').steps as [StructuredPlanStep];
      const replayed = await replayStructured(bench.request(await bench.prunable(randomNetwork(seed))), selectionOfPlan(prunable, step));
      expect(Buffer.compare(encodeModel(replayed.model), encodeModel(result.model))).toBe(0);
      expect(replayed.chosen.cost).toEqual(result.chosen.cost);
    }
  });

  it('gives the very same plan, with what was refused on the way', async () => {
    const { prunable, result } = await bench.prune(randomNetwork(SEED), { criterion: 'random' });
    const other = prunable.analysis.groups.find(({ name }) => !result.chosen.selection.removed.has(name)) ?? prunable.analysis.groups[0] ?? expect.fail();
    const refused = new Map([[other.name, { name: other.name, reason: 'prove failed at conv', operator: 'Conv', node: 'conv', units: other.units.length }]]);
    const step = structuredPlanStep(prunable, STEP, { ...result, refused }, []);
    const replayed = await replayStructured(bench.request(prunable), selectionOfPlan(prunable, step), step.refused);
    expect(structuredPlanStep(prunable, STEP, replayed, [])).toEqual(step);
  });

  const mismatched = async (change: (step: StructuredPlanStep) => StructuredPlanStep) => {
    const { prunable, step } = await planned(randomNetwork(SEED));
    return () => selectionOfPlan(prunable, change(step));
  };
  const first = (step: StructuredPlanStep, changes: Partial<StructuredPlanStep['groups'][number]>): StructuredPlanStep =>
    ({ ...step, groups: step.groups.map((group, i) => (i === 0 ? { ...group, ...changes } : group)) });

  it('refuses groups that the model does not have, of another size, or units past their end', async () => {
    for (const changes of [{ name: 'elsewhere' }, { units: 1000 }, { removed: [100_000] }]) {
      expect(await mismatched((step) => first(step, changes))).toThrow(expect.objectContaining({ code: 'plan-mismatch' }));
    }
    expect(await mismatched((step) => first(step, { name: 'elsewhere' }))).toThrow(/has none of that name/);
  });

  it('refuses to leave nothing of a group', async () => {
    const { prunable, step } = await planned(randomNetwork(SEED));
    const all = first(step, { removed: Array.from({ length: step.groups[0]?.units ?? 0 }, (_, i) => i) });
    await expect(replayStructured(bench.request(prunable), selectionOfPlan(prunable, all))).rejects.toMatchObject({ code: 'plan-mismatch', message: expect.stringContaining('nothing would be left') });
  });

  it('sorts the units it is given', async () => {
    const { prunable, step } = await planned(randomNetwork(SEED));
    const backwards = first(step, { removed: [...(step.groups[0]?.removed ?? [])].reverse() });
    expect(selectionOfPlan(prunable, backwards)).toEqual(selectionOfPlan(prunable, step));
  });
});

it.each([
  ['an older version', (plan: Plan) => ({ ...plan, version: 0 })],
  ['an unknown key', (plan: Plan) => ({ ...plan, extra: 1 })],
  ['a unit below zero', (plan: Plan) => ({ ...plan, steps: [{ ...plan.steps[0], groups: [{ name: 'g', units: 8, removed: [-1] }] }] })],
  ['no plan at all', () => ({})],
])('parsePlan refuses %s', async (_, change) => {
  const { plan } = await planned(randomNetwork(SEED));
  expect(() => parsePlan(JSON.stringify(change(plan)), 'plan.json')).toThrow(expect.objectContaining({ code: 'plan-invalid', where: 'plan.json' }));
});
