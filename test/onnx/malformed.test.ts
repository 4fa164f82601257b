import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.js';
import type { Model } from '../../src/onnx/ir.js';
import { readModel } from '../../src/onnx/read.js';
import { hasSharedData, sharedData } from '../shared-data.js';

/** What refuses each file that onnxruntime does not load either. */
const CODES = new Map([
  ['empty', 'model-empty'], ['truncated_half', 'model-truncated'], ['lfs_pointer', 'lfs-pointer'], ['html_404', 'not-onnx'],
  ['random_bytes', 'not-onnx'], ['torch_zip', 'not-onnx'], ['ext_traversal', 'external-outside'], ['ext_missing', 'external-missing'],
  ['ext_short', 'external-short'], ['dims_overflow', 'tensor-dims'], ['dims_negative', 'tensor-dims'], ['raw_too_short', 'tensor-size'],
  ['cycle', 'graph-cycle'], ['dup_output', 'graph-duplicate'], ['dangling_input', 'graph-dangling'],
  ['opset_9999', 'opset-unsupported'], ['opset_5', 'opset-unsupported'], ['no_graph', 'no-graph'],
]);

/** Wrong only for those who know the operators: onnxruntime refuses them. */
const OPERATORS_MATTER = new Set(['unknown_op', 'shape_mismatch']);

interface Row { readonly name: string; readonly what: string; readonly loads: boolean }

function rows(): Row[] {
  if (!hasSharedData) return [];
  return readFileSync(sharedData('malformed-models/MANIFEST.tsv'), 'utf8').trim().split('\n').slice(1)
    .map((line) => line.split('\t')).filter(([file]) => file?.endsWith('.onnx'))
    .map(([file, , what, load]) => ({ name: file?.replace('.onnx', '') ?? '', what: what ?? '', loads: load === 'ok' }));
}

const read = (name: string): Promise<Model> => readModel(sharedData(`malformed-models/${name}.onnx`));

describe.skipIf(!hasSharedData)('the malformed models of shared data (needs ../shared/data)', () => {
  it('covers every row of the manifest', () => {
    const refused = rows().filter(({ loads, name }) => !loads && !OPERATORS_MATTER.has(name)).map(({ name }) => name);
    expect(refused.sort()).toEqual([...CODES.keys()].sort());
  });

  it.each(rows())('$name: $what', async ({ name, loads }) => {
    const code = CODES.get(name);
    if (loads || code === undefined) {
      expect((await read(name)).graph.nodes.length).toBeGreaterThan(0);
      return;
    }
    const thrown: unknown = await read(name).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(UserError);
    const { code: found, where, fix, message } = thrown as UserError;
    expect(found).toBe(code);
    expect(where).toContain(`${name}.onnx`);
    expect(fix).toBeTruthy();
    expect(message.length).toBeLessThan(300);
  });

  it('names what a file looks like, and how to fetch a Git LFS file', async () => {
    await expect(read('html_404')).rejects.toThrow(/HTML page/);
    await expect(read('torch_zip')).rejects.toThrow(/zip archive/);
    await expect(read('lfs_pointer')).rejects.toMatchObject({ fix: expect.stringContaining('lfs: true') });
  });
});
