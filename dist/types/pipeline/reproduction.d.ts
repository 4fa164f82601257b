import type { FailedCut } from '../prune/prove-failed.js';
/** Name of the folder beside a model's other files. */
export declare const REPRODUCTION = "prove-failed";
/** Writes `dense.onnx`, `pruned.onnx`, `feeds.npz` and `cut.json` into `prove-failed` of the folder. */
export declare function writeReproduction(folder: string, { dense, pruned, selection, feeds, mismatch }: FailedCut): Promise<void>;
