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

/** Puts parts together as they come, in the order of their samples; none is held once it is absorbed. */
export class MergedRecords {
  readonly slices = new Slices();
  samples = 0;
  private known: readonly Lane[] | undefined;

  constructor(private readonly metrics: readonly MetricSpec[]) {}

  /** Throws where the part is about other metrics, or is none. */
  absorb({ lanes, slices, samples }: PairRecord): void {
    this.known ??= this.metrics.map((spec, i) => new Lane(spec, lanes[i]?.output ?? ''));
    for (const [i, lane] of this.known.entries()) {
      const part = lanes[i];
      if (part === undefined || part.metric !== lane.spec.id || part.output !== lane.output) throw new Error(`a part has no metric "${lane.spec.id}" of output "${lane.output}"`);
      for (const side of SIDES) lane.absorb(side, part.sides[side].misfits, readState(part.sides[side].columns));
    }
    this.samples += samples;
    this.slices.absorb(slices, this.samples);
  }

  get lanes(): readonly Lane[] {
    return this.known ?? [];
  }
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
