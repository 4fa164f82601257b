/**
 * Joules per inference.
 *
 * 1. Where Linux exposes the processor's energy counters (RAPL, /sys/class/powercap/intel-rapl:N/energy_uj), or an NVIDIA
 *    driver its power (`nvidia-smi`), the models are measured: in each round the machine idles for a while, then each model
 *    runs for as long, in turn. What the idle machine takes in that time is subtracted.
 *    Since Ampere the driver tells the mean power of the last second: there every part leads in for longer than that before
 *    it counts (Z. Yang et al., "Part-time power measurements", 2023, who also found that some GPUs sample a part of the
 *    time only: such figures are no better than that).
 * 2. The interval is that of the mean over rounds by bootstrap. A mean of nothing or less is no measurement.
 * 3. Where nothing is exposed, or a counter does not move, it is estimated from multiply-adds and bytes moved, with the figures
 *    of M. Horowitz, "Computing's energy problem", ISSCC 2014 (45 nm): 3.7 pJ + 0.9 pJ for a multiply and an add in float32,
 *    640 pJ for 32 bits from DRAM. Each weight is read once, each activation written once and read once. That tells
 *    orders of magnitude and which way a change goes; it is called an estimate wherever it is shown.
 */
import { execFile, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { seededRandom } from '../kernels/random.js';
import type { Energy } from '../report/types.js';

export const POWERCAP = '/sys/class/powercap';
const NVIDIA_SMI = 'nvidia-smi';

/** Joules since some moment; undefined where the counter cannot be read any more. */
export interface EnergyMeter {
  readonly source: 'rapl' | 'nvml';
  readonly what: string;
  /** Milliseconds in which it still tells what was before. */
  readonly lagMs: number;
  joules(): number | undefined;
  close(): void;
}

export interface MeterOptions {
  readonly gpu: boolean;
  /** As Linux lays it out. */
  readonly powercap?: string;
  readonly nvidiaSmi?: string;
}

/** The meter of what runs the model, or in words why there is none. */
export async function openMeter({ gpu, powercap = POWERCAP, nvidiaSmi = NVIDIA_SMI }: MeterOptions): Promise<EnergyMeter | string> {
  return gpu ? nvmlMeter(nvidiaSmi) : raplMeter(powercap);
}

interface Zone {
  readonly path: string;
  /** Microjoules at which the counter begins anew. */
  readonly range: number;
  last: number;
  total: number;
}

/** Processor packages; their parts (cores, DRAM) are in them or beside them and would be counted twice. */
function raplMeter(root: string): EnergyMeter | string {
  let names: string[];
  try {
    names = readdirSync(root).filter((name) => /^(?:intel|amd)-rapl:\d+$/u.test(name)).sort();
  } catch {
    return 'this system exposes no energy counters';
  }
  if (names.length === 0) return 'this system exposes no energy counters of its processors';
  try {
    const zones = names.map((name): Zone => {
      const path = join(root, name, 'energy_uj');
      return { path, range: microjoules(join(root, name, 'max_energy_range_uj')), last: microjoules(path), total: 0 };
    });
    return { source: 'rapl', what: `RAPL, ${zones.length} processor package${zones.length === 1 ? '' : 's'}`, lagMs: 0, joules: () => readZones(zones), close: () => undefined };
  } catch {
    return 'the processor\'s energy counters cannot be read (only root may, on most systems)';
  }
}

function microjoules(path: string): number {
  const value = Number(readFileSync(path, 'utf8').trim());
  if (!Number.isFinite(value)) throw new Error(`${path} holds no number`);
  return value;
}

function readZones(zones: readonly Zone[]): number | undefined {
  try {
    for (const zone of zones) {
      const now = microjoules(zone.path);
      zone.total += now >= zone.last ? now - zone.last : now + zone.range - zone.last;
      zone.last = now;
    }
  } catch {
    return undefined;
  }
  return zones.reduce((sum, { total }) => sum + total, 0) / 1e6;
}

const SAMPLE_MS = 50;
/** The driver's mean is over one second. */
const NVML_LAG_MS = 1200;
const FIRST_SAMPLE_MS = 10_000;

/** Power of the first GPU, summed over time by when its samples come. */
async function nvmlMeter(command: string): Promise<EnergyMeter | string> {
  const asked = await new Promise<string | undefined>((resolve) => {
    execFile(command, ['-i', '0', '--query-gpu=power.draw', '--format=csv,noheader,nounits'], { timeout: FIRST_SAMPLE_MS }, (error, stdout) => { resolve(error === null ? stdout : undefined); });
  });
  if (asked === undefined) return 'nvidia-smi cannot be run';
  if (!Number.isFinite(Number.parseFloat(asked))) return 'the GPU does not tell its power';
  const child = spawn(command, ['-i', '0', '--query-gpu=power.draw', '--format=csv,noheader,nounits', `--loop-ms=${SAMPLE_MS}`], { stdio: ['ignore', 'pipe', 'ignore'] });
  let [joules, watts, since, ended] = [0, Number.NaN, performance.now(), false];
  const end = (): void => { ended = true; };
  child.on('error', end).on('exit', end);
  child.stdout.on('data', (chunk: Buffer) => {
    const now = performance.now();
    const lines = chunk.toString('latin1').trim().split('\n').map(Number.parseFloat).filter(Number.isFinite);
    if (lines.length === 0) return;
    // A sample tells of the time up to it.
    const told = lines.reduce((sum, one) => sum + one, 0) / lines.length;
    if (Number.isFinite(watts)) joules += told * (now - since) / 1000;
    [watts, since] = [told, now];
  });
  for (const start = performance.now(); !Number.isFinite(watts) && !ended && performance.now() - start < FIRST_SAMPLE_MS;) await sleep(SAMPLE_MS / 5);
  if (!Number.isFinite(watts)) {
    child.kill();
    return 'nvidia-smi tells no power over time';
  }
  return { source: 'nvml', what: 'NVIDIA driver, power of the first GPU', lagMs: NVML_LAG_MS, joules: () => (ended ? undefined : joules), close: () => { child.kill(); } };
}

/** Time as the measurement sees it. */
export interface Clock {
  /** Milliseconds. */
  now(): number;
  sleep(ms: number): Promise<void>;
}

const WALL: Clock = { now: () => performance.now(), sleep: async (ms) => { await sleep(ms); } };

export interface EnergySpec {
  readonly rounds: number;
  /** Of the idle part of a round, and at least of each model's. */
  readonly windowMs: number;
  /** Of each one-sided bound. */
  readonly confidence: number;
  readonly seed: string;
  /** Default: that of the machine. */
  readonly clock?: Clock;
}

/** Rounds with a meter that tells late. */
const LAGGING_ROUNDS = 6;

export const ENERGY_SPEC = { rounds: 12, windowMs: 150 } as const;

/** Joules per run of each model, in the order given; or in words why they could not be had. */
export async function measureEnergy(meter: EnergyMeter, runs: readonly (() => Promise<void>)[], spec: EnergySpec): Promise<Energy[] | string> {
  const found = runs.map((): number[] => []);
  const idles: number[] = [];
  const { clock = WALL } = spec;
  // Each takes seconds there.
  const rounds = meter.lagMs > 0 ? Math.min(spec.rounds, LAGGING_ROUNDS) : spec.rounds;
  const timed = { meter, clock, leastMs: spec.windowMs };
  for (const run of runs) await run();
  for (let round = 0; round < rounds; round++) {
    const idle = await window(timed, () => clock.sleep(SAMPLE_MS / 5));
    if (idle === undefined) return 'the counter cannot be read any more';
    idles.push(idle.joules / idle.seconds);
    for (const [i, run] of runs.entries()) {
      const busy = await window(timed, run);
      if (busy === undefined) return 'the counter cannot be read any more';
      found[i]?.push((busy.joules - busy.seconds * idle.joules / idle.seconds) / busy.count);
    }
  }
  const moved = found.flat().some((joules) => joules !== 0);
  if (moved && found.some((list) => mean(list) <= 0)) return 'a model took no more than the idle machine: it is too small for the counter';
  if (found.some((list) => list.every((joules) => joules === 0)) || idles.every((watts) => watts === 0) && found.flat().every((joules) => joules === 0)) return 'the counter does not move';
  return found.map((list, i): Energy => ({
    source: meter.source, joules: mean(list), ...interval(list, spec, i), idleWatts: mean(idles),
    detail: `${meter.what}; ${rounds} rounds, ${mean(idles).toPrecision(3)} W of the idle machine subtracted`,
  }));
}

interface Timed {
  readonly meter: EnergyMeter;
  readonly clock: Clock;
  readonly leastMs: number;
}

/** What the meter counts while `act` repeats for `leastMs`, once the meter has forgotten what was before. */
async function window({ meter, clock, leastMs }: Timed, act: () => Promise<void>): Promise<{ joules: number; seconds: number; count: number } | undefined> {
  if (meter.lagMs > 0) await repeat(act, meter.lagMs, clock);
  const before = meter.joules();
  const start = clock.now();
  const count = await repeat(act, Math.max(leastMs, meter.lagMs), clock);
  const after = meter.joules();
  return before === undefined || after === undefined ? undefined : { joules: after - before, seconds: (clock.now() - start) / 1000, count };
}

/** How often it ran. */
async function repeat(act: () => Promise<void>, ms: number, clock: Clock): Promise<number> {
  const start = clock.now();
  let count = 0;
  do {
    await act();
    count++;
    // Meters that listen get their turn.
    await nextTurn();
  } while (clock.now() - start < ms);
  return count;
}

const DRAWS = 2000;

function interval(values: readonly number[], { confidence, seed }: EnergySpec, model: number): { low: number; high: number } {
  const random = seededRandom(`${seed}:energy:${model}`);
  const means = Float64Array.from({ length: DRAWS }, () => mean(values.map(() => values[Math.floor(random() * values.length)] as number))).sort();
  const at = (share: number): number => means[Math.min(DRAWS - 1, Math.max(0, Math.round(share * (DRAWS - 1))))] as number;
  return { low: at(1 - confidence), high: at(confidence) };
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Joules: float32 multiply and add; 32 bits from DRAM. */
const [PER_MAC, PER_BYTE] = [4.6e-12, 640e-12 / 4];

export interface Work {
  readonly macs: number | null;
  readonly weightBytes: number;
  /** Of all activations, each once. */
  readonly activationBytes: number;
}

/** Rule 3; null joules where a shape is not known. `why`: why nothing was measured. */
export function estimateEnergy({ macs, weightBytes, activationBytes }: Work, why: string): Energy {
  return {
    source: 'estimate', low: null, high: null, idleWatts: null,
    joules: macs === null ? null : macs * PER_MAC + (weightBytes + 2 * activationBytes) * PER_BYTE,
    detail: `estimated from MACs and bytes moved (Horowitz, ISSCC 2014, 45 nm: 4.6 pJ a multiply-add, 640 pJ for 32 bits of DRAM), not measured: ${why}`,
  };
}
