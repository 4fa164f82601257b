/**
 * Fetches a Vulkan driver that runs on the processor, for tests of webgpu on machines without a GPU: Debian's packages
 * libvulkan1 (the loader) and chromium-common (SwiftShader), unpacked into node_modules/.cache/vulkan. Needs no root, installs
 * nothing on the machine, and does nothing where they are there already.
 *
 *   node scripts/software-vulkan.mjs     prints the folder, or says why there is none and exits with 1
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const PACKAGES = ['libvulkan1', 'chromium-common'];

const cache = join(resolve(dirname(fileURLToPath(import.meta.url)), '..'), 'node_modules/.cache');

/** What a process needs to use it; undefined where it was not fetched. */
export function vulkanEnvironment(folder = join(cache, 'vulkan')) {
  const icd = join(folder, 'usr/lib/chromium/vk_swiftshader_icd.json');
  return existsSync(icd) ? { VK_ICD_FILENAMES: icd, LD_LIBRARY_PATH: join(folder, 'usr/lib/x86_64-linux-gnu') } : undefined;
}

function fetch() {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('it is for Linux on x64');
  mkdirSync(cache, { recursive: true });
  const work = mkdtempSync(join(cache, 'vulkan-'));
  // Lists of its own: those of the machine may be absent, and are another's to write.
  const options = [`-oDir::State::Lists=${join(work, 'lists')}`, '-oAPT::Sandbox::User=root'];
  try {
    mkdirSync(join(work, 'lists/partial'), { recursive: true });
    const run = (command, args) => execFileSync(command, args, { cwd: work, stdio: ['ignore', 'ignore', 'pipe'], timeout: 300_000 });
    run('apt-get', [...options, 'update']);
    run('apt-get', [...options, 'download', ...PACKAGES]);
    for (const file of readdirSync(work).filter((name) => name.endsWith('.deb'))) run('dpkg', ['-x', file, join(work, 'root')]);
    rmSync(join(cache, 'vulkan'), { recursive: true, force: true });
    renameSync(join(work, 'root'), join(cache, 'vulkan'));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    if (vulkanEnvironment() === undefined) fetch();
    console.log(join(cache, 'vulkan'));
  } catch (error) {
    console.error(`no Vulkan driver in software: ${String(error.stderr ?? error.message).trim().split('\n').at(-1)}`);
    process.exitCode = 1;
  }
}
