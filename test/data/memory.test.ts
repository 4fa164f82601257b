/**
 * Datasets far larger than a batch, read by a bundle of src/data in a child process of its own: its memory stays bounded,
 * and the module runs bundled, with the decoders' binaries found in their packages.
 */
import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, open, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { npyHeader, writeNpz } from '../../src/data/write-npz.js';
import { copyFixture } from './support.js';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
const MiB = 2 ** 20;

/** Reads a dataset as its argument says; prints how many samples came and the most memory the process ever had. */
const READER = `
import { openSamples } from ${JSON.stringify(join(root, 'src/data/open.ts'))};
const { workspace, source, dims } = JSON.parse(process.argv[2]);
const samples = await openSamples({
  workspace, inputs: [{ name: 'x', type: 'float32', dims }],
  source: { format: 'auto', target: undefined, labels: undefined, sha256: undefined, maxSamples: undefined, inputs: new Map(), ...source },
  preprocess: { scale: 255, mean: [0], std: [1], layout: undefined, color: undefined, resize: undefined, crop: undefined },
});
let count = 0;
for await (const { indices } of samples.batches(32)) count += indices.length;
console.log(JSON.stringify({ count, mebibytes: process.resourceUsage().maxRSS / 1024 }));
`;

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'prune-gate-data-memory-'));
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  await build({
    stdin: { contents: READER, resolveDir: root, loader: 'ts' }, outfile: join(folder, 'reader.js'), bundle: true, platform: 'node', format: 'esm', target: 'node20',
    banner: { js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);" }, logLevel: 'error',
  });
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function read(path: string, dims: readonly (number | string)[]): Promise<{ count: number; mebibytes: number }> {
  const argument = JSON.stringify({ workspace: folder, source: { path }, dims });
  const { stdout } = await run(process.execPath, ['--max-old-space-size=64', join(folder, 'reader.js'), argument]);
  return JSON.parse(stdout) as { count: number; mebibytes: number };
}

describe('memory', () => {
  const samples = 4096;
  const dims = [samples, 224, 224, 1];
  const bytes = samples * 224 * 224;

  it(`stays bounded over a .npy of ${Math.round(bytes / MiB)} MiB`, async () => {
    const header = npyHeader('uint8', dims);
    const file = await open(join(folder, 'large.npy'), 'w');
    await file.write(header);
    // Sparse: zeros that take no disk.
    await file.truncate(header.length + bytes);
    await file.close();
    const { count, mebibytes } = await read('large.npy', ['N', 224, 224, 1]);
    expect(count).toBe(samples);
    // A batch is 2 MB of bytes and 6 MB of floats; the process itself takes about 60 MB.
    expect(mebibytes).toBeLessThan(180);
  });

  it('stays bounded over a deflated archive that unpacks to 1,000 times its size', async () => {
    const zip = new ZipFile();
    const zeros = Buffer.alloc(224 * 224 * 64);
    zip.addBuffer(Buffer.concat([npyHeader('uint8', [1024, 224, 224, 1]), ...Array.from({ length: 16 }, () => zeros)]), 'x.npy', { compress: true });
    zip.end();
    await pipeline(zip.outputStream, createWriteStream(join(folder, 'deflated.npz')));
    const { count, mebibytes } = await read('deflated.npz', ['N', 224, 224, 1]);
    expect(count).toBe(1024);
    expect(mebibytes).toBeLessThan(180);
  });

  it('stays bounded over a CSV of 8,000 lines', async () => {
    const line = `${Array.from({ length: 40 }, (_, i) => i * 1.25).join(',')}\n`;
    await writeFile(join(folder, 'long.csv'), `${Array.from({ length: 40 }, (_, i) => `c${i}`).join(',')}\n${line.repeat(8000)}`);
    const { count, mebibytes } = await read('long.csv', ['N', 40]);
    expect(count).toBe(8000);
    expect(mebibytes).toBeLessThan(200);
  });

  it('decodes images from the bundle', async () => {
    for (const name of ['rgb.png', 'baseline.jpg', 'lossy.webp']) await copyFixture(`images/${name}`, folder, `pictures/a/${name}`);
    expect((await read('pictures', ['N', 12, 16, 3])).count).toBe(3);
  });

  it('writes a large archive piece by piece', async () => {
    const chunk = new Float32Array(MiB);
    function* chunks(): Generator<Float32Array> {
      for (let i = 0; i < 16; i++) yield chunk;
    }
    await writeNpz(join(folder, 'dump.npz'), [{ name: 'x', type: 'float32', dims: [1024, 16384], chunks: chunks() }]);
    expect((await read('dump.npz', ['N', 16384])).count).toBe(1024);
  });
});
