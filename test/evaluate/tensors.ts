/** Small tensors and metric specs for the tests. */
import type { MetricName, MetricSpec } from '../../src/policy/types.js';
import type { ElementType, HostTensor, TypedArray } from '../../src/runtime/types.js';
import type { Accumulator } from '../../src/evaluate/metrics/accumulator.js';
import { metricNamed } from '../../src/evaluate/metrics/registry.js';

export function tensor(dims: readonly number[], values: readonly number[], type: ElementType = 'float32'): HostTensor {
  return { type, dims, data: arrayOf(type, values) };
}

function arrayOf(type: ElementType, values: readonly number[]): TypedArray {
  switch (type) {
    case 'float32': return Float32Array.from(values);
    case 'float64': return Float64Array.from(values);
    case 'int64': return BigInt64Array.from(values, BigInt);
    case 'int32': return Int32Array.from(values);
    case 'uint8': case 'bool': return Uint8Array.from(values);
    case 'float16': return Uint16Array.from(values);
    default: throw new Error(`no fixture of type ${type}`);
  }
}

export const labels = (...values: number[]): HostTensor => tensor([values.length], values, 'int64');

export function spec(name: MetricName, more: Partial<MetricSpec> = {}): MetricSpec {
  return { id: name, name, output: undefined, top: 1, threshold: 0.5, ...more };
}

export interface Step {
  readonly output: HostTensor;
  readonly target?: HostTensor;
  readonly dense?: HostTensor;
}

/** A metric after these batches; the dense output is the model's own where none is given. */
export function after(name: MetricName, steps: readonly Step[], more: Partial<MetricSpec> = {}): Accumulator {
  const accumulator = metricNamed(name).create(spec(name, more));
  for (const { output, target, dense = output } of steps) accumulator.add(output, target, dense);
  return accumulator;
}

export const blockers = (accumulator: Accumulator): string[] => accumulator.findings().filter((one) => one.blocking).map(({ text }) => text);
export const remarks = (accumulator: Accumulator): string[] => accumulator.findings().filter((one) => !one.blocking).map(({ text }) => text);
