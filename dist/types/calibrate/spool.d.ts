import type { HostTensor } from '../runtime/types.js';
export declare class Spool {
    #private;
    private readonly path;
    private readonly file;
    private constructor();
    static create(path: string): Promise<Spool>;
    get batches(): number;
    append(tensors: readonly HostTensor[]): Promise<void>;
    /** The tensors of a batch; they hold until the next is read. */
    read(batch: number): Promise<HostTensor[]>;
    remove(): Promise<void>;
}
