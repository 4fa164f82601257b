/** What a node's rewrite sees: which positions stay along each axis, and how to make constants. */
import { DataType } from '../onnx/ir.js';
import type { Node, Tensor } from '../onnx/ir.js';
import type { Movement, SmallValue } from './facts.js';

/** Positions that stay along a value's axis; null where all do. */
export type KeptOf = (value: string, axis: number) => readonly number[] | null;

export class RewriteSite {
  constructor(
    readonly node: Node,
    readonly opset: number,
    readonly movement: Movement | undefined,
    private readonly shapes: (value: string) => readonly number[] | undefined,
    private readonly smalls: (value: string) => SmallValue | undefined,
    /** Whether an axis has another size with other inputs. */
    readonly isDynamic: (value: string, axis: number) => boolean,
    readonly kept: KeptOf,
    /** A name nothing in the graph has yet; reserves it. */
    readonly freshName: (base: string) => string,
  ) {}

  shape(value: string): readonly number[] {
    return this.shapes(value) ?? [];
  }

  small(value: string): SmallValue | undefined {
    return this.smalls(value);
  }

  lengthBefore(value: string, axis: number): number {
    return this.shape(value)[axis] ?? 0;
  }

  lengthAfter(value: string, axis: number): number {
    return this.kept(value, axis)?.length ?? this.lengthBefore(value, axis);
  }

  /** Axes of a value that lose positions. */
  cutAxes(value: string): readonly number[] {
    return this.shape(value).flatMap((_, axis) => (this.kept(value, axis) === null ? [] : [axis]));
  }

  /** A one-dimensional int64 constant under a fresh name. */
  int64(base: string, values: readonly number[]): Tensor {
    const data = new BigInt64Array(values.map(BigInt));
    return {
      name: this.freshName(base),
      dataType: DataType.INT64,
      dims: [values.length],
      data: { kind: 'raw', bytes: new Uint8Array(data.buffer) },
    };
  }
}
