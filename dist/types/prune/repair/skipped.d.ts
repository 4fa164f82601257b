/** Layers that a repair left as they were: one sentence a reason, so that fifty layers of one kind take one line. */
export interface Skipped {
    readonly layer: string;
    readonly reason: string;
}
/** `sequential refit left out a, b and 3 more: a grouped convolution`, in the order in which reasons first came up. */
export declare function skippedNotes(what: string, skipped: readonly Skipped[]): string[];
