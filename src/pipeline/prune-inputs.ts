/** Everything that a prune depends on, by content: equal inputs make the same plan and the same model. */
import { createHash } from 'node:crypto';
import type { Samples } from '../data/types.js';
import { environment } from '../measure/fingerprint.js';
import type { DeviceName, ModelPolicy } from '../policy/types.js';
import { loadOnnxruntime } from '../runtime/load.js';
import { VERSION } from '../version.js';
import type { Subject } from './subject.js';

export interface PruneInputs {
  readonly tool: string;
  readonly onnxruntime: string;
  /** CPU and platform: kernels differ in the last digits, and what is measured decides. */
  readonly machine: string;
  readonly device: DeviceName;
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
    onnxruntime: loadOnnxruntime().version,
    machine: `${os.split(' ')[0] ?? ''} ${arch} ${cpu}`,
    device,
    model: subject.sha256,
    heldout: heldout.sha256,
    calibration: calibration.sha256,
    policy: sha256(JSON.stringify([policy.data, policy.prune, policy.metrics, policy.seed], plain)),
  };
}

const WORDS: Readonly<Record<keyof PruneInputs, string>> = {
  tool: 'release of prune-gate', onnxruntime: 'onnxruntime', machine: 'machine', device: 'device', model: 'model file',
  heldout: 'held-out data', calibration: 'calibration data', policy: 'policy (data, pruning, metrics or seed)',
};

/** The first input that differs, in words; undefined where they are equal. Machines are compared only where `sameMachine`. */
export function differingInput(left: PruneInputs, right: PruneInputs, sameMachine: boolean): string | undefined {
  const names = (Object.keys(WORDS) as (keyof PruneInputs)[]).filter((name) => sameMachine || name !== 'machine');
  const other = names.find((name) => left[name] !== right[name]);
  return other === undefined ? undefined : WORDS[other];
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
