import type { MetricSpec, ModelPolicy } from '../policy/types.js';
import type { Measured } from '../prune/structured.js';
import type { SweepPoint } from '../report/types.js';
import type { SweepCost } from '../request.js';
import type { ModelRun } from './model-run.js';
import type { PruneInputs } from './prune-inputs.js';
import type { RunSamples } from './samples.js';
import type { Subject } from './subject.js';
export declare const POINT_FILE = "point.json";
/** What the points of one curve have in common. */
export interface Sweep {
    readonly run: ModelRun;
    readonly subject: Subject;
    readonly samples: RunSamples;
    readonly inputs: PruneInputs;
    readonly metric: MetricSpec;
    readonly cost: SweepCost;
    readonly densePath: string;
    readonly batch: number;
    readonly measured: Measured;
}
export interface PointRecord {
    /** Of everything that the point depends on. */
    readonly key: string;
    /** Of the pruned model, over its files. */
    readonly sha256: string;
    /** Names beside the record. */
    readonly files: readonly string[];
    /** The dense model's quality on the same samples. */
    readonly dense: number | null;
    readonly point: SweepPoint;
    /** What the prune noted. */
    readonly notes: readonly string[];
}
/** The point, or why no cut goes so far. */
export type Outcome = {
    readonly record: PointRecord;
    readonly reused: boolean;
} | {
    readonly stopped: string;
};
/** Folder of a point, below the output folder. */
export declare const pointFolder: (model: string, factor: number, cost: SweepCost) => string;
export declare function pointKey(inputs: PruneInputs, factor: number, { cost, metric, latency }: {
    cost: SweepCost;
    metric: MetricSpec;
    latency: ModelPolicy['latency'];
}): string;
/** The last structured step: those before it prepare. @throws UserError `nothing-to-sweep` */
export declare function stepToSweep({ prune }: ModelPolicy): number;
export declare function pointAt(sweep: Sweep, factor: number): Promise<Outcome>;
export declare function writePoint(place: string, record: PointRecord): Promise<void>;
/** Whether the model lies in `place` as it was written. Throws where it cannot be read. */
export declare function hasItsModel(place: string, { files, sha256 }: PointRecord): Promise<boolean>;
