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
