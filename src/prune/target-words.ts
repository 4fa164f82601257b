/** Targets in words. */
import { UserError } from '../errors.js';
import type { Target } from '../policy/types.js';

/** What was asked for: `2x fewer macs`, `30 % of the units`. */
export function wantedText(target: Target): string {
  switch (target.kind) {
    case 'ratio': return `${(100 * target.ratio).toFixed(0)} % of the units`;
    case 'latency': return `${String(target.factor)}x less latency`;
    case 'accuracy-drop': return `at most ${(100 * target.drop).toFixed(2)} points less accuracy`;
    case 'lossless': return 'units that do nothing';
    case 'macs': case 'params': case 'size': return `${String(target.factor)}x fewer ${target.kind}`;
  }
}

/** How far it went: a share of the units, else dense over pruned (of multiply-adds, where the target names no cost). */
export function amountText({ kind }: Target, achieved: number): string {
  if (kind === 'ratio') return `${(100 * achieved).toFixed(1)} %`;
  return kind === 'accuracy-drop' || kind === 'lossless' ? `${achieved.toFixed(2)}x fewer macs` : `${achieved.toFixed(2)}x`;
}

/** @param refusals what stood in the way, where something did */
export function losslessError(refusals: readonly { readonly name: string; readonly reason: string }[]): UserError {
  const listed = [...new Set(refusals.map(({ name, reason }) => `${name}: ${reason}`))].slice(0, 5).join('; ');
  return new UserError({
    code: 'target-unreached', message: `No unit can go without loss: none is unread, silent on all calibration samples, or equal to another.${listed === '' ? '' : ` In the way: ${listed}.`}`,
    where: 'prune target in the policy', fix: 'Take this step out, or give a target that may lose something.',
  });
}
