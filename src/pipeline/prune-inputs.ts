/** Everything that a prune depends on, by content: equal inputs make the same plan and the same model. */
import { createHash } from 'node:crypto';
import type { Samples } from '../data/types.js';
import { environment } from '../measure/fingerprint.js';
import type { DeviceName, ModelPolicy } from '../policy/types.js';
import { loadOnnxruntime } from '../runtime/load.js';
import type { DeviceInfo } from '../runtime/types.js';
import { VERSION } from '../version.js';
import { codeHash } from './code-hash.js';
import type { Subject } from './subject.js';

export interface PruneInputs {
  /** The release, for words. */
  readonly tool: string;
  /** sha256 of the code that runs: releases are pinned by commit too. */
  readonly code: string;
  readonly onnxruntime: string;
  /** CPU and platform: kernels differ in the last digits, and what is measured decides. */
  readonly machine: string;
  /** What was asked for. */
  readonly device: DeviceName;
  /** What that came to: the device and, off the processor, its GPUs, versions and libraries. Like `machine`, of one machine of a shared run. */
  readonly accelerator: string;
  /** sha256 of files. */
  readonly model: string;
  readonly heldout: string;
  readonly calibration: string;
  /** sha256 over what the policy says about data, pruning and metrics; limits are judged anew each time. */
  readonly policy: string;
}

export function pruneInputs(subject: Subject, policy: ModelPolicy, device: DeviceName, heldout: Samples, calibration: Samples): PruneInputs {
  const { cpu, arch, os } = environment('');
  return {
    tool: VERSION,
    code: codeHash(),
    onnxruntime: loadOnnxruntime().version,
    machine: `${os.split(' ')[0] ?? ''} ${arch} ${cpu}`,
    device,
    accelerator: acceleratorOf(subject.runtime.device),
    model: subject.sha256,
    heldout: heldout.sha256,
    calibration: calibration.sha256,
    policy: sha256(JSON.stringify([policy.data, policy.prune, policy.metrics, policy.seed], plain)),
  };
}

const WORDS: Readonly<Record<keyof PruneInputs, string>> = {
  tool: 'release of prune-gate', code: 'build of prune-gate', onnxruntime: 'onnxruntime', machine: 'machine', device: 'device', accelerator: 'accelerator', model: 'model file',
  heldout: 'held-out data', calibration: 'calibration data', policy: 'policy (data, pruning, metrics or seed)',
};

/** The first input that differs, in words; undefined where they are equal. What is a machine's own is compared only where `sameMachine`. */
export function differingInput(left: PruneInputs, right: PruneInputs, sameMachine: boolean): string | undefined {
  const names = (Object.keys(WORDS) as (keyof PruneInputs)[]).filter((name) => sameMachine || !(name in MACHINES_OWN));
  const other = names.find((name) => left[name] !== right[name]);
  return other === undefined ? undefined : WORDS[other];
}

/** What may differ between the machines of a shared run, with what stands for it then. */
export const MACHINES_OWN = { machine: '', accelerator: '' } as const satisfies Partial<PruneInputs>;

/** What the kernels of a device depend on, in words; a GPU that nobody names is told by its versions alone. */
export function acceleratorOf({ used, gpus, versions, libraries }: DeviceInfo, env: NodeJS.ProcessEnv = process.env): string {
  if (used === 'cpu') return used;
  // Of GPUs that are alike it does not matter which one is seen.
  const seen = new Set(gpus).size > 1 ? [`CUDA_VISIBLE_DEVICES=${env.CUDA_VISIBLE_DEVICES ?? ''}`] : [];
  return [
    used, ...(gpus.length === 0 ? ['a GPU that nobody names'] : [...new Set(gpus)]), ...seen,
    ...versions.map(({ what, found }) => `${what} ${found ?? 'unknown'}`), ...libraries.map(({ file, sha256 }) => `${file} ${sha256}`),
    ...(versions.length > 0 ? [`NVIDIA_TF32_OVERRIDE=${env.NVIDIA_TF32_OVERRIDE ?? ''}`] : []),
  ].join('; ');
}

/** One name for all of them. */
export function inputsKey(inputs: PruneInputs): string {
  return sha256(JSON.stringify(Object.entries(inputs).sort(([a], [b]) => (a < b ? -1 : 1))));
}

/** Maps as lists of pairs: JSON knows none. */
function plain(_key: string, value: unknown): unknown {
  return value instanceof Map ? [...value as ReadonlyMap<unknown, unknown>] : value;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
