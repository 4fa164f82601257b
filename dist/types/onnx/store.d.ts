import type { Model } from './ir.js';
import { type WrittenFiles } from './write.js';
export declare const WEIGHTS_FILE = "weights.bin";
/**
 * Writes the main graph's initializers of 1 KiB and more (all but strings) to `directory/weights.bin` and gives the
 * model with those initializers there. Smaller ones stay as they are: onnxruntime wants shapes and scalars at hand.
 *
 * @param file where the directory holds weights of other models already; tensors that lie in their files stay there
 */
export declare function storeWeights(model: Model, directory: string, file?: string): Promise<Model>;
/**
 * Writes a variant of a stored model to `path`, in the folder of the stored weights. Tensors that are there are
 * referred to; changed tensors go inside, big ones into `<name>.data`.
 */
export declare function writeVariant(model: Model, path: string): Promise<WrittenFiles>;
export interface Temporary {
    readonly path: string;
    /** Removes all files of the variant. */
    readonly remove: () => Promise<void>;
}
/** As `writeVariant`, into `directory` under a name that no other variant of this process has. */
export declare function writeTemporary(model: Model, directory: string): Promise<Temporary>;
