/** Well-known architectures with random weights (see architectures.py): what can go, and whether a cut of a quarter is proven. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../src/errors.js';
import { requiredInputs } from '../../src/onnx/ir.js';
import { openSubject } from '../../src/pipeline/subject.js';
import type { StructuredStep } from '../../src/policy/types.js';
import { analyse } from '../../src/prune/prunable.js';
import { pruneStructured } from '../../src/prune/structured.js';
import { elementTypeOf } from '../../src/runtime/convert.js';
import { gatherFacts } from '../../src/runtime/facts.js';
import { synthesize } from '../../src/runtime/synthesize.js';

export interface ArchitectureRow {
  /** NAME.EXPORTER */
  readonly name: string;
  readonly result: Proven | { readonly reason: string };
}

export interface Proven {
  readonly groups: number;
  readonly units: number;
  /** Layers whose outputs must stay as they are. */
  readonly frozen: number;
  /** Dense over pruned, after a quarter of each group's units went. */
  readonly macs: number;
  /** Groups that had to be refused on the way. */
  readonly refused: number;
}

const QUARTER: StructuredStep = {
  method: 'structured', criterion: 'l1', allocation: 'uniform', target: { kind: 'ratio', ratio: 0.25 }, align: 1,
  keep: [], only: undefined, repair: [], allowPartial: false,
};

export function architecturesIn(workspace: string): string[] {
  const folder = join(workspace, 'architectures');
  return existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.onnx')).map((file) => file.slice(0, -'.onnx'.length)).sort() : [];
}

export async function measureArchitecture(workspace: string, name: string): Promise<ArchitectureRow> {
  try {
    return { name, result: await cutAndProve(workspace, `architectures/${name}.onnx`) };
  } catch (thrown) {
    if (thrown instanceof UserError) return { name, result: { reason: `${thrown.code}: ${thrown.message}` } };
    throw thrown;
  }
}

async function cutAndProve(workspace: string, path: string): Promise<Proven> {
  const subject = await openSubject(workspace, path, 'cpu');
  const { runtime, directory, model, fileBytes } = subject;
  try {
    const facts = await gatherFacts(runtime, model, { directory });
    const prunable = analyse(model, facts, fileBytes);
    const feeds = new Map(requiredInputs(model.graph).map((input) =>
      [input.name, synthesize(elementTypeOf(input.elemType) ?? 'float32', facts.values.get(input.name)?.dims ?? [], input.name, 0)]));
    const { chosen, refused } = await pruneStructured({ runtime, directory, prunable, step: QUARTER, calibration: undefined, batch: 1, feeds, seed: 0 });
    const { groups, refusals } = prunable.analysis;
    return {
      groups: groups.length, units: groups.reduce((sum, { units }) => sum + units.length, 0), frozen: refusals.length,
      macs: chosen.denseCost.macs / chosen.cost.macs, refused: refused.size,
    };
  } finally {
    await subject.dispose();
  }
}
