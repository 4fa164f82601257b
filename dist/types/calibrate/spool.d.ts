import type { HostTensor } from '../runtime/types.js';
export declare class Spool {
    #private;
    private readonly path;
    /** @param path of the file that is made where memory does not hold everything */
    constructor(path: string, memoryBytes?: number);
    get batches(): number;
    /** Takes a batch; its tensors must not be written to any more. */
    append(tensors: readonly HostTensor[]): Promise<void>;
    /** The tensors of a batch; they hold until the next is read. */
    read(batch: number): Promise<readonly HostTensor[]>;
    remove(): Promise<void>;
}
