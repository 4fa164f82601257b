/** Whatever units go from whatever network: what can be cut equals the dense network with those channels silenced. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { seededRandom } from '../../src/kernels/random.js';
import { applyCut } from '../../src/prune/apply.js';
import { makeCut } from '../../src/prune/cut.js';
import { analyse } from '../../src/prune/prunable.js';
import type { Prunable } from '../../src/prune/prunable.js';
import { prove } from '../../src/prune/prove.js';
import type { Selection } from '../../src/prune/types.js';
import { gatherFacts } from '../../src/runtime/facts.js';
import { createRuntime } from '../../src/runtime/runtime.js';
import { synthesize } from '../../src/runtime/synthesize.js';
import type { Runtime } from '../../src/runtime/types.js';
import { randomNetwork } from './random-graph.js';

const NETWORKS = 120;
let runtime: Runtime;
let directory: string;

beforeAll(async () => {
  runtime = await createRuntime({ device: 'cpu', threads: 1 });
  directory = mkdtempSync(join(tmpdir(), 'prune-gate-test-'));
});
afterAll(() => { rmSync(directory, { recursive: true, force: true }); });

/** A seeded random share of each group's units, at least one staying. */
function randomSelection(prunable: Prunable, seed: number): Selection {
  const next = seededRandom(`units ${String(seed)}`);
  const removed = prunable.analysis.groups.map((group) => {
    const share = next();
    const units = group.units.map((_, unit) => unit).filter(() => next() < share);
    return [group.name, units.length === group.units.length ? units.slice(1) : units] as const;
  });
  return { removed: new Map(removed.filter(([, units]) => units.length > 0)) };
}

interface Outcome {
  readonly groups: number;
  readonly removed: number;
  readonly obstacles: readonly string[];
}

async function cutAndProve(seed: number): Promise<Outcome> {
  const model = randomNetwork(seed);
  const prunable = analyse(model, await gatherFacts(runtime, model, { directory }), 0);
  const selection = randomSelection(prunable, seed);
  const cut = makeCut(prunable.coupling, prunable.analysis, selection);
  const applied = applyCut(model, prunable.tensors, prunable.coupling, prunable.facts, cut);
  const groups = prunable.analysis.groups.length;
  if (applied.model === undefined) return { groups, removed: 0, obstacles: applied.obstacles.map(({ reason }) => reason) };
  const feeds = new Map([['x', synthesize('float32', [1, 3, 6, 6], `feed ${String(seed)}`, 0)]]);
  const proof = await prove({ runtime, directory, prunable, pruned: applied.model, cut, feeds, seed: String(seed) });
  expect({ seed, mismatch: proof.mismatch, holds: proof.holds }).toEqual({ seed, mismatch: undefined, holds: true });
  return { groups, removed: cut.removed.size, obstacles: [] };
}

it(`holds on ${String(NETWORKS)} random networks with random units removed`, async () => {
  const outcomes: Outcome[] = [];
  for (let seed = 0; seed < NETWORKS; seed++) outcomes.push(await cutAndProve(seed));
  const cut = outcomes.filter(({ removed }) => removed > 0);
  // Most networks have something to cut, and every choice that leaves a unit in each group can be written.
  expect(cut.length).toBeGreaterThan(NETWORKS * 0.7);
  expect(outcomes.flatMap(({ obstacles }) => obstacles)).toEqual([]);
});
