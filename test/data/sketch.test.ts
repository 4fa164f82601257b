/** Near-duplicates by random projections: what is nearly alike is found, what is only similar is not. */
import { describe, expect, it } from 'vitest';
import { nearDuplicates, rowsOf, Sketcher, type Sketch } from '../../src/data/sketch.js';
import { gaussian, seededRandom } from '../../src/kernels/random.js';

const SAMPLES = 100;

/** Rows with a common pattern of which each has its own variation. */
function rows(width: number, seed: string, common: number): Float32Array[] {
  const pattern = values(width, 'pattern');
  return Array.from({ length: SAMPLES }, (_, i) => values(width, `${seed} ${i}`).map((value, at) => value + common * (pattern[at] as number)));
}

function values(width: number, seed: string): Float32Array {
  const random = gaussian(seededRandom(seed));
  return Float32Array.from({ length: width }, () => random());
}

const shaken = (given: readonly Float32Array[], seed: string, by: number): Float32Array[] => given.map((row, i) => {
  const shake = values(row.length, `${seed} ${i}`);
  return row.map((value, at) => value + by * (shake[at] as number));
});

function joined(given: readonly Float32Array[]): Float32Array {
  const width = given[0]?.length ?? 0;
  const all = new Float32Array(given.length * width);
  given.forEach((row, i) => { all.set(row, i * width); });
  return all;
}

const feedsOf = (given: readonly Float32Array[]) => new Map([['x', { type: 'float32' as const, dims: [given.length, given[0]?.length ?? 0], data: joined(given) }]]);

function sketches(sketcher: Sketcher, given: readonly Float32Array[]): Sketch[] {
  const all = rowsOf(feedsOf(given));
  return given.map((_, i) => sketcher.sketch(all, i));
}

describe.each([[40], [2000]])('of %i elements', (width) => {
  const reference = rows(width, 'reference', 3);
  const others = rows(width, 'others', 3);
  const sketcher = new Sketcher(width);
  sketcher.centreOn(rowsOf(feedsOf(reference)));
  const known = sketches(sketcher, reference);

  it('samples that share a pattern are no duplicates', () => {
    expect(nearDuplicates(sketches(sketcher, others), known)).toBe(0);
  });

  it('copies with a hundredth of noise, or a little brighter, are', () => {
    const noisy = shaken(reference, 'noise', 0.01);
    expect(nearDuplicates(sketches(sketcher, noisy), known)).toBe(SAMPLES);
    expect(nearDuplicates(sketches(sketcher, reference.slice(0, 20).map((row) => row.map((value) => 1.01 * value))), known)).toBe(20);
  });

  it('copies with a third of noise are not', () => {
    expect(nearDuplicates(sketches(sketcher, shaken(reference, 'far', 0.33)), known)).toBeLessThan(SAMPLES * 0.02);
  });
});

describe('a table whose columns have units of their own', () => {
  const units = Float32Array.from({ length: 20 }, (_, i) => (i === 0 ? 1000 : 0.01));
  const table = (seed: string) => rows(20, seed, 1).map((row) => row.map((value, i) => value * (units[i] as number)));
  const sketcher = new Sketcher(20);
  sketcher.centreOn(rowsOf(feedsOf(table('reference'))));
  const known = sketches(sketcher, table('reference'));

  it('is not compared by the largest column alone', () => {
    expect(nearDuplicates(sketches(sketcher, table('others')), known)).toBe(0);
    expect(nearDuplicates(sketches(sketcher, table('reference')), known)).toBe(SAMPLES);
  });
});
