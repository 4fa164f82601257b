import type { Model } from '../onnx/ir.js';
import type { Runtime, Session } from '../runtime/types.js';
/**
 * Writes the model into `directory`, opens it, and hands the session to `use`; the session is released and the file
 * removed in any case.
 */
export declare function withVariant<T>(runtime: Runtime, model: Model, directory: string, use: (session: Session) => Promise<T>): Promise<T>;
