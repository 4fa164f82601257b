/**
 * What an accumulator has kept, as named columns: it can be written down, and another accumulator can go on from it as
 * though it had seen the same batches itself. That is what lets several machines judge parts of one dataset: the parts'
 * states, absorbed in the order of the samples, are the state of one machine, to the last bit.
 */

export type Column = Float64Array | Int32Array | Uint8Array;
export type State = ReadonlyMap<string, Column>;

/** The state of a part, under a name of its own. */
export function within(name: string, state: State): [string, Column][] {
  return [...state].map(([key, column]) => [`${name}.${key}`, column]);
}

/** The part back. */
export function part(state: State, name: string): State {
  const prefix = `${name}.`;
  return new Map([...state].filter(([key]) => key.startsWith(prefix)).map(([key, column]) => [key.slice(prefix.length), column]));
}

/** Throws where there is none: a state is written and read by the same release. */
export function column(state: State, name: string): Column {
  const found = state.get(name);
  if (found === undefined) throw new Error(`a record lacks its column "${name}"`);
  return found;
}

export function scalars(state: State, name: string): number[] {
  return [...column(state, name)];
}

/** Of a number that may not be there yet. */
export const maybe = (value: number | undefined): Float64Array => Float64Array.from(value === undefined ? [] : [value]);
