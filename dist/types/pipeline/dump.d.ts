import type { Batch } from '../data/types.js';
import type { HostTensor } from '../runtime/types.js';
export declare class Dump {
    #private;
    private readonly path;
    private readonly folder;
    private constructor();
    /** @throws UserError `dump-unwritable`, before anything is computed */
    static open(path: string): Promise<Dump>;
    /** Outputs left out, since their first axis does not run over samples. */
    get skipped(): readonly string[];
    add({ indices, target }: Batch, outputs: ReadonlyMap<string, HostTensor>): Promise<void>;
    /** Writes the archive, whole or not at all. */
    write(): Promise<void>;
    /** Removes what was kept meanwhile; to be called in any case. */
    dispose(): Promise<void>;
}
