/**
 * Where a model really ran, from onnxruntime's own profile of its last run.
 *
 * Nodes are counted by the provider that the profile names. Time is harder: on a device a node's duration is that of
 * handing it over, so the sum over nodes says nothing of it. A node on the processor is done when it ends, and a run is
 * done when its outputs are in host memory. So the share of time off the device is that of the processor's nodes in the
 * whole run, and the rest (kernels, hand-over, copies, waiting) is the device's. WebGPU also reports the time of each
 * kernel by the device's own clock; that sum is `kernelMs`.
 */

/** A profile's event, as far as it is read here. Sizes are decimal texts. */
export interface ProfileEvent {
  readonly cat?: string;
  /** Microseconds. */
  readonly ts?: number;
  readonly dur?: number;
  readonly name?: string;
  readonly args?: Readonly<Record<string, unknown>>;
}

export interface Placement {
  /** By execution provider, in onnxruntime's names, most nodes first; copies between providers are not counted. */
  readonly providers: readonly { readonly provider: string; readonly nodes: number }[];
  /** Of all nodes, those that the device ran; 0 to 1. */
  readonly nodeShare: number;
  /** Of the time of one run, what the processor's nodes did not take; 0 to 1. */
  readonly timeShare: number;
  /** Copies between processor and device inside one run, those of inputs and outputs not counted. */
  readonly transfers: number;
  readonly transferBytes: number;
  /** Milliseconds of all kernels by the device's clock; null where the provider does not report them. */
  readonly kernelMs: number | null;
}

const KERNEL = '_kernel_time';
const COPY = /^Memcpy(?:From|To)Host$/u;
const CPU = 'CPUExecutionProvider';
const UNKNOWN = 'unknown';

/** Null where the profile holds no whole run. */
export function placementOf(events: readonly ProfileEvent[]): Placement | null {
  const run = events.filter(({ name }) => name === 'model_run').reduce<ProfileEvent | undefined>((last, each) => ((each.ts ?? 0) >= (last?.ts ?? 0) ? each : last), undefined);
  const since = run?.ts ?? Infinity;
  const kernels = events.filter(({ cat, name, ts = 0 }) => cat === 'Node' && name?.endsWith(KERNEL) === true && ts >= since);
  const nodes = kernels.filter((event) => !COPY.test(operatorOf(event)));
  if (run?.dur === undefined || run.dur <= 0 || nodes.length === 0) return null;
  const copies = kernels.filter((event) => COPY.test(operatorOf(event)));
  const counts = new Map<string, number>();
  for (const node of nodes) counts.set(providerOf(node), (counts.get(providerOf(node)) ?? 0) + 1);
  const elsewhere = nodes.filter(isElsewhere);
  const onCpu = sum(elsewhere.map(({ dur = 0 }) => dur));
  const clocked = events.filter(({ cat, ts = 0 }) => cat === 'Api' && ts >= since);
  return {
    providers: [...counts].map(([provider, count]) => ({ provider, nodes: count })).sort((a, b) => b.nodes - a.nodes || (a.provider < b.provider ? -1 : 1)),
    nodeShare: 1 - elsewhere.length / nodes.length,
    timeShare: 1 - Math.min(1, onCpu / run.dur),
    transfers: copies.length,
    transferBytes: sum(copies.map(({ args }) => Number(args?.output_size ?? 0))),
    kernelMs: clocked.length === 0 ? null : sum(clocked.map(({ dur = 0 }) => dur)) / 1000,
  };
}

const operatorOf = ({ args }: ProfileEvent): string => (typeof args?.op_name === 'string' ? args.op_name : '');
const providerOf = ({ args }: ProfileEvent): string => (typeof args?.provider === 'string' ? args.provider : UNKNOWN);
/** A node that the profile gives no provider proves nothing for the device. */
const isElsewhere = (node: ProfileEvent): boolean => [CPU, UNKNOWN].includes(providerOf(node));
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
