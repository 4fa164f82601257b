/** Which of several changes to keep, when only the loss of them together can be measured. */

export interface Search<T> {
  /** Loss with these items changed (and whatever stands outside the search). */
  loss(items: ReadonlySet<T>): Promise<number>;
  /** Loss with none of them changed. */
  readonly before: number;
  /** Loss with all of them changed. */
  readonly all: number;
  /** Further measurements allowed. */
  readonly budget: number;
}

export interface Found<T> {
  readonly kept: ReadonlySet<T>;
  readonly loss: number;
}

/**
 * Keeps all items where that lowers the loss. Otherwise tries halves (each on top of what was kept so far), then
 * their halves, as long as the budget lasts; a part that does not lower the loss is dropped.
 */
export async function keepWhatHelps<T>(items: readonly T[], search: Search<T>): Promise<Found<T>> {
  if (search.all < search.before) return { kept: new Set(items), loss: search.all };
  let best: Found<T> = { kept: new Set(), loss: search.before };
  let left = search.budget;
  const attempt = async (part: readonly T[]): Promise<void> => {
    if (part.length === 0 || left <= 0) return;
    left -= 1;
    const kept = new Set([...best.kept, ...part]);
    const loss = await search.loss(kept);
    if (loss < best.loss) best = { kept, loss };
    else await attemptHalves(part);
  };
  const attemptHalves = async (part: readonly T[]): Promise<void> => {
    if (part.length < 2) return;
    const middle = Math.ceil(part.length / 2);
    await attempt(part.slice(0, middle));
    await attempt(part.slice(middle));
  };
  await attemptHalves(items);
  return best;
}
