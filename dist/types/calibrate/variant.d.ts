/** Opening a variant of a model: a small proto beside its stored weights, gone again when it is done with. */
import type { Model } from '../onnx/ir.js';
import type { Runtime, Session } from '../runtime/types.js';
/** Writes the model into `directory`, opens it, and hands the session to `use`; session and files go in any case. */
export declare function withVariant<T>(runtime: Runtime, model: Model, directory: string, use: (session: Session) => Promise<T>): Promise<T>;
