/** Joules from a powercap tree made for the test, from a stand-in for nvidia-smi, and by estimate. */
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { estimateEnergy, measureEnergy, openMeter, type Clock, type EnergyMeter } from '../../src/measure/energy.js';
import type { Energy } from '../../src/report/types.js';

const SPEC = { rounds: 6, windowMs: 25, confidence: 0.95, seed: 's' };

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'prune-gate-energy-'));
  onTestFinished(() => { rmSync(made, { recursive: true }); });
  return made;
}

interface Package {
  readonly name: string;
  readonly start: number;
  readonly range: number;
}

/** A tree as Linux lays it out, in which the counters of all packages can be moved on. */
function powercap(packages: readonly Package[]): { root: string; spend: (joules: number) => void } {
  const root = folder();
  for (const { name, start, range } of packages) {
    mkdirSync(join(root, name));
    writeFileSync(join(root, name, 'energy_uj'), `${start}\n`);
    writeFileSync(join(root, name, 'max_energy_range_uj'), `${range}\n`);
  }
  const spend = (joules: number): void => {
    for (const { name, range } of packages) {
      const path = join(root, name, 'energy_uj');
      writeFileSync(path, `${Math.round(Number(readFileSync(path, 'utf8')) + joules * 1e6 / packages.length) % range}\n`);
    }
  };
  return { root, spend };
}

async function meterOf(root: string): Promise<EnergyMeter> {
  const meter = await openMeter({ gpu: false, powercap: root });
  if (typeof meter === 'string') throw new Error(meter);
  return meter;
}

const IDLE_WATTS = 10;

/** Time that passes only where something waits for it. */
function clockOf(passing: (ms: number) => void): Clock {
  let now = 0;
  return {
    now: () => now,
    sleep: (ms) => {
      now += ms;
      passing(ms);
      return Promise.resolve();
    },
  };
}

const busy = async (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms); });

describe('RAPL', () => {
  const PACKAGE: Package = { name: 'intel-rapl:0', start: 0, range: 1e12 };

  it('gives joules a run, what the idle machine takes subtracted', async () => {
    const { root, spend } = powercap([PACKAGE]);
    const clock = clockOf((ms) => { spend(IDLE_WATTS * ms / 1000); });
    const run = (joules: number) => async (): Promise<void> => {
      await clock.sleep(5);
      spend(joules);
    };
    const found = await measureEnergy(await meterOf(root), [run(0.5), run(0.25)], { ...SPEC, clock });
    expect(typeof found).not.toBe('string');
    const [dense, pruned] = found as Energy[];
    for (const [energy, joules] of [[dense, 0.5], [pruned, 0.25]] as const) {
      expect(energy).toMatchObject({ source: 'rapl', detail: expect.stringMatching(/^RAPL, 1 processor package; 6 rounds, .* W of the idle machine subtracted$/u) });
      expect(energy?.joules).toBeCloseTo(joules, 6);
      expect((energy?.low ?? NaN) <= (energy?.joules ?? NaN) && (energy?.joules ?? NaN) <= (energy?.high ?? NaN)).toBe(true);
    }
    expect(dense?.idleWatts).toBeCloseTo(IDLE_WATTS, 6);
  });

  it('adds packages, passes over their parts, and follows a counter that begins anew', async () => {
    const { root, spend } = powercap([{ name: 'intel-rapl:0', start: 999_000, range: 1e6 }, { name: 'intel-rapl:1', start: 5, range: 1e12 }]);
    for (const part of ['intel-rapl:0:0', 'intel-rapl-mmio:0', 'dtpm']) mkdirSync(join(root, part));
    const meter = await meterOf(root);
    expect(meter.what).toBe('RAPL, 2 processor packages');
    spend(0.2);
    expect(meter.joules()).toBeCloseTo(0.2, 6);
    spend(0.4);
    expect(meter.joules()).toBeCloseTo(0.6, 6);
  });

  it('of a run that takes no more than the idle machine is no measurement', async () => {
    const { root, spend } = powercap([PACKAGE]);
    const clock = clockOf((ms) => { spend(IDLE_WATTS * ms / 1000); });
    expect(await measureEnergy(await meterOf(root), [() => clock.sleep(5)], { ...SPEC, clock })).toBe('a model took no more than the idle machine: it is too small for the counter');
  });

  it('leads in for as long as the meter tells what was before', async () => {
    const LAG = 60;
    const perRun = async (lagMs: number): Promise<number> => {
      let [watts, joules] = [1, 0];
      const earlier: number[] = Array.from({ length: LAG }, () => watts);
      const clock = clockOf((ms) => {
        for (let i = 0; i < ms; i++) {
          earlier.push(watts);
          joules += (earlier.shift() ?? NaN) / 1000;
        }
      });
      const run = async (): Promise<void> => {
        watts = 11;
        await clock.sleep(10);
        watts = 1;
      };
      const meter: EnergyMeter = { source: 'nvml', what: 'by hand', lagMs, close: () => undefined, joules: () => joules };
      const found = await measureEnergy(meter, [run], { ...SPEC, windowMs: LAG, clock });
      return typeof found === 'string' ? 0 : found[0]?.joules ?? NaN;
    };
    // 10 W more than idle for 10 ms.
    expect(await perRun(LAG)).toBeCloseTo(0.1, 6);
    expect(await perRun(0)).toBeLessThan(0.05);
  });

  it('is never a silent zero', async () => {
    const still = powercap([PACKAGE]);
    expect(await measureEnergy(await meterOf(still.root), [() => busy(1)], { ...SPEC, windowMs: 2 })).toBe('the counter does not move');
    expect(await openMeter({ gpu: false, powercap: join(still.root, 'nowhere') })).toBe('this system exposes no energy counters');
    expect(await openMeter({ gpu: false, powercap: folder() })).toBe('this system exposes no energy counters of its processors');
    writeFileSync(join(still.root, PACKAGE.name, 'energy_uj'), 'x');
    expect(await openMeter({ gpu: false, powercap: still.root })).toMatch(/cannot be read/u);
    const lost = powercap([PACKAGE]);
    const meter = await meterOf(lost.root);
    rmSync(join(lost.root, PACKAGE.name), { recursive: true });
    expect(await measureEnergy(meter, [() => busy(1)], SPEC)).toBe('the counter cannot be read any more');
  });
});

describe('NVML, by nvidia-smi', () => {
  it('sums power over time', async () => {
    const command = join(folder(), 'smi');
    writeFileSync(command, '#!/bin/sh\ncase "$*" in *loop-ms*) while :; do sleep 0.02; echo 100.0; done;; *) echo 100.0;; esac\n');
    chmodSync(command, 0o755);
    const meter = await openMeter({ gpu: true, nvidiaSmi: command });
    if (typeof meter === 'string') throw new Error(meter);
    onTestFinished(() => { meter.close(); });
    // It is ready when it is there: a meter that says nothing at first would be taken for one that is lost.
    const [before, start] = [meter.joules() ?? NaN, performance.now()];
    await busy(400);
    const watts = ((meter.joules() ?? NaN) - before) / ((performance.now() - start) / 1000);
    expect(watts).toBeGreaterThan(60);
    expect(watts).toBeLessThan(140);
    // The driver's mean is over the last second: parts of a round lead in for longer.
    expect(meter.lagMs).toBeGreaterThan(1000);
  });

  it('is not there where the program is not, or tells nothing', async () => {
    expect(await openMeter({ gpu: true, nvidiaSmi: join(folder(), 'none') })).toBe('nvidia-smi cannot be run');
    const command = join(folder(), 'smi');
    writeFileSync(command, '#!/bin/sh\necho "[N/A]"\n');
    chmodSync(command, 0o755);
    expect(await openMeter({ gpu: true, nvidiaSmi: command })).toBe('the GPU does not tell its power');
    writeFileSync(command, '#!/bin/sh\ncase "$*" in *loop-ms*) exit 1;; *) echo 100.0;; esac\n');
    expect(await openMeter({ gpu: true, nvidiaSmi: command })).toBe('nvidia-smi tells no power over time');
  });
});

it('an estimate is by hand, says what it is and why, and is null where MACs are not known', () => {
  const estimate = estimateEnergy({ macs: 2_000_000, weightBytes: 40_000, activationBytes: 10_000 }, 'this system exposes no energy counters');
  expect(estimate.joules).toBeCloseTo(2e6 * 4.6e-12 + 60_000 * 160e-12, 15);
  expect(estimate).toMatchObject({ source: 'estimate', low: null, high: null, detail: expect.stringMatching(/^estimated .*Horowitz, ISSCC 2014.*not measured: this system exposes no energy counters$/u) });
  expect(estimateEnergy({ macs: null, weightBytes: 1, activationBytes: 1 }, 'x').joules).toBeNull();
});
