/**
 * Runs a TypeScript program of this repository: node scripts/run-ts.mjs FILE.ts [ARGUMENTS...]
 * It is bundled into node_modules/.cache first; packages stay outside.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = resolve(fileURLToPath(import.meta.url), '../..');
const [file, ...args] = process.argv.slice(2);
if (file === undefined) {
  console.error('usage: node scripts/run-ts.mjs FILE.ts [ARGUMENTS...]');
  process.exit(2);
}
const outfile = join(root, 'node_modules/.cache/run-ts', `${basename(file, '.ts')}.mjs`);
/** A file that looks for its neighbours finds those of the source, not of the bundle. */
const placed = {
  name: 'placed',
  setup: ({ onLoad }) => {
    onLoad({ filter: /\.ts$/ }, ({ path }) => ({ loader: 'ts', contents: readFileSync(path, 'utf8').replaceAll('import.meta.dirname', JSON.stringify(dirname(path))) }));
  },
};
await build({ entryPoints: [file], outfile, bundle: true, platform: 'node', format: 'esm', packages: 'external', sourcemap: 'inline', logLevel: 'error', plugins: [placed] });
const { status } = spawnSync(process.execPath, ['--enable-source-maps', outfile, ...args], { stdio: 'inherit' });
process.exit(status ?? 1);
