/**
 * The difference of two proportions measured on the same samples: dense right and pruned wrong, or the reverse.
 *
 * T. Tango, "Equivalence test and confidence interval for the difference in proportions for the paired-sample
 * design", Statistics in Medicine 17 (1998) 891-908. With b samples only dense gets right, c samples only pruned gets
 * right, n samples in all, and a supposed drop d:
 *
 *   T(d) = (b - c - n d) / sqrt(n (2 q + d (1 - d)))
 *
 * where q, the constrained maximum-likelihood estimate of P(only pruned is right), is the larger root of
 * 2n q^2 + (-b - c + (2n - b + c) d) q - c d (1 - d) = 0. The bounds are the d with T(d) = +z and T(d) = -z.
 */
import { normalQuantile } from './normal.js';

export interface Interval {
  readonly low: number;
  readonly high: number;
}

export interface PairedCounts {
  /** Samples that only the dense model gets right. */
  readonly denseOnly: number;
  /** Samples that only the pruned model gets right. */
  readonly prunedOnly: number;
  readonly samples: number;
}

/**
 * How far b - c is moved against the conclusion, in samples. Plain Tango lets up to 5.8 % false passes through at a
 * stated 5 % (few discordant samples); with this, exact enumeration over n = 20 to 1,000 (10,000 by bench/statistics.ts), limits of 0.3 to 10 points and
 * at least a fifth of the samples concordant finds no case above the stated rate. A laxer confidence needs more, since the
 * counts' steps are then coarser against the margin. test/gate/statistics/false-pass.test.ts enumerates.
 */
export function continuityFor(confidence: number): number {
  return confidence >= 0.95 ? 0.25 : 0.5;
}

/**
 * Interval of the drop (proportion dense - proportion pruned), in -1..1, whose one-sided bounds each hold with
 * `confidence`. Counts may be fractional (for planning). No samples: the whole range.
 */
export function pairedDropInterval(counts: PairedCounts, confidence: number, continuity = continuityFor(confidence)): Interval {
  if (counts.samples <= 0) return { low: -1, high: 1 };
  const z = normalQuantile(confidence);
  return {
    low: bound(counts, z, continuity),
    // The upper bound is the lower one with the models' roles exchanged: exactly symmetric.
    high: -bound({ denseOnly: counts.prunedOnly, prunedOnly: counts.denseOnly, samples: counts.samples }, z, continuity),
  };
}

/** The d below the estimate with T(d) = z; -1 where even that is not excluded. */
function bound(counts: PairedCounts, z: number, continuity: number): number {
  const { denseOnly: b, prunedOnly: c, samples: n } = counts;
  const excess = (d: number) => b - c - continuity - n * d - z * Math.sqrt(n * variance(counts, d));
  let low = -1;
  let high = (b - c) / n;
  if (excess(low) <= 0) return -1;
  for (let step = 0; step < 64 && low < high; step++) {
    const guess = (low + high) / 2;
    if (excess(guess) > 0) low = guess;
    else high = guess;
  }
  return (low + high) / 2;
}

/** Variance of one sample's difference under a drop of d. */
function variance({ denseOnly: b, prunedOnly: c, samples: n }: PairedCounts, d: number): number {
  const linear = -b - c + (2 * n - b + c) * d;
  const constant = -c * d * (1 - d);
  const root = Math.sqrt(Math.max(0, linear * linear - 8 * n * constant));
  const prunedOnly = (root - linear) / (4 * n);
  return Math.max(0, 2 * prunedOnly + d * (1 - d));
}

/** Smallest drop limit that can pass with this many samples: the bound when both models answer alike everywhere. */
export function smallestDecidableDrop(samples: number, confidence: number): number {
  return pairedDropInterval({ denseOnly: 0, prunedOnly: 0, samples }, confidence).high;
}
