/**
 * Builds dist/: the bundle that action.yml, the command line and the library share, with its types.
 *
 *   node scripts/build.mjs                 writes dist/
 *   node scripts/build.mjs --check         builds elsewhere and compares with dist/; fails where they differ
 *   node scripts/build.mjs --out DIR       builds there, without types (what tests do)
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { notices } from './build/notices.mjs';
import { runtimeFiles } from './build/runtime.mjs';

/** Binaries that the decoders of images read from beside the bundle (CODEC_FILES in src/data/images/decode.ts). */
const WASM = [
  '@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm',
  '@jsquash/png/codec/pkg/squoosh_png_bg.wasm',
  '@jsquash/webp/codec/dec/webp_dec.wasm',
];

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const ENTRIES = ['action', 'cli', 'worker', 'index'];

/** Packages from before ESM call `require`, which a module does not have. */
const BANNER = "import { createRequire as createRequireForBundle } from 'node:module';\n"
  + 'const require = createRequireForBundle(import.meta.url);';

/** A path of the building machine or a registry's host in the bundle: neither may be published. */
const FORBIDDEN = [root, tmpdir(), 'registry.' + 'npmjs'];

async function bundle(out) {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ENTRIES.map((name) => `src/${name}.ts`),
    outdir: out,
    bundle: true,
    splitting: true,
    chunkNames: 'chunk-[hash]',
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    external: ['onnxruntime-node'],
    // Shorter by a third, and a stack trace still names a line.
    minifyWhitespace: true,
    lineLimit: 160,
    banner: { js: BANNER },
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  });
  write(join(out, 'package.json'), `${JSON.stringify({ type: 'module' }, null, 2)}\n`);
  write(join(out, 'LICENSES.txt'), notices(root, Object.keys(metafile.inputs)));
  for (const path of WASM) cpSync(join(root, 'node_modules', path), join(out, basename(path)));
  for (const [name, text] of runtimeFiles(root)) write(join(out, 'runtime', name), text);
  chmodSync(join(out, 'cli.js'), 0o755);
}

function declarations(out) {
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const options = ['-p', join(root, 'scripts', 'build', 'tsconfig.types.json'), '--outDir', out];
  execFileSync(process.execPath, [tsc, ...options], { stdio: 'inherit' });
}

function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** Relative path to bytes. */
function contents(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.map((path) => [relative(folder, path).replaceAll('\\', '/'), readFileSync(path)]));
}

function refuseForbidden(built) {
  for (const [path, bytes] of built) {
    const found = FORBIDDEN.find((text) => bytes.includes(text));
    if (found !== undefined) throw new Error(`${path} contains "${found}"`);
  }
}

function differences(built, committed) {
  const paths = [...new Set([...built.keys(), ...committed.keys()])].sort();
  return paths.filter((path) => !(built.get(path)?.equals(committed.get(path) ?? Buffer.alloc(0)) ?? false));
}

async function main(args) {
  const dist = join(root, 'dist');
  const given = args[0] === '--out' ? resolve(args[1] ?? '') : undefined;
  const fresh = mkdtempSync(join(tmpdir(), 'prune-gate-build-'));
  try {
    await bundle(fresh);
    if (given === undefined) declarations(join(fresh, 'types'));
    const built = contents(fresh);
    refuseForbidden(built);
    if (args[0] === '--check') return check(differences(built, contents(dist)));
    // The old folder goes first: a chunk that is no longer made must not stay behind.
    const target = given ?? dist;
    rmSync(target, { recursive: true, force: true });
    cpSync(fresh, target, { recursive: true });
    const bytes = [...built.values()].reduce((sum, file) => sum + file.length, 0);
    console.log(`${relative(process.cwd(), target) || target}: ${built.size} files, ${(bytes / 1e6).toFixed(1)} MB`);
    return 0;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

function check(changed) {
  if (changed.length === 0) return 0;
  console.error(`dist/ is not what src/ builds (npm run build):\n${changed.map((path) => `  ${path}`).join('\n')}`);
  return 1;
}

process.exitCode = await main(process.argv.slice(2));
