import type { Samples } from '../data/types.js';
import type { DeviceName, ModelPolicy } from '../policy/types.js';
import type { DeviceInfo } from '../runtime/types.js';
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
export declare function pruneInputs(subject: Subject, policy: ModelPolicy, device: DeviceName, heldout: Samples, calibration: Samples): PruneInputs;
/** The first input that differs, in words; undefined where they are equal. What is a machine's own is compared only where `sameMachine`. */
export declare function differingInput(left: PruneInputs, right: PruneInputs, sameMachine: boolean): string | undefined;
/** What may differ between the machines of a shared run, with what stands for it then. */
export declare const MACHINES_OWN: {
    readonly machine: "";
    readonly accelerator: "";
};
/** What the kernels of a device depend on, in words; a GPU that nobody names is told by its versions alone. */
export declare function acceleratorOf({ used, gpus, versions, libraries }: DeviceInfo, env?: NodeJS.ProcessEnv): string;
/** One name for all of them. */
export declare function inputsKey(inputs: PruneInputs): string;
