/** A cut: which classes go, and what that leaves along every axis. */
import type { Coupling } from '../ops/coupling.js';
import type { Analysis } from './groups.js';
import type { Selection } from './types.js';
export interface Cut {
    /** Classes (union-find roots) that go. */
    readonly removed: ReadonlySet<number>;
    /** Positions that stay along a value's axis, ascending; null where all stay. */
    kept(value: string, axis: number): readonly number[] | null;
}
export declare function makeCut(coupling: Coupling, analysis: Analysis, selection: Selection): Cut;
/** What several cuts leave, one after the other, as positions in the model that the first one cut. */
export declare function keptAfter(cuts: readonly Pick<Cut, 'kept'>[], value: string, axis: number): readonly number[] | null;
