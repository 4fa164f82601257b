import { type Model } from '../onnx/ir.js';
import { type Dependence } from './dependence.js';
import type { Shapes } from './probe.js';
import type { HostTensor, Port } from './types.js';
import { type Workbench } from './variants.js';
/** Elements a steering value may have. */
export declare const MOST_SMALL = 1024;
export interface SmallTensor {
    readonly tensor: HostTensor;
    /** The second run gave the same. */
    readonly constant: boolean;
}
export declare function smallValues(bench: Workbench, model: Model, types: ReadonlyMap<string, Port>, dependence: Dependence, first: Shapes, second: Shapes | undefined): Promise<ReadonlyMap<string, SmallTensor>>;
