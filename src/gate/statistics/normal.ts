/** The standard normal distribution, to about 1e-15. */

const SERIES_LIMIT = 5;

/**
 * P(Z <= x). Near the middle by the series of Marsaglia (2004, J. Stat. Softw. 11:4), in the tails by the
 * continued fraction of Mills' ratio, which keeps its relative precision there.
 */
export function normalCdf(x: number): number {
  if (Number.isNaN(x)) return Number.NaN;
  if (x < 0) return upperTail(-x);
  return 1 - upperTail(x);
}

/** P(Z > x) for x >= 0. */
function upperTail(x: number): number {
  return x < SERIES_LIMIT ? 0.5 - middle(x) : density(x) * millsRatio(x);
}

function density(x: number): number {
  return Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
}

/** P(0 <= Z <= x): density times x + x^3/3 + x^5/15 + ... */
function middle(x: number): number {
  let term = x;
  let sum = x;
  for (let odd = 3; term > sum * 1e-17; odd += 2) {
    term *= (x * x) / odd;
    sum += term;
  }
  return density(x) * sum;
}

/** 1/(x + 1/(x + 2/(x + 3/(x + ...)))), from the inside out. */
function millsRatio(x: number): number {
  let tail = x;
  for (let depth = 60; depth >= 1; depth--) tail = x + depth / tail;
  return 1 / tail;
}

/**
 * The x with P(Z <= x) = p; infinite at 0 and 1. Newton's method from 0: left of it the function is convex, so the steps
 * never pass the root.
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN;
  if (p > 0.5) return -normalQuantile(1 - p);
  if (p === 0) return Number.NEGATIVE_INFINITY;
  let x = 0;
  for (let step = Number.POSITIVE_INFINITY; step > 1e-15 * (1 + Math.abs(x));) {
    step = (normalCdf(x) - p) / density(x);
    x -= step;
  }
  return x;
}
