/** Which zeros hang together, and how many there are to be: the shape a mask must have. Masks hold 1 where a weight stays. */

export type Structure =
  /** Any weights of the matrix. */
  | { readonly kind: 'free' }
  /** As many in every row. */
  | { readonly kind: 'row' }
  /** Of every m consecutive inputs at most n stay. */
  | { readonly kind: 'pattern'; readonly n: number; readonly m: number }
  /** Whole tiles of outputs x inputs. */
  | { readonly kind: 'block'; readonly rows: number; readonly columns: number };

/** A part of a matrix: all rows, some columns. */
export interface Part {
  /** [rows x columns], what losing each weight costs. */
  readonly scores: Float64Array;
  readonly rows: number;
  readonly columns: number;
}

/**
 * The cheapest weights to lose.
 *
 * @param zeros how many are to be zero; not looked at for a pattern
 * @returns [rows x columns], 1 where a weight stays
 */
export function cheapest(part: Part, structure: Structure, zeros: number): Uint8Array {
  switch (structure.kind) {
    case 'free': return withoutSmallest(part.scores, zeros);
    case 'row': return perRow(part, zeros);
    case 'pattern': return byPattern(part, structure.n, structure.m);
    case 'block': return byBlock(part, structure.rows, structure.columns, zeros);
  }
}

/** Zeros of `count` scores: the smallest, ties in order. */
function withoutSmallest(scores: Float64Array, count: number): Uint8Array {
  const keep = new Uint8Array(scores.length).fill(1);
  for (const at of order(scores).subarray(0, count)) keep[at] = 0;
  return keep;
}

/** Positions by ascending score, ties in order. */
export function order(scores: Float64Array): Uint32Array {
  return Uint32Array.from(scores, (_, i) => i).sort((a, b) => (scores[a] as number) - (scores[b] as number) || a - b);
}

function perRow({ scores, rows, columns }: Part, zeros: number): Uint8Array {
  const keep = new Uint8Array(scores.length);
  for (let row = 0; row < rows; row++) {
    // Spread so that the sum over the rows is exact.
    const own = Math.round(((row + 1) * zeros) / rows) - Math.round((row * zeros) / rows);
    keep.set(withoutSmallest(scores.slice(row * columns, (row + 1) * columns), own), row * columns);
  }
  return keep;
}

function byPattern({ scores, rows, columns }: Part, n: number, m: number): Uint8Array {
  const keep = new Uint8Array(scores.length).fill(1);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column += m) {
      const at = row * columns + column;
      const size = Math.min(m, columns - column);
      keep.set(withoutSmallest(scores.slice(at, at + size), Math.max(0, size - n)), at);
    }
  }
  return keep;
}

/** Tiles by their mean score, until the zeros are as near to the count as whole tiles allow. */
function byBlock({ scores, rows, columns }: Part, height: number, width: number, zeros: number): Uint8Array {
  const tiles: { score: number; cells: number[] }[] = [];
  for (let top = 0; top < rows; top += height) {
    for (let left = 0; left < columns; left += width) {
      const cells: number[] = [];
      for (let row = top; row < Math.min(rows, top + height); row++) {
        for (let column = left; column < Math.min(columns, left + width); column++) cells.push(row * columns + column);
      }
      tiles.push({ score: cells.reduce((sum, at) => sum + (scores[at] as number), 0) / cells.length, cells });
    }
  }
  const keep = new Uint8Array(scores.length).fill(1);
  let left = zeros;
  for (const { cells } of tiles.map((tile, i) => ({ ...tile, i })).sort((a, b) => a.score - b.score || a.i - b.i)) {
    if (left < cells.length / 2) break;
    for (const at of cells) keep[at] = 0;
    left -= cells.length;
  }
  return keep;
}

/** Columns that are decided on together. */
export function tileWidth(structure: Structure, preferred: number): number {
  if (structure.kind === 'pattern') return structure.m;
  return structure.kind === 'block' ? structure.columns * Math.ceil(preferred / structure.columns) : preferred;
}
