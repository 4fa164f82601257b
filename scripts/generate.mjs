/** Runs every scripts/generate-*.mjs, passing on its arguments: `--check` writes nothing and fails where a file is stale. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const generators = readdirSync(import.meta.dirname).filter((name) => /^generate-.*\.mjs$/u.test(name)).sort();
let failed = 0;
for (const name of generators) {
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, name), ...process.argv.slice(2)], { stdio: 'inherit' });
  if (status !== 0) failed += 1;
}
process.exit(failed === 0 ? 0 : 1);
