/** Bounds on what is read from outside, each with its reason. */

/** protobuf messages end at 2 GiB (lengths are int32 in the C++ reader that onnxruntime uses). */
export const MAX_PROTO_BYTES = 2 ** 31 - 1;

/** Above this, weights go to a file beside the proto: leaves room for the rest of the proto under 2 GiB. */
export const MAX_INLINE_BYTES = 1_900_000_000;

/** Oldest operator set read: the operators' attributes and broadcasting settled with opset 7 (ONNX 1.2, IR 3). */
export const MIN_OPSET = 7;
export const MIN_IR_VERSION = 3;

/** Newer than onnxruntime knows is onnxruntime's to refuse; beyond this it is no version number at all. */
export const MAX_PLAUSIBLE_VERSION = 1000;

/** Tensors below this stay in the proto: a range of a file costs about 100 bytes of entries and a system call. */
export const MIN_EXTERNAL_BYTES = 1024;

/** Characters of a name that an error message shows; names in files reach hundreds of kilobytes. */
const MAX_SHOWN_NAME = 80;

/** A name from a model as an error message shows it: quoted, on one line, bounded. */
export function shown(name: string): string {
  const cut = name.length > MAX_SHOWN_NAME ? `${name.slice(0, MAX_SHOWN_NAME)}…` : name;
  return JSON.stringify(cut);
}
