import type { Model } from '../onnx/ir.js';
import type { Port } from './types.js';
import { type Workbench } from './variants.js';
/**
 * Ports by value name for outputs of main-graph nodes. `type` is undefined where the value is no tensor or of a type
 * without host array; a value is absent where onnxruntime would not have it as an output.
 * Throws what opening the model throws, where that is what fails.
 */
export declare function valueTypes(bench: Workbench, model: Model): Promise<ReadonlyMap<string, Port>>;
