import type { Model } from '../onnx/ir.js';
import type { DeviceName } from '../policy/types.js';
import type { Port, Runtime } from '../runtime/types.js';
export interface Subject {
    /** Absolute path of the model file. */
    readonly path: string;
    /** The model file and its external data files. */
    readonly files: readonly string[];
    readonly sha256: string;
    /** Bytes on disk, external data included. */
    readonly fileBytes: number;
    /** Weights lie in `directory`. */
    readonly model: Model;
    readonly hadExternalData: boolean;
    /** Weights that the file holds as sparse initializers; dense in `model`. */
    readonly sparse: number;
    readonly directory: string;
    readonly runtime: Runtime;
    readonly inputs: readonly Port[];
    dispose(): Promise<void>;
}
export declare function openSubject(workspace: string, path: string, device: DeviceName): Promise<Subject>;
/** sha256 of a model as `openSubject` tells it, without opening it. Throws where it cannot be read. */
export declare function hashModel(workspace: string, path: string): Promise<string>;
/** A variant of the subject's model beside its weights; gone with the subject. */
export declare function placeVariant(subject: Subject, model: Model, name: string): Promise<string>;
export declare function hashFiles(files: readonly string[]): Promise<{
    sha256: string;
    bytes: number;
}>;
