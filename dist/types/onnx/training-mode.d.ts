import type { Graph } from './ir.js';
/** @throws UserError `training-mode` where a Dropout is told to drop */
export declare function refuseTrainingMode({ graph }: {
    readonly graph: Graph;
}): void;
