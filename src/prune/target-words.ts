/** Targets in words. */
import { UserError } from '../errors.js';
import type { CostName, CountedCost, Target } from '../policy/types.js';

/** Dense over pruned, of any cost. */
export const factorTarget = (kind: CostName, factor: number): Target => (kind === 'latency' ? { kind, factor } : { kind, factor });

/** Whether time is what is spent: it is measured on this machine. */
export const isTimed = (target: Target): boolean => target.kind === 'latency' || (target.kind === 'accuracy-drop' && target.cost === 'latency');

/** What was asked for: `2x fewer macs`, `30 % of the units`. */
export function wantedText(target: Target): string {
  switch (target.kind) {
    case 'ratio': return `${(100 * target.ratio).toFixed(0)} % of the units`;
    case 'latency': return `${String(target.factor)}x less latency`;
    case 'accuracy-drop': return `at most ${(100 * target.drop).toFixed(2)} points less accuracy`;
    case 'lossless': return 'units that do nothing';
    case 'macs': case 'params': case 'size': return 'most' in target ? `at most ${leftText(target.kind, target.most)}` : `${String(target.factor)}x fewer ${target.kind}`;
  }
}

/** How far it went: a share of the units, what is left, else dense over pruned (of multiply-adds, where the target names no cost). */
export function amountText(target: Target, { achieved, left }: { readonly achieved: number; readonly left: number }): string {
  switch (target.kind) {
    case 'ratio': return `${(100 * achieved).toFixed(1)} %`;
    case 'accuracy-drop': return `${achieved.toFixed(2)}x ${COST_WORDS[target.cost ?? 'macs']}`;
    case 'lossless': return `${achieved.toFixed(2)}x fewer macs`;
    case 'macs': case 'params': case 'size': return 'most' in target ? leftText(target.kind, left) : `${achieved.toFixed(2)}x`;
    case 'latency': return `${achieved.toFixed(2)}x`;
  }
}

/** What a factor is of. */
export const COST_WORDS = { macs: 'fewer macs', params: 'fewer params', size: 'fewer bytes', latency: 'less latency' } as const;

const UNITS: Readonly<Record<CountedCost, string>> = { macs: 'multiply-adds', params: 'parameters', size: 'bytes' };

/** Exact, since a limit and what misses it by little must not read alike. */
const leftText = (kind: CountedCost, amount: number): string => `${Math.round(amount).toLocaleString('en')} ${UNITS[kind]}`;

/** A budget that the model keeps as it is. */
export function nothingToPrune(target: Target, dense: { readonly achieved: number; readonly left: number }): UserError {
  return new UserError({
    code: 'nothing-to-prune', message: `The model has ${amountText(target, dense)} as it is, and the target is ${wantedText(target)}: there is nothing to prune.`,
    where: 'prune target in the policy', fix: 'Lower the target or take this step out; a check such as { check: size.pruned, max: ... } holds a model to a budget without pruning.',
  });
}

/** @param refusals what stood in the way, where something did */
export function losslessError(refusals: readonly { readonly name: string; readonly reason: string }[]): UserError {
  const listed = [...new Set(refusals.map(({ name, reason }) => `${name}: ${reason}`))].slice(0, 5).join('; ');
  return new UserError({
    code: 'target-unreached', message: `No unit can go without loss: none is unread, silent on all calibration samples, or equal to another.${listed === '' ? '' : ` In the way: ${listed}.`}`,
    where: 'prune target in the policy', fix: 'Take this step out, or give a target that may lose something.',
  });
}
