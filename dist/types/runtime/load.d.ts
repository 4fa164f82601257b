import type * as Onnxruntime from 'onnxruntime-node';
export type Ort = typeof Onnxruntime;
export interface LoadedRuntime {
    readonly ort: Ort;
    /** The package's folder. */
    readonly folder: string;
    readonly version: string;
}
/**
 * Loads onnxruntime once per process. Throws UserError `runtime-missing` where it is not there, `runtime-broken`
 * where it does not load on this machine.
 */
export declare function loadOnnxruntime(env?: NodeJS.ProcessEnv): LoadedRuntime;
