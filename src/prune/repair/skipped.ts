/** Layers that a repair left as they were: one sentence a reason, so that fifty layers of one kind take one line. */

export interface Skipped {
  readonly layer: string;
  readonly reason: string;
}

const MOST_NAMED = 4;

/** `sequential refit left out a, b and 3 more: a grouped convolution`, in the order in which reasons first came up. */
export function skippedNotes(what: string, skipped: readonly Skipped[]): string[] {
  const reasons = [...new Set(skipped.map(({ reason }) => reason))];
  return reasons.map((reason) => {
    const layers = skipped.filter((one) => one.reason === reason).map(({ layer }) => layer);
    const named = layers.slice(0, layers.length > MOST_NAMED + 1 ? MOST_NAMED : layers.length);
    const rest = layers.length - named.length;
    return `${what} left out ${named.join(', ')}${rest === 0 ? '' : ` and ${String(rest)} more`}: ${reason}`;
  });
}
