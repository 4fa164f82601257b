import type { GroupExplained } from './types.js';
export declare const EXPLAIN_NOTE = "Loss: squared error of the output over its variance, on calibration split B, when only this group is cut that far and what reads it is refit. Saved: share of the multiply-adds. `report.json` ranks every unit.";
export declare function explainRows(groups: readonly GroupExplained[]): string[][];
export declare function explainWords(group: GroupExplained): {
    readonly title: string;
    readonly lines: readonly string[];
};
