/** What the sparse benchmark compares. */

export interface SparseTarget {
  readonly name: string;
  /** Keys of the policy's step. */
  readonly step: Record<string, unknown>;
  /** Points of accuracy that may be lost, and what would be better still. */
  readonly most: number;
  readonly stretch: number;
}

export interface SparseMethod {
  readonly name: string;
  readonly step: Record<string, unknown>;
}

export const TARGETS: readonly SparseTarget[] = [
  { name: '70%', step: { sparsity: '70%' }, most: 0.5, stretch: 0 },
  { name: '80%', step: { sparsity: '80%' }, most: 1, stretch: 0.5 },
  { name: '90%', step: { sparsity: '90%' }, most: 12, stretch: 8 },
  { name: '2:4', step: { pattern: '2:4' }, most: 0.5, stretch: 0 },
];

export const METHODS: readonly SparseMethod[] = [
  { name: 'magnitude-alone', step: { criterion: 'magnitude', scope: 'global', repair: [] } },
  { name: 'sparsegpt', step: { criterion: 'sparsegpt' } },
  { name: 'obs', step: { criterion: 'obs' } },
  { name: 'wanda', step: { criterion: 'wanda' } },
  { name: 'lamp', step: { criterion: 'lamp' } },
];
