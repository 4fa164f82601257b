/** Tensors kept between passes, in memory and on disk. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Spool } from '../../src/calibrate/spool.js';
import type { HostTensor } from '../../src/runtime/types.js';
import { inFolder } from './bench-model.js';

const batch = (seed: number): HostTensor[] => [
  { type: 'float32', dims: [2, 2], data: Float32Array.of(seed, seed + 0.5, -seed, NaN) },
  { type: 'int64', dims: [seed % 3], data: BigInt64Array.from({ length: seed % 3 }, (_, i) => BigInt(seed * i)) },
];

async function contents(spool: Spool): Promise<string[]> {
  const found: string[] = [];
  for (let at = 0; at < spool.batches; at++) {
    found.push((await spool.read(at)).map(({ type, dims, data }) => `${type} ${dims.join('x')} ${data.constructor.name} ${Array.from<number | bigint>(data).join(' ')}`).join('; '));
  }
  return found;
}

describe('a spool', () => {
  it('gives back what it took, wherever that lies, as often as asked', async () => {
    await inFolder(async (folder) => {
      const expected: string[] = [];
      // All in memory, part of it, none.
      for (const [memory, onDisk] of [[1e6, false], [60, true], [0, true]] as const) {
        const path = join(folder, `spool-${String(memory)}`);
        const spool = new Spool(path, memory);
        for (let seed = 1; seed <= 6; seed++) await spool.append(batch(seed));
        expect(spool.batches).toBe(6);
        expect(existsSync(path)).toBe(onDisk);
        const found = await contents(spool);
        expected.push(...(expected.length === 0 ? found : []));
        expect(found).toEqual(expected);
        expect(await contents(spool)).toEqual(expected);
        await spool.remove();
        expect(existsSync(path)).toBe(false);
      }
      expect(expected[1]).toBe('float32 2x2 Float32Array 2 2.5 -2 NaN; int64 2 BigInt64Array 0 2');
    });
  });
});
