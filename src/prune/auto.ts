/** Who gives up how much: by the fixed orders, or by what was measured (`auto`). */
import { removableCounts } from './allocate.js';
import type { Scored } from './allocate.js';
import type { Evidence } from './evidence.js';
import { selectUnits } from './select.js';
import type { Chosen } from './select.js';
import { CutMeter, measureSensitivity } from './sensitivity.js';
import type { StructuredRequest } from './structured.js';

/** Chooses units among the groups still open. */
export type Allocate = (open: readonly Scored[]) => Promise<Chosen>;

/** By the order of scores or shares that the step names. */
export function fixedAllocation({ prunable, step }: StructuredRequest): Allocate {
  return (open) => Promise.resolve(selectUnits(prunable, open, step));
}

/**
 * By measured sensitivity; the fixed allocations are candidates too, and the one with the least loss on split B is taken.
 *
 * @param rated the same request with the model that candidates are measured on
 */
export async function autoAllocation(request: StructuredRequest, rated: StructuredRequest, evidence: Evidence, scored: readonly Scored[]): Promise<Allocate> {
  const { prunable, step, decide } = request;
  if (decide === undefined) throw new Error('auto allocation needs calibration split B');
  const counts = new Map(scored.map(({ group }) => [group.name, removableCounts(group, step.align, step.target)]));
  const meter = await CutMeter.open(rated, evidence, decide);
  const sensitivity = await measureSensitivity(meter, scored, counts, (done) => {
    request.onProgress?.('score', `sensitivity of group ${String(done)} of ${String(scored.length)}`);
  });
  return async (open) => {
    // Streams that several layers add to are read by many others: cutting them may look cheap one at a time and is not.
    const inner = open.filter(({ group }) => group.axes.filter((use) => use.role === 'producer').length === 1);
    const candidates = [
      selectUnits(prunable, open, step, sensitivity),
      selectUnits(prunable, inner, step, sensitivity),
      selectUnits(prunable, open, { ...step, allocation: 'global' }),
      selectUnits(prunable, open, { ...step, allocation: 'uniform' }),
    ];
    return bestOf(meter, candidates);
  };
}

/** Finalists of a cheap comparison that are compared again after the repair they would get. */
const FINALISTS = 2;

/** The candidate with the least output loss: all of them after a refit, the two best also after a sequential one. */
async function bestOf(meter: CutMeter, candidates: readonly Chosen[]): Promise<Chosen> {
  const [first] = candidates as readonly [Chosen, ...Chosen[]];
  const reached = candidates.filter((candidate) => candidate.reached);
  const pool = new Map((reached.length > 0 ? reached : candidates).map((candidate) => [JSON.stringify([...candidate.selection.removed]), candidate]));
  const rated: { candidate: Chosen; loss: number }[] = [];
  for (const candidate of pool.values()) {
    const loss = await meter.loss(candidate.selection);
    if (loss !== undefined) rated.push({ candidate, loss });
  }
  const finalists = rated.sort((a, b) => a.loss - b.loss).slice(0, FINALISTS);
  const [winner = first, challenger] = finalists.map(({ candidate }) => candidate);
  if (challenger === undefined) return winner;
  const [own, other] = [await meter.repairedLoss(winner.selection), await meter.repairedLoss(challenger.selection)];
  return (other ?? Infinity) < (own ?? Infinity) ? challenger : winner;
}
