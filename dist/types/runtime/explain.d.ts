/** onnxruntime's messages, turned into errors a person can act on. */
import { UserError } from '../errors.js';
/** `model-rejected` or something more exact. `where` is the model as the user knows it. */
export declare function openError(thrown: unknown, where: string): UserError;
/** `run-failed` or something more exact. */
export declare function runError(thrown: unknown, where: string): UserError;
/** The part of onnxruntime's message that says what is wrong: no source locations, no temporary paths, one line. */
export declare function shorten(message: string): string;
