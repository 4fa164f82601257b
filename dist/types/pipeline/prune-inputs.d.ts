import type { Samples } from '../data/types.js';
import type { DeviceName, ModelPolicy } from '../policy/types.js';
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
export declare function pruneInputs(subject: Subject, policy: ModelPolicy, device: DeviceName, heldout: Samples, calibration: Samples): PruneInputs;
/** The first input that differs, in words; undefined where they are equal. Machines are compared only where `sameMachine`. */
export declare function differingInput(left: PruneInputs, right: PruneInputs, sameMachine: boolean): string | undefined;
/** One name for all of them. */
export declare function inputsKey(inputs: PruneInputs): string;
