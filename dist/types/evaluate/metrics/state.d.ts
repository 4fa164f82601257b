/**
 * What an accumulator has kept, as named columns: it can be written down, and another accumulator can go on from it as
 * though it had seen the same batches itself. That is what lets several machines judge parts of one dataset: the parts'
 * states, absorbed in the order of the samples, are the state of one machine, to the last bit.
 */
export type Column = Float64Array | Int32Array | Uint8Array;
export type State = ReadonlyMap<string, Column>;
/** The state of a part, under a name of its own. */
export declare function within(name: string, state: State): [string, Column][];
/** The part back. */
export declare function part(state: State, name: string): State;
/** Throws where there is none: a state is written and read by the same release. */
export declare function column(state: State, name: string): Column;
export declare function scalars(state: State, name: string): number[];
/** Of a number that may not be there yet. */
export declare const maybe: (value: number | undefined) => Float64Array;
