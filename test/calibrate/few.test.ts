import { describe, expect, it } from 'vitest';
import { fewOf } from '../../src/calibrate/few.js';
import { memorySamples } from './bench-model.js';

const samples = (count: number) => memorySamples(Float32Array.from({ length: count }, (_, at) => at), [1]);

describe('a few of the samples', () => {
  it.each([[20, 14, 6, 12], [20, 4, 6, 6], [12, 14, 6, 12], [13, 16, 1, 13], [20, 16, 4, 16]])('of %i, at most %i in batches of %i: %i', async (count, most, batch, wanted) => {
    const few = fewOf(samples(count), most, batch);
    expect(few.count).toBe(wanted);
    const sizes: number[] = [];
    for await (const { indices } of few.batches(batch)) sizes.push(indices.length);
    expect(sizes.every((size) => size === batch)).toBe(true);
  });
});
