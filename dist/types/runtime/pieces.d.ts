import type { Feeds, HostTensor, Port } from './types.js';
type Results = ReadonlyMap<string, HostTensor>;
/** Runs batches for one session; what it learned of memory holds for all later ones. */
export declare class Pieces {
    #private;
    private readonly inputs;
    private readonly run;
    private readonly onShrink;
    constructor(inputs: readonly Port[], run: (feeds: Feeds, outputs?: readonly string[]) => Promise<Results>, onShrink: (samples: number) => void);
    of(feeds: Feeds, outputs?: readonly string[]): AsyncGenerator<Results>;
}
export {};
