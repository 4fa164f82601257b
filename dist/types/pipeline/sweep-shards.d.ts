import type { Finding, ModelReport } from '../report/types.js';
import type { Share, SweepCost } from '../request.js';
import type { Draft, ModelRun } from './model-run.js';
import { type PruneInputs } from './prune-inputs.js';
import { type Outcome, type Sweep } from './sweep-point.js';
/** What one machine leaves of its points. */
export interface SweepShard {
    readonly version: 1;
    readonly model: string;
    readonly index: number;
    readonly count: number;
    /** sha256 of the policy file. */
    readonly policy: string;
    readonly inputs: PruneInputs;
    readonly cost: SweepCost;
    /** Of the whole curve, rising. */
    readonly factors: readonly number[];
    readonly device: ModelReport['device'];
    readonly findings: readonly Finding[];
    /** All that was noted, of points and beside them. */
    readonly notes: readonly string[];
    readonly outcomes: readonly (Outcome & {
        readonly factor: number;
    })[];
}
type Placed = SweepShard & {
    readonly place: string;
};
/** What the parts made, checked: every point of the curve up to where it ends. */
export interface SharedCurve {
    readonly cost: SweepCost;
    readonly factors: readonly number[];
    readonly shards: readonly Placed[];
}
export declare function factorsOf(factors: readonly number[], { index, count }: Share): readonly number[];
/** A part that was begun again is not there until it is done. */
export declare function withdrawShard({ request, model }: ModelRun, share: Share): Promise<void>;
export declare function writeShard({ run: { request, model, policy, journal }, inputs, cost }: Sweep, share: Share, factors: readonly number[], outcomes: SweepShard['outcomes'], { report }: Draft): Promise<void>;
/** Every part of this model below the folder, in order. Throws UserError `shard-missing`, `shard-duplicate`, `shard-damaged`. */
export declare function readCurve(folder: string, model: string): Promise<SharedCurve>;
/**
 * The device is a name here, and need not be one of this machine: parts agree on one, and on `--device` where it is given.
 *
 * Throws UserError `shard-foreign` for a part that is not about what is checked out here, `shard-damaged` for one with other points than its own.
 */
export declare function requireShards({ run: { request, model, policy }, inputs: here, metric }: Sweep, { cost, factors, shards }: SharedCurve): void;
/** The point as its part left it, model and plan taken over. Throws UserError `shard-damaged`, `shard-missing`. */
export declare function takePoint({ run: { request, model } }: Sweep, { cost, shards }: SharedCurve, factor: number): Promise<Outcome>;
/** What the parts say beside their points: devices, and machines whose timings are not each other's. */
export declare function adoptRemarks({ run: { journal } }: Sweep, { shards }: SharedCurve, draft: Draft): void;
export {};
