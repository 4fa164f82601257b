import type { Readable } from 'node:stream';
export declare class Tail {
    private kept;
    constructor(streams: readonly (Readable | null)[]);
    private add;
    text(): string;
}
