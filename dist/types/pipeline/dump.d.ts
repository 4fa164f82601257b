import type { Batch } from '../data/types.js';
import type { HostTensor } from '../runtime/types.js';
export declare class Dump {
    #private;
    private readonly path;
    constructor(path: string);
    add(batch: Batch, outputs: ReadonlyMap<string, HostTensor> | undefined): void;
    close(): Promise<void>;
}
