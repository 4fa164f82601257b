/**
 * Near-duplicates between two sets of samples, streamed: 32 bytes are kept of each sample.
 *
 * 1. The floating-point inputs of a sample are one vector; the mean of some samples of the reference set is subtracted,
 *    since what all have in common makes any two look alike. Vectors of at most 512 elements are divided by their deviations
 *    too: of a table's columns one in thousands would decide alone beside others in hundredths.
 * 2. Vectors longer than 512 are folded to 512 by a count sketch: each element is added to one bucket, with a sign, both
 *    seeded (M. Charikar et al., ICALP 2002). Folding is linear, so what is nearly alike stays nearly alike.
 * 3. The signs of 252 seeded random projections are the sketch: two vectors at an angle t differ in about 252 t / pi signs
 *    (M. Charikar, STOC 2002). Brightness and contrast do not matter.
 * 4. Two samples are near-duplicates where at most 8 signs differ, an angle of about 0.1 (a correlation of 0.995), and their
 *    lengths by at most a factor of 2. The signs stand in 9 words of 28, so that such a pair has a word in common, by
 *    which it is found.
 *
 * Fewer than 16 elements fill the sphere too densely, and integers (tokens) have no angles: for those nothing is looked for.
 */
import { seededRandom } from '../kernels/random.js';
import type { Feeds } from '../runtime/types.js';
import { float16ToFloat32 } from '../kernels/float16.js';
import { isFloating } from './elements.js';

const FOLDED = 512;
const WORDS = 9;
const WORD_BITS = 28;
const MOST_DIFFERING = 8;
const MOST_LENGTH_RATIO = 2;
export const FEWEST_ELEMENTS = 16;
/** Samples from which deviations are known well enough to divide by. */
const FEWEST_SCALED = 16;
/** Samples compared with one sample, at most: where thousands are alike, one more or less says nothing. */
const MOST_COMPARED = 5000;

/** Of a batch [samples, width], the floating-point inputs side by side. */
interface Rows {
  readonly count: number;
  readonly parts: readonly { readonly data: ArrayLike<number>; readonly width: number }[];
}

export function rowsOf(feeds: Feeds): Rows {
  const tensors = [...feeds.values()].filter(({ type }) => isFloating(type));
  const count = tensors[0]?.dims[0] ?? 0;
  return {
    count,
    parts: tensors.filter(({ dims }) => dims[0] === count).map(({ type, data }) => {
      const values = type === 'float16' ? float16ToFloat32(data as Uint16Array) : data as ArrayLike<number>;
      return { data: values, width: values.length / Math.max(1, count) };
    }),
  };
}

export const widthOf = ({ parts }: Rows): number => parts.reduce((sum, { width }) => sum + width, 0);

/** Seeded tables for vectors of one width; memory of 5 bytes an element and half a megabyte. */
export class Sketcher {
  private readonly buckets: Uint16Array;
  private readonly signs: Int8Array;
  private readonly projections: Float32Array;
  private readonly folded: number;
  private readonly centre: Float64Array;
  /** Sums of squared differences from the mean. */
  private readonly variation: Float64Array;
  private readonly isFolded: boolean;
  private centred = 0;

  constructor(width: number) {
    const random = seededRandom(`sketch ${width}`);
    this.folded = Math.min(width, FOLDED);
    this.isFolded = width > FOLDED;
    this.buckets = Uint16Array.from({ length: width }, (_, i) => (width <= FOLDED ? i : Math.floor(random() * FOLDED)));
    this.signs = Int8Array.from({ length: width }, () => (width <= FOLDED || random() < 0.5 ? 1 : -1));
    this.projections = Float32Array.from({ length: WORDS * WORD_BITS * this.folded }, () => random() + random() + random() - 1.5);
    this.centre = new Float64Array(this.folded);
    this.variation = new Float64Array(this.folded);
  }

  /** Adds to the means that are subtracted, and to the deviations (B. P. Welford, Technometrics 1962); before the first sketch. */
  centreOn(rows: Rows): void {
    for (let row = 0; row < rows.count; row++) {
      this.centred++;
      this.fold(rows, row).forEach((value, i) => {
        const difference = value - (this.centre[i] as number);
        this.centre[i] = (this.centre[i] as number) + difference / this.centred;
        this.variation[i] = (this.variation[i] as number) + difference * (value - (this.centre[i]));
      });
    }
  }

  /** What an element is divided by; one that never changes says nothing. */
  private deviation(i: number): number {
    if (this.isFolded || this.centred < FEWEST_SCALED) return 1;
    const deviation = Math.sqrt((this.variation[i] as number) / this.centred);
    return deviation > 0 ? deviation : Number.POSITIVE_INFINITY;
  }

  sketch(rows: Rows, row: number): Sketch {
    const vector = this.fold(rows, row);
    let square = 0;
    for (let i = 0; i < vector.length; i++) {
      const value = ((vector[i] as number) - (this.centre[i] as number)) / this.deviation(i);
      vector[i] = value;
      square += value * value;
    }
    return { words: this.project(vector), length: Math.sqrt(square) };
  }

  private fold({ parts }: Rows, row: number): Float64Array {
    const vector = new Float64Array(this.folded);
    let at = 0;
    for (const { data, width } of parts) {
      for (let i = 0; i < width; i++, at++) {
        const bucket = this.buckets[at] as number;
        vector[bucket] = (vector[bucket] as number) + (this.signs[at] as number) * (data[row * width + i] as number);
      }
    }
    return vector;
  }

  private project(vector: Float64Array): Uint32Array {
    const words = new Uint32Array(WORDS);
    for (let bit = 0; bit < WORDS * WORD_BITS; bit++) {
      const start = bit * this.folded;
      let dot = 0;
      for (let i = 0; i < vector.length; i++) dot += (this.projections[start + i] as number) * (vector[i] as number);
      const word = Math.floor(bit / WORD_BITS);
      if (dot > 0) words[word] = (words[word] as number) | (1 << (bit % WORD_BITS));
    }
    return words;
  }
}

export interface Sketch {
  readonly words: Uint32Array;
  readonly length: number;
}

/** Sketches by their words, to find near-duplicates of others among them. */
export class SketchIndex {
  private readonly byWord = Array.from({ length: WORDS }, () => new Map<number, number[]>());

  constructor(private readonly sketches: readonly Sketch[]) {
    sketches.forEach(({ words }, sample) => {
      words.forEach((word, at) => {
        const found = this.byWord[at]?.get(word);
        if (found === undefined) this.byWord[at]?.set(word, [sample]);
        else found.push(sample);
      });
    });
  }

  hasNear(sketch: Sketch): boolean {
    const candidates = new Set<number>();
    sketch.words.forEach((word, at) => {
      for (const sample of this.byWord[at]?.get(word) ?? []) if (candidates.size < MOST_COMPARED) candidates.add(sample);
    });
    for (const sample of candidates) if (isNear(sketch, this.sketches[sample] as Sketch)) return true;
    return false;
  }
}

/** How many of `among` have a near-duplicate in `reference`. */
export function nearDuplicates(among: readonly Sketch[], reference: readonly Sketch[]): number {
  const index = new SketchIndex(reference);
  return among.filter((sketch) => index.hasNear(sketch)).length;
}

function isNear(a: Sketch, b: Sketch): boolean {
  if (Math.max(a.length, b.length) > MOST_LENGTH_RATIO * Math.min(a.length, b.length)) return false;
  let differing = 0;
  for (let word = 0; word < WORDS; word++) {
    let bits = ((a.words[word] as number) ^ (b.words[word] as number)) >>> 0;
    for (; bits !== 0; bits &= bits - 1) differing++;
    if (differing > MOST_DIFFERING) return false;
  }
  return true;
}
