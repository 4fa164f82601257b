/** A Linux library of a few hundred bytes that asks for others: what a provider library looks like to whoever reads its dynamic section. */

export interface ElfParts {
  readonly needed: readonly string[];
  readonly runpath?: string;
  /** Bytes after all of it, as texts of the program would be. */
  readonly texts?: string;
}

const [PT_LOAD, PT_DYNAMIC, DT_NEEDED, DT_STRTAB, DT_STRSZ, DT_RUNPATH] = [1, 2, 1, 5, 10, 29];
const BASE = 0x10000;

export function elfFile({ needed, runpath, texts = '' }: ElfParts): Buffer {
  const names = [...needed, ...(runpath === undefined ? [] : [runpath])];
  const strings = Buffer.from(`\0${names.map((name) => `${name}\0`).join('')}`, 'latin1');
  const offsets = names.map((_, i) => 1 + names.slice(0, i).reduce((sum, { length }) => sum + length + 1, 0));
  const headers = 64 + 2 * 56;
  const entries: [number, number][] = [
    ...needed.map((_, i): [number, number] => [DT_NEEDED, offsets[i] ?? 0]), ...(runpath === undefined ? [] : [[DT_RUNPATH, offsets[needed.length] ?? 0] as [number, number]]),
    [DT_STRTAB, BASE + headers], [DT_STRSZ, strings.length], [0, 0],
  ];
  const dynamic = Buffer.alloc(16 * entries.length);
  entries.forEach(([tag, value], i) => { dynamic.writeBigInt64LE(BigInt(tag), 16 * i); dynamic.writeBigUInt64LE(BigInt(value), 16 * i + 8); });
  const header = Buffer.alloc(64);
  header.write('\x7fELF\x02\x01\x01', 'latin1');
  header.writeUInt16LE(3, 16); // a shared library
  header.writeUInt16LE(62, 18); // x86-64
  header.writeBigUInt64LE(64n, 32);
  header.writeUInt16LE(56, 54);
  header.writeUInt16LE(2, 56);
  const segment = (type: number, offset: number, bytes: number): Buffer => {
    const row = Buffer.alloc(56);
    row.writeUInt32LE(type, 0);
    [offset, BASE + offset, BASE + offset, bytes, bytes, 8].forEach((value, i) => { row.writeBigUInt64LE(BigInt(value), 8 + 8 * i); });
    return row;
  };
  const at = headers + strings.length;
  return Buffer.concat([header, segment(PT_LOAD, 0, at + dynamic.length), segment(PT_DYNAMIC, at, dynamic.length), strings, dynamic, Buffer.from(texts, 'latin1')]);
}

/** What onnxruntime-gpu 1.30.0's library for CUDA asks for, and the texts in it that tell of cuDNN (as code has them) and of its release. */
export const CUDA_PROVIDER: ElfParts = {
  needed: ['libcublasLt.so.13', 'libcublas.so.13', 'libcurand.so.10', 'libcudart.so.13', 'libcuda.so.1', 'libc.so.6'],
  texts: 'H\xb8libcudnnH\x89\x84$\xc0\0\0\0H\xb8dnn.so.9H\xc7D$X\0\0\0\0 (exclusive).\x001.30.0\0cudaSetDevice(id)\0libcudnn.so\0',
};

export const TENSORRT_PROVIDER: ElfParts = { needed: ['libcublas.so.13', 'libnvinfer.so.10', 'libnvonnxparser.so.10', 'libcudart.so.13', 'libcudnn.so.9', 'libc.so.6'] };
