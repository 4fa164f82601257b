import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
// @ts-expect-error A plain JavaScript file.
import * as bootstrap from '../../scripts/bootstrap.mjs';

const { isCurrent } = bootstrap as { isCurrent: (folder: string) => boolean };

const WANTED = {
  '': { version: '1.0.0' },
  'node_modules/a': { version: '1.0.0', integrity: 'sha512-aa' },
  'node_modules/only-on-windows': { version: '2.0.0', integrity: 'sha512-bb', optional: true },
};

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function clone(installed: object | undefined): string {
  const folder = mkdtempSync(join(tmpdir(), 'bootstrap-'));
  folders.push(folder);
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages: WANTED }));
  if (installed !== undefined) {
    mkdirSync(join(folder, 'node_modules'));
    writeFileSync(join(folder, 'node_modules/.package-lock.json'), JSON.stringify({ packages: installed }));
  }
  return folder;
}

describe('bootstrap', () => {
  it('installs in a fresh clone', () => {
    expect(isCurrent(clone(undefined))).toBe(false);
  });

  it('leaves an installation alone that is what the lockfile asks for', () => {
    expect(isCurrent(clone({ 'node_modules/a': WANTED['node_modules/a'] }))).toBe(true);
    expect(isCurrent(clone(WANTED))).toBe(true);
  });

  it.each([
    ['is missing', {}],
    ['has another version', { 'node_modules/a': { version: '0.9.0', integrity: 'sha512-aa' } }],
    ['has other contents', { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-zz' } }],
  ])('installs again where a package %s', (_, installed) => {
    expect(isCurrent(clone(installed))).toBe(false);
  });

  it('finds this working tree as npm left it', () => {
    expect(isCurrent(resolve(import.meta.dirname, '../..'))).toBe(true);
  });
});
