import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
// @ts-expect-error The configuration is plain JavaScript.
import * as configuration from '../../eslint.config.js';

const { LAYERS, layerConfig } = configuration as {
  LAYERS: Record<string, { sees?: string[]; types?: string[]; packages?: string[] }>;
  layerConfig: ESLint.Options['overrideConfig'];
};

const root = resolve(import.meta.dirname, '../..');
const layersOnly = new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig: layerConfig ?? null });

async function complaints(file: string, code: string): Promise<string[]> {
  const [result] = await layersOnly.lintText(code, { filePath: join(root, 'src', file) });
  return (result?.messages ?? []).map((message) => message.message);
}

/** One row: a file of ours, an import in it, and what the rule says (undefined: allowed). */
const CASES: readonly (readonly [file: string, code: string, complaint: string | undefined])[] = [
  // kernels: errors and nothing else.
  ['kernels/solve.ts', "import { UserError } from '../errors.js';", undefined],
  ['kernels/solve.ts', "import { norms } from './norms.js';", undefined],
  ['kernels/solve.ts', "import { DataType } from '../onnx/ir.js';", "'kernels' may not import 'onnx/ir'"],
  ['kernels/solve.ts', "import type { Tensor } from '../onnx/ir.js';", "'kernels' may not import 'onnx/ir'"],
  ['kernels/solve.ts', "import { readFile } from 'node:fs/promises';", "'kernels' may not import the package 'node'"],
  // onnx: no ops, runtime, prune.
  ['onnx/codec.ts', "import { toFloat32 } from '../kernels/float16.js';", undefined],
  ['onnx/codec.ts', "import { solve } from '../kernels/solve.js';", "'onnx' may not import 'kernels/solve'"],
  ['onnx/codec.ts', "import { rules } from '../ops/registry.js';", "'onnx' may not import 'ops/registry'"],
  ['onnx/codec.ts', "import type { Facts } from '../ops/facts.js';", "'onnx' may not import 'ops/facts'"],
  ['onnx/codec.ts', "import { open } from '../runtime/open.js';", "'onnx' may not import 'runtime/open'"],
  ['onnx/codec.ts', "export * from '../prune/apply.js';", "'onnx' may not import 'prune/apply'"],
  // ops: onnx only.
  ['ops/conv.ts', "import { intsAttribute } from '../onnx/ir.js';", undefined],
  ['ops/conv.ts', "import type { Group } from '../prune/types.js';", "'ops' may not import 'prune/types'"],
  ['ops/conv.ts', "import { open } from '../runtime/open.js';", "'ops' may not import 'runtime/open'"],
  // gate and report: types only.
  ['gate/verdict.ts', "import type { Report } from '../report/types.js';", undefined],
  ['gate/verdict.ts', "import { type Report } from '../report/types.js';", undefined],
  ['gate/verdict.ts', "import { seeded } from '../kernels/random.js';", undefined],
  ['gate/verdict.ts', "import { evaluate } from '../evaluate/paired.js';",
    "'gate' may import only types from 'evaluate/paired'"],
  ['gate/verdict.ts', "import { solve } from '../kernels/solve.js';", "'gate' may import only types from 'kernels/solve'"],
  ['report/markdown.ts', "import type { CheckResult } from '../gate/types.js';", undefined],
  ['report/markdown.ts', "import { decide } from '../gate/verdict.js';",
    "'report' may import only types from 'gate/verdict'"],
  ['report/markdown.ts', "import { writeFile } from 'node:fs/promises';", "'report' may not import the package 'node'"],
  // onnxruntime and GitHub: one importer each.
  ['runtime/open.ts', "import ort from 'onnxruntime-node';", undefined],
  ['prune/prove.ts', "import ort from 'onnxruntime-node';", "'prune' may not import the package 'onnxruntime-node'"],
  ['pipeline.ts', "const ort = await import('onnxruntime-node');",
    "'pipeline' may not import the package 'onnxruntime-node'"],
  ['prune/prove.ts', "import { createRequire } from 'node:module';", "'prune' may not import the package 'node:module'"],
  ['github/comment.ts', "import { getOctokit } from '@actions/github';", undefined],
  ['action.ts', "import { getInput } from '@actions/core';", "'action' may not import the package '@actions/core'"],
  ['action.ts', "import { comment } from './github/comment.js';", undefined],
  ['pipeline.ts', "import { comment } from './github/comment.js';", "'pipeline' may not import 'github/comment'"],
  ['supervisor.ts', "import type { Comment } from './github/comment.js';",
    "'supervisor' may not import 'github/comment'"],
  // The doors are imported by nobody, start nothing themselves and do not reach behind the supervisor.
  ['pipeline.ts', "import { run } from './cli/run.js';", "'pipeline' may not import 'cli/run'"],
  ['report/terminal.ts', "import type { World } from '../cli/world.js';", "'report' may not import 'cli/world'"],
  ['cli/run.ts', "import { supervise } from '../supervisor.js';", undefined],
  ['cli/run.ts', "import { runPipeline } from '../pipeline.js';", "'cli' may import only types from 'pipeline'"],
  ['cli/run.ts', "import { spawn } from 'node:child_process';", "'cli' may not import the package 'node:child_process'"],
  ['supervisor.ts', "import { spawn } from 'child_process';", undefined],
  // Other ways of importing, and ways around.
  ['onnx/codec.ts', "type F = import('../ops/facts.js').Facts;", "'onnx' may not import 'ops/facts'"],
  ['onnx/codec.ts', "const m = await import('../prune/plan.js');", "'onnx' may not import 'prune/plan'"],
  ['prune/criteria/l1.ts', "import { open } from '../../runtime/open.js';",
    "'prune' may import only types from 'runtime/open'"],
  ['prune/criteria/l1.ts', "import helper from '../../../test/setup.js';",
    "'prune' may not import '/test/setup.js', which lies outside src/"],
  ['policy/schema.ts', "import schema from '../../schemas/policy.schema.json' with { type: 'json' };", undefined],
  ['kernels/solve.ts', "import schema from '../../schemas/policy.schema.json' with { type: 'json' };",
    "'kernels' may not import '/schemas/policy.schema.json', which lies outside src/"],
  ['brandnew/thing.ts', "import { UserError } from '../errors.js';",
    "'brandnew' has no row in the table of layers (eslint.config.js)"],
];

describe('import rules', () => {
  for (const [file, code, complaint] of CASES) {
    it(`${file}: ${code} ${complaint === undefined ? 'is allowed' : 'is refused'}`, async () => {
      const found = await complaints(file, code);
      expect(found).toEqual(complaint === undefined ? [] : [`${complaint}: see docs/architecture.md.`]);
    });
  }

  it('are part of the configuration that `npm run lint` uses', async () => {
    const real = new ESLint({ cwd: root });
    const config = await real.calculateConfigForFile(join(root, 'src/kernels/any.ts')) as { rules: Record<string, unknown> };
    expect(config.rules['prune-gate/layers']).toEqual([2, { root, table: LAYERS }]);
    expect(config.rules['@typescript-eslint/no-explicit-any']).toEqual([2]);
    expect(config.rules['max-lines']).toEqual([2, { max: 400 }]);
  });

  it('have a row for every folder and file of src/, and no row too many', () => {
    const layers = readdirSync(join(root, 'src')).map((name) => name.replace(/\.ts$/u, ''));
    expect(layers.filter((layer) => !(layer in LAYERS))).toEqual([]);
    expect(Object.keys(LAYERS).filter((layer) =>
      !existsSync(join(root, 'src', layer)) && !existsSync(join(root, 'src', `${layer}.ts`)))).toEqual([]);
  });
});
