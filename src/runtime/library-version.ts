/** The version of a library of NVIDIA's by its files: the name that its soname is a link to, or the header that lies beside it. */
import { readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

interface Header {
  readonly library: RegExp;
  readonly file: string;
  /** Undefined where the text holds none. */
  readonly read: (text: string) => string | undefined;
}

/** Python's packages have the library under its soname alone, and these headers. */
const HEADERS: readonly Header[] = [
  {
    library: /^libcudart\./u, file: 'cuda_runtime_api.h',
    // 13020 is 13.2.
    read: (text) => {
      const [, number] = /#define\s+CUDART_VERSION\s+(\d+)/u.exec(text) ?? [];
      return number === undefined ? undefined : `${Math.floor(Number(number) / 1000)}.${Math.floor((Number(number) % 1000) / 10)}`;
    },
  },
  { library: /^libcudnn\./u, file: 'cudnn_version.h', read: (text) => joined(text, ['CUDNN_MAJOR', 'CUDNN_MINOR', 'CUDNN_PATCHLEVEL']) },
  { library: /^libnvinfer\./u, file: 'NvInferVersion.h', read: (text) => joined(text, ['NV_TENSORRT_MAJOR', 'NV_TENSORRT_MINOR', 'NV_TENSORRT_PATCH']) },
];

/** `13.0.96`, or as much of it as is known, which may be the soname's number alone; undefined where not even that is. */
export function versionOfLibrary(path: string): string | undefined {
  const real = resolved(path);
  const ofName = /\.so\.(\d+(?:\.\d+)*)$/u;
  const long = ofName.exec(basename(real))?.[1];
  if (long?.includes('.') === true) return long;
  const header = HEADERS.find(({ library }) => library.test(basename(path)));
  return (header === undefined ? undefined : readHeader(join(dirname(real), '../include', header.file), header)) ?? long ?? ofName.exec(basename(path))?.[1];
}

function resolved(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

function readHeader(path: string, { read }: Header): string | undefined {
  try {
    return read(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

function joined(text: string, names: readonly string[]): string | undefined {
  const parts = names.map((name) => new RegExp(String.raw`#define\s+${name}\s+(\d+)`, 'u').exec(text)?.[1]);
  return parts.includes(undefined) ? undefined : parts.join('.');
}
