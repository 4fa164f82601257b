/** Where a model's time and memory go, by onnxruntime's own profile: what ran after its optimisations, fusions included. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { placementOf, type Placement, type ProfileEvent as Event } from './placement.js';

export interface OperatorTime {
  /** As onnxruntime runs it: fused, and with operators of its own such as ReorderInput. */
  readonly operator: string;
  /** Milliseconds of one run, over all nodes of this operator. */
  readonly ms: number;
  /** Nodes of this operator that one run executes. */
  readonly nodes: number;
}

export interface Profile {
  /** The slowest first. */
  readonly operators: readonly OperatorTime[];
  /** Most bytes of activations that onnxruntime's arena had in use at the end of a node; null where the profile does not tell. */
  readonly arenaBytes: number | null;
  /** Of the last run; null where the profile does not tell. */
  readonly placement: Placement | null;
}

const KERNEL = '_kernel_time';

/**
 * @param runs that are timed: after one that warms up
 * @param runWith opens a session that profiles to files of this prefix, makes `runs` + 1 runs and ends the profile
 */
export async function profileOf(runs: number, runWith: (prefix: string) => Promise<void>): Promise<Profile> {
  const folder = await mkdtemp(join(tmpdir(), 'prune-gate-profile-'));
  try {
    await runWith(join(folder, 'profile'));
    const [file] = await readdir(folder);
    if (file === undefined) return { operators: [], arenaBytes: null, placement: null };
    return readProfile(JSON.parse(await readFile(join(folder, file), 'utf8')) as readonly Event[], runs);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function readProfile(events: readonly Event[], runs: number): Profile {
  const kernels = events.filter(({ cat, name }) => cat === 'Node' && name?.endsWith(KERNEL) === true);
  const [warmUp] = events.filter(({ name }) => name === 'model_run').map(({ ts = 0, dur = 0 }) => ts + dur).sort((a, b) => a - b);
  const timed = kernels.filter(({ ts = 0 }) => ts >= (warmUp ?? 0));
  const totals = new Map<string, { us: number; count: number }>();
  for (const { dur = 0, args } of timed) {
    const operator = typeof args?.op_name === 'string' ? args.op_name : 'unknown';
    const total = totals.get(operator) ?? { us: 0, count: 0 };
    totals.set(operator, { us: total.us + dur, count: total.count + 1 });
  }
  const operators = [...totals].map(([operator, { us, count }]) => ({ operator, ms: us / 1000 / runs, nodes: Math.round(count / runs) }));
  return { operators: operators.sort((a, b) => b.ms - a.ms || (a.operator < b.operator ? -1 : 1)), arenaBytes: arenaOf(kernels), placement: placementOf(events) };
}

/**
 * The most in use when a node ended, less what was before the first ran (prepacked weights). The profile's own peak would
 * count what opening the session needed for a moment.
 */
function arenaOf(kernels: readonly Event[]): number | null {
  const read = (event: Event | undefined, key: string): number => Number(event?.args?.[key] ?? NaN);
  const [first] = kernels;
  const before = read(first, 'mem_bytes_in_use') - read(first, 'mem_in_use_delta');
  const peak = kernels.reduce((most, event) => Math.max(most, read(event, 'mem_bytes_in_use')), -Infinity);
  const bytes = peak - before;
  return Number.isFinite(bytes) && bytes >= 0 ? bytes : null;
}
