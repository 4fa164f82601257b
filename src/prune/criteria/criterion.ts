/** The contract of a criterion: how important is each unit of a group? */
import type { ReaderInput } from '../elimination.js';
import type { Group, Moments } from '../types.js';

export interface CriterionContext {
  readonly group: Group;
  /** Elements of a stored tensor as numbers, row-major, with its sizes. */
  weights(tensor: string): { readonly data: Float32Array; readonly dims: readonly number[] };
  /** Moments of an activation over calibration samples; only there where the criterion asks for them. */
  moments(value: string): Moments | undefined;
  /** The consumer at this column of `group.axes` as an elimination reads it; undefined without moments. */
  reader(column: number): ReaderInput | undefined;
  /** Operator type of the node that uses an axis. */
  operator(node: number): string;
  readonly seed: number;
}

export interface Criterion {
  readonly name: string;
  /** What it needs to know of the activations that consumers read. */
  readonly needs: 'nothing' | 'magnitude' | 'variance' | 'covariance';
  /** True where scores of different groups are on one scale; else `global` allocation divides by the group's mean. */
  readonly comparable: boolean;
  /** One score per unit, higher is more important; a string says why this group cannot be scored. */
  score(context: CriterionContext): Float64Array | string;
}

/** Sums a per-position quantity of some of the group's axes over each unit's positions. */
export function sumOverUnits(
  context: CriterionContext,
  columns: readonly number[],
  quantity: (column: number) => Float64Array,
): Float64Array {
  const scores = new Float64Array(context.group.units.length);
  for (const column of columns) {
    const values = quantity(column);
    context.group.units.forEach((unit, u) => {
      for (const position of unit.positions[column] ?? []) scores[u] = (scores[u] as number) + (values[position] as number);
    });
  }
  return scores;
}

/** Indices into `group.axes` with this role, each stored axis once. */
export function columnsOf(group: Group, role: 'producer' | 'consumer' | 'vector'): number[] {
  const seen = new Set<string>();
  return group.axes.flatMap((use, column) => {
    const key = `${String(use.axis)}:${use.tensor}`;
    if (use.role !== role || seen.has(key)) return [];
    seen.add(key);
    return [column];
  });
}
