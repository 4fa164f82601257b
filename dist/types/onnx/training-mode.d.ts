import type { Graph, Tensor } from './ir.js';
/** @param outer tensors of the graphs around it @throws UserError `training-mode` where a Dropout is told to drop */
export declare function refuseTrainingMode(graph: Graph, outer?: ReadonlyMap<string, Tensor>): void;
