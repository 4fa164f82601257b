/**
 * The one door between ONNX's wire format and the IR. Nothing outside `codec/` looks into a record's `wire`,
 * and nothing outside `codec/`, `frame.ts` and `wire-check.ts` knows protobuf.
 */
export { hadExternalData, modelFromMessage } from './codec/decode.js';
export { localFunctions } from './codec/functions.js';
export type { LocalFunction } from './codec/functions.js';
export { messageFromModel } from './codec/encode.js';
export type { FileRange, Placed, Placing } from './codec/encode-tensor.js';
export { typedBytes } from './codec/typed.js';
