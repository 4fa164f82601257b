/** Distance to the other units: one near the geometric median is replaceable (He et al. 2019, FPGM). */
import { joinArrays } from '../../kernels/join-arrays.js';
import type { Criterion, CriterionContext } from './criterion.js';
import { columnsOf } from './criterion.js';

/** One row per unit: the weights that make it, end to end. */
function unitVectors(context: CriterionContext): Float32Array[] {
  const pieces = context.group.units.map((): Float32Array[] => []);
  for (const column of columnsOf(context.group, 'producer')) appendSlices(context, column, pieces);
  return pieces.map((parts) => (parts.length === 0 ? new Float32Array(0) : joinArrays(parts)));
}

function appendSlices(context: CriterionContext, column: number, pieces: Float32Array[][]): void {
  const use = (context.group).axes[column];
  if (use === undefined) return;
  const { data, dims } = context.weights(use.tensor);
  const size = dims[use.axis] as number;
  const inner = dims.slice(use.axis + 1).reduce((a, b) => a * b, 1);
  const outer = data.length / (inner * size);
  context.group.units.forEach((unit, u) => {
    for (const position of unit.positions[column] ?? []) {
      for (let block = 0; block < outer; block++) {
        const start = (block * size + position) * inner;
        pieces[u]?.push(data.subarray(start, start + inner));
      }
    }
  });
}

function distance(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) {
    const difference = (a[i] as number) - (b[i] as number);
    sum += difference * difference;
  }
  return Math.sqrt(sum);
}

function score(context: CriterionContext): Float64Array | string {
  const vectors = unitVectors(context);
  if (vectors.some((vector) => vector.length !== vectors[0]?.length)) return 'its units differ in size, so distances mean nothing';
  const scores = new Float64Array(vectors.length);
  for (let i = 0; i < vectors.length; i++) {
    for (let j = i + 1; j < vectors.length; j++) {
      const d = distance(vectors[i] as Float32Array, vectors[j] as Float32Array);
      scores[i] = (scores[i] as number) + d;
      scores[j] = (scores[j] as number) + d;
    }
  }
  return scores;
}

export const fpgm: Criterion = { name: 'fpgm', needs: 'nothing', comparable: false, score };
