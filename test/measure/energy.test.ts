/** Joules from a powercap tree made for the test, from a stand-in for nvidia-smi, and by estimate. */
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { estimateEnergy, measureEnergy, openMeter, type EnergyMeter } from '../../src/measure/energy.js';
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

const busy = async (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms); });

describe('RAPL', () => {
  const PACKAGE: Package = { name: 'intel-rapl:0', start: 0, range: 1e12 };

  it('gives joules a run, what the idle machine takes subtracted', async () => {
    const { root, spend } = powercap([PACKAGE]);
    const IDLE_WATTS = 10;
    let last = performance.now();
    const drift = (): void => {
      const now = performance.now();
      spend(IDLE_WATTS * (now - last) / 1000);
      last = now;
    };
    const ticking = setInterval(drift, 1);
    onTestFinished(() => { clearInterval(ticking); });
    const run = (joules: number) => async (): Promise<void> => {
      await busy(5);
      spend(joules);
    };
    const found = await measureEnergy(await meterOf(root), [run(0.5), run(0.25)], SPEC);
    expect(typeof found).not.toBe('string');
    const [dense, pruned] = found as Energy[];
    for (const [energy, joules] of [[dense, 0.5], [pruned, 0.25]] as const) {
      expect(energy).toMatchObject({ source: 'rapl', detail: expect.stringMatching(/^RAPL, 1 processor package; 6 rounds, .* W of the idle machine subtracted$/u) });
      expect(energy?.joules).toBeGreaterThan(joules - 0.1);
      expect(energy?.joules).toBeLessThan(joules + 0.1);
      expect((energy?.low ?? NaN) <= (energy?.joules ?? NaN) && (energy?.joules ?? NaN) <= (energy?.high ?? NaN)).toBe(true);
    }
    expect(dense?.idleWatts).toBeGreaterThan(3);
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
    writeFileSync(command, '#!/bin/sh\ncase "$*" in *loop-ms*) while :; do echo 100.0; sleep 0.02; done;; *) echo 100.0;; esac\n');
    chmodSync(command, 0o755);
    const meter = await openMeter({ gpu: true, nvidiaSmi: command });
    if (typeof meter === 'string') throw new Error(meter);
    onTestFinished(() => { meter.close(); });
    while (meter.joules() === undefined) await busy(5);
    const [before, start] = [meter.joules() ?? NaN, performance.now()];
    await busy(400);
    const watts = ((meter.joules() ?? NaN) - before) / ((performance.now() - start) / 1000);
    expect(watts).toBeGreaterThan(60);
    expect(watts).toBeLessThan(140);
  });

  it('is not there where the program is not, or tells nothing', async () => {
    expect(await openMeter({ gpu: true, nvidiaSmi: join(folder(), 'none') })).toBe('nvidia-smi cannot be run');
    const command = join(folder(), 'smi');
    writeFileSync(command, '#!/bin/sh\necho "[N/A]"\n');
    chmodSync(command, 0o755);
    expect(await openMeter({ gpu: true, nvidiaSmi: command })).toBe('the GPU does not tell its power');
  });
});

it('an estimate is by hand, says what it is and why, and is null where MACs are not known', () => {
  const estimate = estimateEnergy({ macs: 2_000_000, weightBytes: 40_000, activationBytes: 10_000 }, 'this system exposes no energy counters');
  expect(estimate.joules).toBeCloseTo(2e6 * 4.6e-12 + 60_000 * 160e-12, 15);
  expect(estimate).toMatchObject({ source: 'estimate', low: null, high: null, detail: expect.stringMatching(/^estimated .*Horowitz, ISSCC 2014.*not measured: this system exposes no energy counters$/u) });
  expect(estimateEnergy({ macs: null, weightBytes: 1, activationBytes: 1 }, 'x').joules).toBeNull();
});
