/** What the numbers were measured on. */
import { readdirSync, readFileSync } from 'node:fs';
import { arch, cpus, platform, release, totalmem } from 'node:os';
import { join } from 'node:path';
import type { Environment } from '../report/types.js';

/** Where Linux tells how each core's frequency is steered. */
const CORES = '/sys/devices/system/cpu';

/**
 * @param onnxruntime its version; empty where none was loaded
 * @param coresFolder as Linux lays it out
 */
export function environment(onnxruntime: string, coresFolder = CORES): Environment {
  const cores = cpus();
  return {
    os: `${platform()} ${release()}`,
    arch: arch(),
    cpu: cores[0]?.model.trim() ?? 'unknown',
    cores: cores.length,
    memoryBytes: totalmem(),
    node: process.versions.node,
    onnxruntime,
    governor: governors(coresFolder),
  };
}

/** Each once, sorted; null where no core tells. */
function governors(folder: string): string | null {
  const found = new Set(coresIn(folder).flatMap((core) => {
    try {
      return [readFileSync(join(folder, core, 'cpufreq', 'scaling_governor'), 'utf8').trim()];
    } catch {
      return []; // virtual machines have none
    }
  }));
  return found.size === 0 ? null : [...found].sort().join(', ');
}

function coresIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => /^cpu\d+$/u.test(name));
  } catch {
    return [];
  }
}
