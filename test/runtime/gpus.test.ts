import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { adapters } from '../../src/runtime/gpus.js';
import { inFolder } from './support.js';

it('GPUs are told by their PCI numbers, and by the driver that was pointed to', () => inFolder((folder) => {
  for (const [name, kind, vendor, device] of [['0000:01:00.0', '0x030200', '0x10de', '0x2335'], ['0000:02:00.0', '0x030000', '0x8086', '0x56c0'], ['0000:03:00.0', '0x020000', '0x8086', '0x1572'], ['0000:04:00.0', '0x030200', '0x10de', '0x2335']] as const) {
    mkdirSync(join(folder, name));
    for (const [file, text] of [['class', kind], ['vendor', vendor], ['device', device]] as const) writeFileSync(join(folder, name, file), `${text}\n`);
  }
  expect(adapters({ VK_ICD_FILENAMES: '/opt/swiftshader.json' }, folder)).toEqual(['pci 10de:2335', 'pci 8086:56c0', '/opt/swiftshader.json']);
  expect(adapters({}, join(folder, 'none'))).toEqual([]);
  return Promise.resolve();
}));
