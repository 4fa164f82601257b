/** Model reports before anything is known. */
import type { ModelReport } from '../report/types.js';

/** ERROR until a stage says otherwise: nothing measured is never a pass. */
export function emptyModelReport(name: string, path: string, seed: number): ModelReport {
  return {
    name, path,
    verdict: 'ERROR',
    checks: [], metrics: [], measures: null, groups: [], ladder: [], notes: [], errors: [],
    proof: null, device: null,
    provenance: {
      model: null, heldout: null, calibration: null, plan: null, prunedModel: null,
      heldoutSamples: null, calibrationSamples: null, seed,
    },
    files: { model: null, plan: null },
    seconds: {},
  };
}

/** What the report says of a device; the runtime knows more, and the schema allows no more. */
export function deviceReport({ requested, used, notes }: NonNullable<ModelReport['device']>): ModelReport['device'] {
  return { requested, used, notes };
}
