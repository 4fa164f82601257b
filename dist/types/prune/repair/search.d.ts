/** Which of several changes to keep, when only the loss of them together can be measured. */
export interface Search<T> {
    /** Loss with these items changed (and whatever stands outside the search). */
    loss(items: ReadonlySet<T>): Promise<number>;
    /** Loss with none of them changed. */
    readonly before: number;
    /** Loss with all of them changed. */
    readonly all: number;
    /** Further measurements allowed. */
    readonly budget: number;
}
export interface Found<T> {
    readonly kept: ReadonlySet<T>;
    readonly loss: number;
}
/**
 * Keeps all items where that lowers the loss. Otherwise tries halves (each on top of what was kept so far), then
 * their halves, as long as the budget lasts; a part that does not lower the loss is dropped.
 */
export declare function keepWhatHelps<T>(items: readonly T[], search: Search<T>): Promise<Found<T>>;
