/** Energy of both models: measured where the machine tells, else estimated, and called so. */
import { isOutOfMemory } from '../errors.js';
import { ENERGY_SPEC, estimateEnergy, measureEnergy, openMeter, type EnergyMeter } from '../measure/energy.js';
import { weightBytes } from '../measure/memory.js';
import type { Model } from '../onnx/ir.js';
import type { Facts } from '../ops/facts.js';
import type { Energy } from '../report/types.js';
import type { Feeds, Runtime } from '../runtime/types.js';

export interface EnergyOf {
  readonly path: string;
  readonly model: Model;
  readonly facts: Facts;
  readonly macs: number | null;
}

export interface EnergyRequest {
  readonly runtime: Runtime;
  readonly models: readonly [EnergyOf, EnergyOf];
  /** One sample, or as many as the model insists on. */
  readonly feeds: Feeds;
  readonly threads: number;
  readonly confidence: number;
  readonly seed: string;
  /** Nobody looks at it: nothing is measured. */
  readonly quick: boolean;
  /** Default: that of the machine. */
  readonly meter?: EnergyMeter;
}

/** Dense and pruned, from the same source. */
export async function energyOfBoth(request: EnergyRequest): Promise<readonly [Energy, Energy]> {
  const measured = request.quick ? 'nobody asked for a measurement' : await measure(request);
  if (typeof measured !== 'string') return measured;
  const [dense, pruned] = request.models;
  return [estimateEnergy(workOf(dense), measured), estimateEnergy(workOf(pruned), measured)];
}

async function measure({ runtime, models, feeds, threads, confidence, seed, meter: given }: EnergyRequest): Promise<readonly [Energy, Energy] | string> {
  const meter = given ?? await openMeter({ gpu: runtime.device.used === 'cuda' });
  if (typeof meter === 'string') return meter;
  const sessions = [];
  try {
    for (const { path } of models) sessions.push(await runtime.open(path, { threads }));
    const runs = sessions.map((session) => async (): Promise<void> => { await session.run(feeds); });
    const found = await measureEnergy(meter, runs, { ...ENERGY_SPEC, confidence, seed });
    if (typeof found === 'string') return found;
    const [dense, pruned] = found;
    return dense === undefined || pruned === undefined ? 'nothing was measured' : [dense, pruned];
  } catch (thrown) {
    // An estimate does, and all that was measured before is kept.
    if (!isOutOfMemory(thrown)) throw thrown;
    return 'memory ran out while it was measured';
  } finally {
    meter.close();
    for (const session of sessions) await session.release();
  }
}

function workOf({ model, facts, macs }: EnergyOf): { macs: number | null; weightBytes: number; activationBytes: number } {
  let activationBytes = 0;
  // Initializers say their element's size themselves.
  for (const { dims, elementBytes = 0 } of facts.values.values()) activationBytes += elementBytes * dims.reduce((a, b) => a * b, 1);
  return { macs, weightBytes: weightBytes(model), activationBytes };
}
