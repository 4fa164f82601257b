/** What `explain` says of a group, in words and as a row. */
import { percent, significant } from './format.js';
import type { GroupExplained } from './types.js';

export const EXPLAIN_NOTE = 'Loss: squared error of the output over its variance, on calibration split B, when only this group is cut that far and what reads it is refit. Saved: share of the multiply-adds. `report.json` ranks every unit.';

const lossText = (loss: number | null): string => (loss === null ? 'not measured' : significant(loss, 3));

export function explainRows(groups: readonly GroupExplained[]): string[][] {
  if (groups.length === 0) return [];
  return [
    ['group', 'units', 'removed', 'loss', 'saved', 'sensitivity', 'why'],
    ...groups.map((group) => [group.name, String(group.units), String(group.removed), group.removed === 0 ? '' : lossText(group.loss), percent(group.saved), curveText(group), [group.why, redundantText(group)].filter((text) => text !== '').join('; ')]),
  ];
}

/** `4: 0.001, 8: 0.02`: loss by units removed. */
const curveText = ({ curve }: GroupExplained): string => curve.filter(({ removed }) => removed > 0).map(({ removed, loss }) => `${String(removed)}: ${significant(loss, 2)}`).join(', ');

const MOST_NAMED = 8;

function redundantText({ redundant }: GroupExplained): string {
  if (redundant.length === 0) return '';
  const named = redundant.slice(0, MOST_NAMED).map(({ unit, kind, of }) => (of === undefined ? `${String(unit)} ${kind}` : `${String(unit)} equals ${String(of)}`));
  return `does nothing: ${named.join(', ')}${redundant.length > MOST_NAMED ? ` and ${String(redundant.length - MOST_NAMED)} more` : ''}`;
}

export function explainWords(group: GroupExplained): { readonly title: string; readonly lines: readonly string[] } {
  const { name, kind, units, removed, ranking } = group;
  const [least, most] = [ranking.slice(0, MOST_NAMED), ranking.slice(-MOST_NAMED).reverse()].map((list) => list.map(({ unit }) => String(unit)).join(', '));
  return {
    title: `${name} (${kind}): ${String(removed)} of ${String(units)} units go`,
    lines: [
      group.why,
      ...(group.curve.length > 1 ? [`loss by units removed: ${curveText(group)}`] : []),
      ...(ranking.length > 0 ? [`least important: ${least ?? ''}; most: ${most ?? ''}`] : []),
      ...(group.redundant.length > 0 ? [redundantText(group)] : []),
    ],
  };
}
