/** Cutting and proving small models in the real runtime. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { requiredInputs } from '../../src/onnx/ir.js';
import type { Model } from '../../src/onnx/ir.js';
import { encodeModel } from '../../src/onnx/write.js';
import { applyCut } from '../../src/prune/apply.js';
import type { Obstacle } from '../../src/prune/apply.js';
import { makeCut } from '../../src/prune/cut.js';
import type { Cut } from '../../src/prune/cut.js';
import { analyse } from '../../src/prune/prunable.js';
import type { Prunable } from '../../src/prune/prunable.js';
import { prove } from '../../src/prune/prove.js';
import type { Proof } from '../../src/prune/prove.js';
import { pruneStructured } from '../../src/prune/structured.js';
import type { StructuredRequest, StructuredResult } from '../../src/prune/structured.js';
import type { StructuredStep } from '../../src/policy/types.js';
import { elementTypeOf } from '../../src/runtime/convert.js';
import { gatherFacts } from '../../src/runtime/facts.js';
import { createRuntime } from '../../src/runtime/runtime.js';
import { synthesize } from '../../src/runtime/synthesize.js';
import type { Feeds, HostTensor, Runtime } from '../../src/runtime/types.js';

export const STEP: StructuredStep = {
  method: 'structured', criterion: 'l1', allocation: 'uniform', target: { kind: 'ratio', ratio: 0.5 }, align: 1,
  keep: [], only: undefined, repair: [], allowPartial: false,
};

/** A runtime and a folder for the tests of one file. */
export class Workbench {
  #runtime: Runtime | undefined;
  #directory = '';

  get runtime(): Runtime {
    if (this.#runtime === undefined) throw new Error('the runtime opens before the first test');
    return this.#runtime;
  }

  get directory(): string {
    return this.#directory;
  }

  async open(): Promise<void> {
    this.#runtime = await createRuntime({ device: 'cpu', threads: 1 });
    this.#directory = mkdtempSync(join(tmpdir(), 'prune-gate-test-'));
  }

  close(): void {
    rmSync(this.#directory, { recursive: true, force: true });
  }

  async prunable(model: Model, feeds?: Feeds): Promise<Prunable> {
    const facts = await gatherFacts(this.runtime, model, { directory: this.directory, ...(feeds === undefined ? {} : { feeds }) });
    return analyse(model, facts, 0);
  }

  prove(prunable: Prunable, pruned: Model, cut: Cut): Promise<Proof> {
    return prove({ runtime: this.runtime, directory: this.directory, prunable, pruned, cut, feeds: feedsOf(prunable), seed: 'test' });
  }

  /** Cuts positions of a value's axis with everything tied to them, and proves the result. */
  async cutAndProve(model: Model, value: string, axis: number, positions: readonly number[]): Promise<{ prunable: Prunable; cut: Cut; pruned: Model; proof: Proof }> {
    const prunable = await this.prunable(model);
    const cut = cutAt(prunable, value, axis, positions);
    const pruned = applied(prunable, cut);
    return { prunable, cut, pruned, proof: await this.prove(prunable, pruned, cut) };
  }

  request(prunable: Prunable, step: Partial<StructuredStep> = {}): StructuredRequest {
    return {
      runtime: this.runtime, directory: this.directory, prunable, step: { ...STEP, ...step }, calibration: undefined, batch: 1,
      feeds: feedsOf(prunable), seed: 0,
    };
  }

  async prune(model: Model, step: Partial<StructuredStep> = {}): Promise<{ prunable: Prunable; result: StructuredResult }> {
    const prunable = await this.prunable(model);
    return { prunable, result: await pruneStructured(this.request(prunable, step)) };
  }

  async run(model: Model, feeds: Feeds): Promise<ReadonlyMap<string, HostTensor>> {
    const session = await this.runtime.open(encodeModel(model));
    return session.run(feeds).finally(() => session.release());
  }
}

/** Opens before the tests of the file and goes after them. */
export function useWorkbench(): Workbench {
  const bench = new Workbench();
  beforeAll(() => bench.open());
  afterAll(() => { bench.close(); });
  return bench;
}

/** Seeded inputs of the sizes that probing ran. */
export function feedsOf({ model, facts }: Prunable): Feeds {
  return new Map(requiredInputs(model.graph).map(({ name, elemType }) =>
    [name, synthesize(elementTypeOf(elemType) ?? 'float32', facts.values.get(name)?.dims ?? [], `feed ${name}`, 0)]));
}

/** The cut of the units that hold these positions. */
export function cutAt(prunable: Prunable, value: string, axis: number, positions: readonly number[]): Cut {
  const { coupling, analysis } = prunable;
  const ids = coupling.axes.get(value)?.[axis];
  if (ids == null) throw new Error(`axis ${String(axis)} of ${value} is inert`);
  const roots = new Set(positions.map((position) => coupling.classes.find(ids[position] as number)));
  const removed = new Map<string, number[]>();
  for (const [group, classes] of analysis.classes) {
    const units = [...classes.keys()].filter((unit) => roots.has(classes[unit] as number));
    if (units.length > 0) removed.set(group, units);
    for (const unit of units) roots.delete(classes[unit] as number);
  }
  if (roots.size > 0) throw new Error(`some of these positions of ${value} cannot be pruned`);
  return makeCut(coupling, analysis, { removed });
}

export function obstaclesOf(prunable: Prunable, cut: Cut): readonly Obstacle[] {
  return applyCut(prunable.model, prunable.tensors, prunable.coupling, prunable.facts, cut).obstacles;
}

/** The pruned model; throws where something stands in the way. */
export function applied(prunable: Prunable, cut: Cut): Model {
  const { model, obstacles } = applyCut(prunable.model, prunable.tensors, prunable.coupling, prunable.facts, cut);
  if (model === undefined) throw new Error(obstacles.map(({ reason, node }) => `${node}: ${reason}`).join('; '));
  return model;
}
