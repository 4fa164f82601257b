/** Bounds on what is read from outside, each with its reason. */
/** protobuf messages end at 2 GiB (lengths are int32 in the C++ reader that onnxruntime uses). */
export declare const MAX_PROTO_BYTES: number;
/** Above this, weights go to a file beside the proto: leaves room for the rest of the proto under 2 GiB. */
export declare const MAX_INLINE_BYTES = 1900000000;
/** Oldest operator set read: the operators' attributes and broadcasting settled with opset 7 (ONNX 1.2, IR 3). */
export declare const MIN_OPSET = 7;
export declare const MIN_IR_VERSION = 3;
/** Newer than onnxruntime knows is onnxruntime's to refuse; beyond this it is no version number at all. */
export declare const MAX_PLAUSIBLE_VERSION = 1000;
/** Tensors below this stay in the proto: a range of a file costs about 100 bytes of entries and a system call. */
export declare const MIN_EXTERNAL_BYTES = 1024;
/** A name from a model as an error message shows it: quoted, on one line, bounded. */
export declare function shown(name: string): string;
