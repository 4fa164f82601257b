import type { Model } from '../onnx/ir.js';
import type { Facts } from '../ops/facts.js';
import type { Memory } from '../report/types.js';
import type { Feeds, Runtime } from '../runtime/types.js';
export interface MemoryRequest {
    readonly runtime: Runtime;
    readonly path: string;
    readonly model: Model;
    /** At the shapes of `feeds`. */
    readonly facts: Facts;
    /** One sample, or as many as the model insists on. */
    readonly feeds: Feeds;
    readonly threads: number;
    /** Nobody looks at what is measured: only what is computed is given. */
    readonly quick?: boolean;
}
export declare function measureMemory({ runtime, path, model, facts, feeds, threads, quick }: MemoryRequest): Promise<Memory>;
