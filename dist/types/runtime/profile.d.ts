import { type Placement } from './placement.js';
export interface OperatorTime {
    /** As onnxruntime runs it: fused, and with operators of its own such as ReorderInput. */
    readonly operator: string;
    /** Milliseconds of one run, over all nodes of this operator. */
    readonly ms: number;
    /** Nodes of this operator that one run executes. */
    readonly nodes: number;
}
export interface Profile {
    /** The slowest first. */
    readonly operators: readonly OperatorTime[];
    /** Most bytes of activations that onnxruntime's arena had in use at the end of a node; null where the profile does not tell. */
    readonly arenaBytes: number | null;
    /** Of the last run; null where the profile does not tell. */
    readonly placement: Placement | null;
}
/**
 * @param runs that are timed: after one that warms up
 * @param runWith opens a session that profiles to files of this prefix, makes `runs` + 1 runs and ends the profile
 */
export declare function profileOf(runs: number, runWith: (prefix: string) => Promise<void>): Promise<Profile>;
