/** Where the jobs of a shared run find what is about which policy. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { partsIn } from '../../src/action/parts.js';

let folder = '';
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'prune-gate-parts-test-')); });
afterEach(() => { rmSync(folder, { recursive: true }); });

const pruned = (): string => join(folder, 'pruned');
const merged = (below?: string) => ({ part: { kind: 'merge', shards: folder, from: below === undefined ? pruned() : join(pruned(), below), ...(below === undefined ? {} : { below }) } });
const sharded = (below: string | undefined, known?: string) => ({ part: { kind: 'shard', index: 2, count: 3, from: below === undefined ? pruned() : join(pruned(), below), ...(known === undefined ? {} : { known }) } });

it('one policy: what the jobs left is about it, and nothing about another', () => {
  const [merge, shard] = [partsIn(folder, pruned(), undefined), partsIn(folder, pruned(), { index: 2, count: 3 })];
  expect([merge.forDecisive('base'), shard.forDecisive('checkout')]).toEqual([merged(), sharded(undefined)]);
  expect([merge.forOther('checkout', 'base', '/out'), shard.forOther('base', 'checkout', '/out')]).toEqual([undefined, undefined]);
});

it('two: the other lies in its folder, and a part knows what the first found', () => {
  mkdirSync(join(pruned(), 'by-change'), { recursive: true });
  const [merge, shard] = [partsIn(folder, pruned(), undefined), partsIn(folder, pruned(), { index: 2, count: 3 })];
  expect([merge.forDecisive('base'), merge.forOther('checkout', 'base', '/out')]).toEqual([merged(), merged('by-change')]);
  expect([shard.forOther('checkout', 'ref', '/out'), shard.forDecisive('ref')].reverse()).toEqual([sharded(undefined), sharded('by-change', '/out')]);
});

it('a label that was set after the jobs changes who decides, and not where they left what is about whom', () => {
  mkdirSync(join(pruned(), 'by-change'), { recursive: true });
  const merge = partsIn(folder, pruned(), undefined);
  expect([merge.forOther('base', 'checkout', '/out'), merge.forDecisive('checkout')]).toEqual([merged(), merged('by-change')]);
});
