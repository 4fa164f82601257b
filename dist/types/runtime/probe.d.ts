import { type Model } from '../onnx/ir.js';
import type { Feeds, Session } from './types.js';
/** Dimensions by value name, graph inputs included. */
export type Shapes = ReadonlyMap<string, readonly number[]>;
export interface Probed {
    readonly first: Shapes;
    /** Absent where nothing is open, or no other size runs. */
    readonly second: Shapes | undefined;
    /** Per graph input, per axis: the model declares it open. */
    readonly open: ReadonlyMap<string, readonly boolean[]>;
}
/**
 * @param valueOf output of the session to the value whose shape it is
 * Throws UserError `facts-failed` where an input cannot be made up or no sizes run.
 */
export declare function probeShapes(session: Session | undefined, valueOf: ReadonlyMap<string, string>, model: Model, feeds: Feeds | undefined): Promise<Probed>;
