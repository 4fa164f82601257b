import { type Model } from '../onnx/ir.js';
import { type Movement } from '../ops/facts.js';
import type { Shapes } from './probe.js';
import type { SmallTensor } from './small-values.js';
import type { Port, Runtime } from './types.js';
/** Elements of a traced tensor, and of its results. */
export declare const MOST_TRACED: number;
export interface Movements {
    readonly movements: ReadonlyMap<number, Movement>;
    readonly untraced: ReadonlyMap<number, string>;
}
/** Traces the data movement of the main graph, each distinct movement once. */
export declare function traceMovements(runtime: Runtime, model: Model, types: ReadonlyMap<string, Port>, shapes: Shapes, small: ReadonlyMap<string, SmallTensor>): Promise<Movements>;
