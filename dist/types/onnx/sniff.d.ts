/** What a file that is no ONNX model looks like, from its first bytes. */
/** `a zip archive`, ...; undefined for bytes that look like nothing known. */
export declare function looksLike(bytes: Uint8Array): string | undefined;
export declare const LFS_POINTER = "a Git LFS pointer";
