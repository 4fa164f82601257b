import { type Baseline } from '../gate/baseline.js';
import type { ModelReport, Report } from '../report/types.js';
import type { Draft, ModelRun } from './model-run.js';
/** Runs one model; handed in, since it is what calls this. */
type RunModel = (run: ModelRun, draft: Draft) => Promise<void>;
/** Asked for once the model's own provenance is known. */
export declare function findBaseline(run: ModelRun, { report }: Draft, runModel: RunModel): Promise<Baseline>;
/** The record is believed where it is about the same data, settings and release. */
export declare function checkedBaseline(record: Report, now: ModelReport, name: string): Baseline;
export {};
