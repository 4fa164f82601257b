/** What a file that is no ONNX model looks like, from its first bytes. */

/** Bytes looked at. */
const HEAD = 512;

/** A file's first characters, byte for byte, and what such a file is. The first that matches counts. */
const SIGNATURES: readonly (readonly [RegExp, string])[] = [
  [/^version https:\/\/git-lfs/, 'a Git LFS pointer'],
  [/^(\s|\u00ef\u00bb\u00bf)*<(!doctype html|html|head|body)/i, 'an HTML page, such as a download error'],
  [/^(\s|\u00ef\u00bb\u00bf)*<(\?xml|[a-z])/i, 'an XML file'],
  [/^PK(\u0003\u0004|\u0005\u0006)/, 'a zip archive (PyTorch checkpoints are zip archives)'],
  [/^\u001f\u008b/, 'a gzip file'],
  [/^\u0028\u00b5\u002f\u00fd/, 'a zstd file'],
  [/^\u0080[\u0002-\u0005]/, 'a Python pickle (PyTorch checkpoints are pickles)'],
  [/^\u0089HDF/, 'an HDF5 file (Keras weights)'],
  [/^[^]{4}TFL3/, 'a TensorFlow Lite model'],
  [/^[^]{4}ORTM/, 'a model in onnxruntime\'s own ORT format'],
  [/^\u0093NUMPY/, 'a NumPy array'],
  [/^[^]{8}\{"/, 'a safetensors file'],
  [/^\s*[[{]/, 'a JSON file'],
];

/** `a zip archive`, ...; undefined for bytes that look like nothing known. */
export function looksLike(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString('latin1');
  const found = SIGNATURES.find(([pattern]) => pattern.test(head));
  if (found !== undefined) return found[1];
  return /^[\t\n\r\u0020-\u007e]+$/.test(head) ? 'a text file' : undefined;
}

export const LFS_POINTER = 'a Git LFS pointer';
