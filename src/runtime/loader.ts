/** Where the dynamic loader of this machine (Linux, x64) finds a library by its soname, and where one may lie that it does not find. */
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { entriesOf, printed } from './tools.js';

export interface LibraryPlaces {
  /** Path of a library by its soname; undefined where the loader would not find it. */
  readonly find: (soname: string) => string | undefined;
  /** Paths of the same library, `libcublas.so.12` for `libcublas.so.13`: of other versions, or where the loader does not look. */
  readonly others: (soname: string) => readonly string[];
  /** Whether everything that the loader looks at is known: then what is not found is not there. */
  readonly complete: boolean;
}

export interface LoaderOptions {
  /** Folders that the library which asks names itself (`$ORIGIN` resolved). */
  readonly runpath?: readonly string[];
  /** Folders that the loader does not know, where people may have put libraries all the same. */
  readonly beside?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** What `ldconfig -p` prints. */
  readonly cache?: string;
  /** Folders that the loader looks in without any word from anyone. */
  readonly defaults?: readonly string[];
  /** Where people have CUDA otherwise. */
  readonly usual?: readonly string[];
}

const DEFAULT_FOLDERS = ['/lib/x86_64-linux-gnu', '/usr/lib/x86_64-linux-gnu', '/lib64', '/usr/lib64', '/lib', '/usr/lib'];

/** LD_PRELOAD, LD_LIBRARY_PATH, the asking library's own folders, the loader's cache, its default folders. */
export function loaderPlaces({ runpath = [], beside = [], env = process.env, cache = printed('ldconfig', ['-p']), defaults = DEFAULT_FOLDERS, usual = usualFolders(env) }: LoaderOptions = {}): LibraryPlaces {
  const listOf = (variable: string | undefined, separator: RegExp): string[] => (variable ?? '').split(separator).filter((entry) => entry !== '');
  const preloaded = listOf(env.LD_PRELOAD, /[ :]/u);
  const folders = [...listOf(env.LD_LIBRARY_PATH, /[:;]/u), ...runpath];
  const cached = new Map<string, string>();
  for (const [, name = '', kind = '', path = ''] of cache.matchAll(/^\s*(\S+) \((.*)\) => (\S+)$/gmu)) {
    if (kind.includes('x86-64') && !cached.has(name)) cached.set(name, path);
  }
  const inFolders = (name: string, list: readonly string[]): string | undefined => list.map((folder) => join(folder, name)).find((path) => existsSync(path));
  return {
    complete: cached.size > 0,
    find: (name) => preloaded.find((path) => basename(path) === name) ?? inFolders(name, folders) ?? cached.get(name) ?? inFolders(name, defaults),
    others: (name) => {
      const stem = `${name.split('.so')[0] ?? name}.so.`;
      const looked = new Set([...folders, ...defaults]);
      const all = [...[...looked, ...beside, ...usual].flatMap((folder) => entriesOf(folder).map((entry) => join(folder, entry))), ...cached.values()];
      const near = all.filter((path) => basename(path).startsWith(stem) && /\.so\.\d+$/u.test(path));
      // Of the same name it is another only where the loader does not come by.
      return [...new Set(near)].filter((path) => basename(path) !== name || ![...looked].some((folder) => path === join(folder, name))).sort();
    },
  };
}

/** Where CUDA, cuDNN and TensorRT are put by NVIDIA's packages and by Python's. */
export function usualFolders(env: NodeJS.ProcessEnv): string[] {
  const toolkits = ['/usr/local', '/opt'].flatMap((root) => entriesOf(root).filter((name) => /^(?:cuda|tensorrt)/iu.test(name)).map((name) => join(root, name)));
  const prefixes = [env.VIRTUAL_ENV, env.CONDA_PREFIX, '/usr', '/usr/local'].filter((folder) => folder !== undefined);
  const pythons = prefixes.flatMap((prefix) => entriesOf(join(prefix, 'lib')).filter((name) => name.startsWith('python')).map((name) => join(prefix, 'lib', name)));
  const wheels = pythons.flatMap((python) => ['site-packages', 'dist-packages'].map((name) => join(python, name, 'nvidia')));
  return [
    ...toolkits.flatMap((root) => ['lib64', 'lib', 'targets/x86_64-linux/lib'].map((name) => join(root, name))),
    ...(env.CONDA_PREFIX === undefined ? [] : [join(env.CONDA_PREFIX, 'lib')]),
    ...wheels.flatMap((wheel) => entriesOf(wheel).map((name) => join(wheel, name, 'lib'))),
  ];
}
