/** A cut: which classes go, and what that leaves along every axis. */
import type { Coupling } from '../ops/coupling.js';
import type { Analysis } from './groups.js';
import type { Selection } from './types.js';

export interface Cut {
  /** Classes (union-find roots) that go. */
  readonly removed: ReadonlySet<number>;
  /** Positions that stay along a value's axis, ascending; null where all stay. */
  kept(value: string, axis: number): readonly number[] | null;
}

export function makeCut(coupling: Coupling, analysis: Analysis, selection: Selection): Cut {
  const removed = new Set<number>();
  for (const [name, units] of selection.removed) {
    const classes = analysis.classes.get(name);
    if (classes === undefined) throw new RangeError(`no group is named ${name}`);
    for (const unit of units) removed.add(classes[unit] as number);
  }
  const cache = new Map<string, readonly number[] | null>();
  return {
    removed,
    kept(value, axis) {
      const key = `${String(axis)}:${value}`;
      const known = cache.get(key);
      if (known !== undefined) return known;
      const kept = keptPositions(coupling, removed, value, axis);
      cache.set(key, kept);
      return kept;
    },
  };
}

/** What several cuts leave, one after the other, as positions in the model that the first one cut. */
export function keptAfter(cuts: readonly Pick<Cut, 'kept'>[], value: string, axis: number): readonly number[] | null {
  return cuts.reduce<readonly number[] | null>((before, cut) => {
    const own = cut.kept(value, axis);
    if (own === null || before === null) return own ?? before;
    return own.map((position) => before[position] as number);
  }, null);
}

function keptPositions(coupling: Coupling, removed: ReadonlySet<number>, value: string, axis: number): readonly number[] | null {
  const ids = coupling.axes.get(value)?.[axis];
  if (ids == null || removed.size === 0) return null;
  const kept: number[] = [];
  ids.forEach((id, position) => {
    if (!removed.has(coupling.classes.find(id))) kept.push(position);
  });
  return kept.length === ids.length ? null : kept;
}
