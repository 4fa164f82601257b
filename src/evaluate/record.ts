/**
 * What one machine found on its part of the held-out samples, as plain JSON: for each metric and each model the state of
 * its accumulator. Parts put together in the order of their samples are what one machine has after all of them, to the
 * last bit: one bit a sample for right-or-wrong metrics, one number or two for the others.
 */
import type { MetricSpec } from '../policy/types.js';
import { Lane, type Side } from './lane.js';
import type { Finding } from './metrics/accumulator.js';
import type { Column, State } from './metrics/state.js';
import { Slices, type SlicingRecord } from './slices.js';

const SIDES: readonly Side[] = ['dense', 'pruned'];
const MAKE = { f8: Float64Array, i4: Int32Array, u1: Uint8Array } as const;
type Kind = keyof typeof MAKE;

/** Elements as their bytes (little-endian) in base64. */
interface ColumnRecord {
  readonly name: string;
  readonly kind: Kind;
  readonly data: string;
}

interface SideRecord {
  readonly misfits: readonly Finding[];
  readonly columns: readonly ColumnRecord[];
}

export interface PairRecord {
  readonly samples: number;
  /** By label and by named columns. */
  readonly slices: readonly SlicingRecord[];
  readonly lanes: readonly { readonly metric: string; readonly output: string; readonly sides: Readonly<Record<Side, SideRecord>> }[];
}

export function recordOf(lanes: readonly Lane[], slices: Slices, samples: number): PairRecord {
  const sideOf = (lane: Lane, side: Side): SideRecord => ({ misfits: lane.misfitsOf(side), columns: [...lane.accumulator(side).state()].map(writeColumn) });
  return {
    samples,
    slices: slices.records(),
    lanes: lanes.map((lane) => ({ metric: lane.spec.id, output: lane.output, sides: { dense: sideOf(lane, 'dense'), pruned: sideOf(lane, 'pruned') } })),
  };
}

/** The lanes after all parts, which are in the order of their samples. Throws where a part is about other metrics. */
export function lanesOfRecords(metrics: readonly MetricSpec[], records: readonly PairRecord[]): Lane[] {
  return metrics.map((spec, i) => {
    const parts = records.map(({ lanes }) => lanes[i]);
    const lane = new Lane(spec, parts[0]?.output ?? '');
    for (const part of parts) {
      if (part === undefined || part.metric !== spec.id || part.output !== lane.output) throw new Error(`a part has no metric "${spec.id}" of output "${lane.output}"`);
      for (const side of SIDES) lane.absorb(side, part.sides[side].misfits, readState(part.sides[side].columns));
    }
    return lane;
  });
}

/** How the samples are divided, after all parts. */
export function slicesOfRecords(records: readonly PairRecord[]): Slices {
  const slices = new Slices();
  for (const { slices: found } of records) slices.absorb(found);
  return slices;
}

function writeColumn([name, column]: readonly [string, Column]): ColumnRecord {
  const kind = column instanceof Float64Array ? 'f8' : column instanceof Int32Array ? 'i4' : 'u1';
  return { name, kind, data: Buffer.from(column.buffer, column.byteOffset, column.byteLength).toString('base64') };
}

function readState(columns: readonly ColumnRecord[]): State {
  return new Map(columns.map(({ name, kind, data }) => {
    const bytes = Buffer.from(data, 'base64');
    // A copy of its own: typed arrays of several bytes want an aligned start.
    return [name, new MAKE[kind](new Uint8Array(bytes).buffer)] as const;
  }));
}
