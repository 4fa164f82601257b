import type { CheckResult, Measures, MetricResult, ModelReport } from './types.js';
export interface Cell {
    readonly label: string;
    readonly text: string;
    /** The worst outcome of the checks that the cell shows; undefined where nothing is limited. */
    readonly outcome: CheckResult['outcome'] | undefined;
}
/** The metrics to show: those with a check, or the first one. */
export declare function shownMetrics(model: ModelReport): readonly MetricResult[];
export declare function metricCell(model: ModelReport, metric: MetricResult): Cell;
export declare function levelText(metric: string, value: number): string;
/** A difference of two values of the metric, with its sign: `−1.2 pp`. */
export declare function differenceText(metric: string, difference: number, unit: boolean): string;
/** The limit in its unit, from the number, so that no text of the policy slips through. */
export declare const limitText: ({ limit, unit }: CheckResult) => string;
export declare const sizeCell: (model: ModelReport) => Cell;
export declare const gzipCell: (model: ModelReport) => Cell;
export declare const parametersCell: (model: ModelReport) => Cell;
export declare const nonZerosCell: (model: ModelReport) => Cell;
export declare const macsCell: (model: ModelReport) => Cell;
export declare function latencyCell(model: ModelReport): Cell;
export declare const noiseFloor: (floor: number) => string;
/** True where dense and pruned cannot be told apart by time on this machine: the widened interval holds 1. */
export declare function insideFloor({ measures }: ModelReport): boolean;
export declare function checksOf(model: ModelReport, subject: string): readonly CheckResult[];
/** Share of the weights that are zero. */
export declare const zeroShare: ({ nonZeros, parameters }: Measures) => number;
/** The measured figures worth showing: size and MACs always, the others where limited or where they tell more. */
export declare function measureCells(model: ModelReport): readonly Cell[];
