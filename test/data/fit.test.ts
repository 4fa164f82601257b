/** The rules of src/data/fit.ts, one by one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitSample, type Fit, type FitOptions } from '../../src/data/fit.js';

const PLAIN: FitOptions = { layout: undefined, color: undefined, isPixels: false, statistics: 1 };

function fit(stored: readonly number[], wanted: readonly (number | string | null)[], options: Partial<FitOptions> = {}): Fit {
  const result = fitSample(stored, wanted, { ...PLAIN, ...options });
  if ('why' in result) throw new Error(result.why);
  return result.fit;
}

function refusal(stored: readonly number[], wanted: readonly (number | string | null)[], options: Partial<FitOptions> = {}): string {
  const result = fitSample(stored, wanted, { ...PLAIN, ...options });
  return 'why' in result ? result.why : `fits as ${result.fit.dims.join()}`;
}

/** Positions 0, 1, 2, ... sent through the fit. */
const order = ({ dims, gather }: Fit): number[] => Array.from({ length: dims.reduce((a, b) => a * b, 1) }, (_, i) => gather?.[i] ?? i);

describe('as stored', () => {
  it.each([[[48], [48]], [[48], ['seq']], [[32, 32, 3], [32, 32, 3]], [[1, 40, 64], [1, null, 64]], [[], []]])('%j fits %j', (stored, wanted) => {
    expect(fit(stored, wanted)).toMatchObject({ dims: stored, gather: undefined, how: '' });
  });
});

describe('axes of size 1', () => {
  it.each([
    [[28, 28], [1, 28, 28]], [[28, 28], [28, 28, 1]], [[28, 28, 1], [1, 28, 28]], [[1, 28, 28], [28, 28, 1]], [[28, 28, 1], [28, 28]],
    [[], [1]], [[1], []], [[30], [1, 30]], [[28, 28], ['h', 'w', 1], [28, 28, 1]], [[], ['F'], [1]],
  ])('%j fits %j', (stored, wanted, dims = wanted as number[]) => {
    expect(fit(stored, wanted)).toMatchObject({ dims, gather: undefined });
  });

  it.each([[[28, 28], ['C', 28, 28]], [[32, 32, 3], [3, 32, 32]], [[28, 28], [1, 27, 28]], [[3], [2]], [[3], []], [[], [2]]])('%j does not fit %j', (stored, wanted) => {
    expect(refusal(stored, wanted)).toMatch(/differ/u);
  });
});

describe('flattening', () => {
  it('keeps the order where there is only one', () => {
    expect(fit([28, 28], [784])).toMatchObject({ dims: [784], gather: undefined, how: 'flattened' });
    expect(fit([28, 28, 1], [784])).toMatchObject({ dims: [784] });
    expect(fit([784], [1, 28, 28])).toMatchObject({ dims: [1, 28, 28] });
  });

  it('needs to know where channels go', () => {
    expect(refusal([4, 5, 3], [60])).toContain('first or last');
    expect(refusal([60], [3, 4, 5])).toContain('differ');
    expect(order(fit([8, 5, 2], [80], { layout: 'NCHW' })).slice(0, 3)).toEqual([0, 2, 4]);
    expect(order(fit([8, 5, 2], [80], { layout: 'NHWC' })).slice(0, 3)).toEqual([0, 1, 2]);
  });

  it('never fills an open size', () => {
    expect(refusal([28, 28], ['F'])).toContain('differ');
    expect(refusal([28, 28], [783])).toContain('differ');
  });
});

describe('layout', () => {
  it('moves channels first', () => {
    const moved = fit([2, 2, 3], [3, 2, 2], { layout: 'NCHW' });
    expect(moved).toMatchObject({ dims: [3, 2, 2], channels: { count: 3, inner: 4 }, how: 'HWC to CHW' });
    expect(order(moved)).toEqual([0, 3, 6, 9, 1, 4, 7, 10, 2, 5, 8, 11]);
  });

  it('moves channels last', () => {
    const moved = fit([3, 2, 2], [2, 2, 3], { layout: 'NHWC' });
    expect(moved).toMatchObject({ dims: [2, 2, 3], channels: { count: 3, inner: 1 }, how: 'CHW to HWC' });
    expect(order(moved)).toEqual([0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11]);
  });

  it('takes what is stored as the model wants it', () => {
    expect(fit([1, 40, 64], [1, 40, 64], { layout: 'NCHW' })).toMatchObject({ gather: undefined, how: '' });
    expect(fit([32, 32, 3], [32, 32, 3], { layout: 'NHWC' })).toMatchObject({ gather: undefined, how: '' });
  });

  it('adds the channel axis', () => {
    expect(fit([28, 28], [1, 28, 28], { layout: 'NCHW' })).toMatchObject({ dims: [1, 28, 28], gather: undefined, channels: { count: 1, inner: 784 } });
    expect(fit([28, 28], ['C', 'H', 'W'], { layout: 'NHWC' })).toMatchObject({ dims: [28, 28, 1] });
  });

  it('tells channels by their number where sizes are open', () => {
    expect(fit([48, 192, 3], ['c', 'h', 'w'], { layout: 'NCHW' }).dims).toEqual([3, 48, 192]);
    expect(fit([3, 48, 192], ['c', 'h', 'w'], { layout: 'NCHW' }).dims).toEqual([3, 48, 192]);
    expect(refusal([48, 64, 96], ['c', 'h', 'w'], { layout: 'NCHW' })).toContain('could be');
    expect(fit([3, 4, 2], ['c', 'h', 'w'], { layout: 'NCHW', isPixels: true }).dims).toEqual([2, 3, 4]);
  });

  it('says what it would make of the data', () => {
    expect(refusal([28, 28, 3], [3, 32, 32], { layout: 'NCHW' })).toContain('[3,28,28] (HWC to CHW)');
  });

  it('is undone by the opposite layout', () => {
    fc.assert(fc.property(fc.integer({ min: 5, max: 9 }), fc.integer({ min: 5, max: 9 }), fc.integer({ min: 1, max: 4 }), (h, w, c) => {
      const there = order(fit([h, w, c], [c, h, w], { layout: 'NCHW' }));
      const back = order(fit([c, h, w], [h, w, c], { layout: 'NHWC' }));
      expect(back.map((i) => there[i])).toEqual(there.map((_, i) => i));
    }));
  });
});

describe('colour', () => {
  it('reverses channels in either layout', () => {
    expect(order(fit([1, 2, 3], [1, 2, 3], { color: 'BGR', isPixels: true, statistics: 3 }))).toEqual([2, 1, 0, 5, 4, 3]);
    expect(order(fit([6, 1, 3], [3, 6, 1], { color: 'BGR', layout: 'NCHW' })).slice(0, 7)).toEqual([2, 5, 8, 11, 14, 17, 1]);
  });

  it('needs three of them', () => {
    expect(refusal([8, 8, 1], [1, 8, 8], { color: 'BGR', layout: 'NCHW' })).toContain('needs 3 channels');
    expect(fit([8, 8, 1], [1, 8, 8], { color: 'RGB', layout: 'NCHW' }).gather).toBeUndefined();
    expect(refusal([8, 8], [8, 8, 1], { color: 'BGR' })).toContain('needs 3 channels');
  });
});

describe('channels for mean and std, where no layout tells', () => {
  it.each([
    [[4, 4, 3], 3, { count: 3, inner: 1 }], [[3, 4, 4], 3, { count: 3, inner: 16 }], [[30], 30, { count: 30, inner: 1 }], [[7, 5], 5, { count: 5, inner: 1 }],
  ])('%j with %i', (stored, statistics, channels) => {
    expect(fit(stored, stored, { statistics }).channels).toEqual(channels);
  });

  it('is refused where both ends or neither fit', () => {
    expect(refusal([3, 4, 3], [3, 4, 3], { statistics: 3 })).toContain('first or last');
    expect(refusal([4, 4, 4], [4, 4, 4], { statistics: 3 })).toContain('no axis');
  });
});
