/** Binomial draws by inversion, from tables of probabilities that are made once. */
import { logGamma } from '../src/gate/statistics/beta.js';
import type { Random } from '../src/kernels/random.js';

/** Outcomes further than this many standard deviations out have no weight that counts. */
const REACH = 9;

/** The outcomes that have any weight, with their probabilities. */
export function binomialTable(n: number, p: number): [outcome: number, probability: number][] {
  if (p <= 0 || p >= 1 || n === 0) return [[p >= 1 ? n : 0, 1]];
  const spread = REACH * Math.sqrt(n * p * (1 - p)) + REACH;
  const [from, to] = [Math.max(0, Math.floor(n * p - spread)), Math.min(n, Math.ceil(n * p + spread))];
  const log = (k: number): number => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1) + k * Math.log(p) + (n - k) * Math.log1p(-p);
  return Array.from({ length: to - from + 1 }, (_, i) => [from + i, Math.exp(log(from + i))]);
}

const samplers = new Map<string, (random: Random) => number>();

export function binomialSampler(n: number, p: number): (random: Random) => number {
  const key = `${n} ${p}`;
  const made = samplers.get(key) ?? samplerOf(binomialTable(n, p));
  samplers.set(key, made);
  return made;
}

function samplerOf(table: readonly [number, number][]): (random: Random) => number {
  const edges = new Float64Array(table.length);
  let sum = 0;
  table.forEach(([, probability], i) => { edges[i] = sum += probability; });
  const first = table[0]?.[0] ?? 0;
  return (random) => {
    const at = random() * sum;
    let [low, high] = [0, edges.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((edges[middle] as number) > at) high = middle;
      else low = middle + 1;
    }
    return first + low;
  };
}
