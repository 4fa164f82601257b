import { type LoadedRuntime } from './load.js';
import type { DeviceName, Runtime } from './types.js';
export interface RuntimeOptions {
    readonly device?: DeviceName;
    /** Intra-op threads of every session; 0 lets onnxruntime choose. Default: the cores of this machine. */
    readonly threads?: number;
    /** Default: what `loadOnnxruntime` finds. */
    readonly loaded?: LoadedRuntime;
}
/** Sessions opened and not yet released in this process. */
export declare function openSessions(): number;
/** Throws UserError `runtime-missing`, `runtime-broken` or `device-unavailable`. */
export declare function createRuntime(options?: RuntimeOptions): Promise<Runtime>;
