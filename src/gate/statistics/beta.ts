/** The regularised incomplete beta function, to about 1e-12: tails of binomial distributions. */

/** Lanczos' series for ln Gamma with g = 7 (C. Lanczos, SIAM J. Numer. Anal. B 1 (1964) 86-96). */
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** ln Gamma(x) for x > 0. */
export function logGamma(x: number): number {
  const z = x - 1;
  const shifted = z + 7.5;
  const series = LANCZOS.reduce((sum, term, i) => i === 0 ? term : sum + term / (z + i), 0);
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(shifted) - shifted + Math.log(series);
}

/** I_x(a, b) for a, b > 0 and x in 0..1. */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  // The fraction converges quickly on this side of the mean only.
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x)) / a;
  return front / continuedFraction(x, a, b);
}

/** Steed's fraction 1 + d1/(1 + d2/(1 + ...)), by the modified method of Lentz. */
function continuedFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  let value = 1;
  let c = 1;
  let d = 0;
  for (let i = 1; i <= 5000; i++) {
    const m = i >> 1;
    const term = i % 2 === 0
      ? (m * (b - m) * x) / ((a + i - 1) * (a + i))
      : -((a + m) * (a + b + m) * x) / ((a + i - 1) * (a + i));
    d = 1 / nonZero(1 + term * d, tiny);
    c = nonZero(1 + term / c, tiny);
    value *= c * d;
    if (Math.abs(c * d - 1) < 1e-15) break;
  }
  return value;
}

const nonZero = (value: number, tiny: number): number => (Math.abs(value) < tiny ? tiny : value);
