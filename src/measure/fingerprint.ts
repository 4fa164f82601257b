/** What the numbers were measured on. */
import { arch, cpus, platform, release, totalmem } from 'node:os';
import type { Environment } from '../report/types.js';

/** @param onnxruntime its version; empty where none was loaded */
export function environment(onnxruntime: string): Environment {
  const cores = cpus();
  return {
    os: `${platform()} ${release()}`,
    arch: arch(),
    cpu: cores[0]?.model.trim() ?? 'unknown',
    cores: cores.length,
    memoryBytes: totalmem(),
    node: process.versions.node,
    onnxruntime,
  };
}
