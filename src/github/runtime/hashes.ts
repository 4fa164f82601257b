/** What onnxruntime-node must consist of, file by file, before it is loaded: dist/runtime/sha256.json, made with the bundle. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { UserError } from '../../errors.js';
import { wayTo } from '../../paths.js';

export interface RuntimeHashes {
  readonly version: string;
  /** Identifies the whole list: part of cache keys. */
  readonly digest: string;
  /** Path below node_modules, with `/`, to sha256: what this platform loads. */
  readonly files: ReadonlyMap<string, string>;
}

interface HashFile {
  readonly version: string;
  readonly files: Readonly<Record<string, string>>;
  readonly platforms: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** This machine as sha256.json names it. Linux without glibc (Alpine's musl) is another platform: what is built for glibc does not load there. */
export function platformName({ platform, arch, glibc }: { platform: string; arch: string; glibc: boolean } = thisMachine()): string {
  return `${platform}-${arch}${platform === 'linux' && !glibc ? ' without glibc (musl)' : ''}`;
}

function thisMachine(): { platform: string; arch: string; glibc: boolean } {
  const { platform, arch, report } = process;
  if (platform !== 'linux') return { platform, arch, glibc: false };
  // Node would ask for the names of all hosts that it talks to.
  Object.assign(report, { excludeNetwork: true });
  const { header } = report.getReport() as unknown as { header: { glibcVersionRuntime?: string } };
  return { platform, arch, glibc: header.glibcVersionRuntime !== undefined };
}

/** Throws UserError `platform-unsupported` where onnxruntime-node has no build for this platform. */
export async function readHashes(assets: string, platform: string): Promise<RuntimeHashes> {
  const text = await readFile(join(assets, 'sha256.json'), 'utf8');
  const { version, files, platforms } = JSON.parse(text) as HashFile;
  const native = Object.hasOwn(platforms, platform) ? platforms[platform] : undefined;
  if (native === undefined) {
    throw new UserError({
      code: 'platform-unsupported',
      message: `onnxruntime-node ${version} has no build for ${platform}`,
      fix: `run the job on one of: ${Object.keys(platforms).join(', ')}; Linux with glibc, such as ubuntu-latest or a container of Debian`,
    });
  }
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 16);
  return { version, digest, files: new Map([...Object.entries(files), ...Object.entries(native)]) };
}

/**
 * Why the packages in this node_modules folder are not the expected ones; undefined where they are. `exact` also
 * refuses files beyond the list: a library beside the expected ones might be loaded by them.
 */
export async function mismatch(modules: string, { files }: RuntimeHashes, exact: boolean): Promise<string | undefined> {
  for (const [path, expected] of files) {
    const found = await sha256(join(modules, path));
    if (found === undefined) return `${path} is missing`;
    if (found !== expected) return `${path} has the sha256 ${found}, expected ${expected}`;
  }
  if (!exact) return undefined;
  const extra = (await filesBelow(modules)).find((path) => !files.has(path));
  return extra === undefined ? undefined : `${extra} does not belong there`;
}

/** A file beside onnxruntime's own libraries that is not listed, in words; undefined where there is none. */
export async function unlistedLibrary(modules: string, { files }: RuntimeHashes): Promise<string | undefined> {
  const folder = `onnxruntime-node/bin/napi-v6/${process.platform}/${process.arch}`;
  const extra = (await filesBelow(join(modules, folder))).map((name) => `${folder}/${name}`).find((path) => !files.has(path));
  return extra === undefined ? undefined : `${extra} does not belong there, in a checkout that every pull request can write`;
}

/** Undefined for what is not a regular file: a link may point elsewhere by the time it is loaded. */
async function sha256(path: string): Promise<string | undefined> {
  const hash = createHash('sha256');
  try {
    if (!(await lstat(path)).isFile()) return undefined;
    await pipeline(createReadStream(path), hash);
  } catch {
    return undefined;
  }
  return hash.digest('hex');
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => !entry.isDirectory())
    .map((entry) => wayTo(folder, join(entry.parentPath, entry.name))).sort();
}
