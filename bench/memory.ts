/**
 * bench/memory.md: the computed arena of every model in the shared data folder beside what onnxruntime's arena held.
 *
 *   node scripts/run-ts.mjs bench/memory.ts
 */
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { messageOf } from '../src/errors.js';
import { requiredInputs } from '../src/onnx/ir.js';
import type { Model } from '../src/onnx/ir.js';
import { readModel } from '../src/onnx/read.js';
import { storeWeights, writeVariant } from '../src/onnx/store.js';
import { measureMemory } from '../src/pipeline/measure-memory.js';
import type { Facts } from '../src/ops/facts.js';
import { bytes } from '../src/report/format.js';
import { gatherFacts } from '../src/runtime/facts.js';
import { elementTypeOf } from '../src/runtime/convert.js';
import { createRuntime } from '../src/runtime/runtime.js';
import { synthesize } from '../src/runtime/synthesize.js';
import type { Feeds } from '../src/runtime/types.js';

const DATA = resolve(process.env.PRUNE_GATE_SHARED_DATA ?? '../shared/data');
/** Made to break readers. */
const LEFT_OUT = new Set(['malformed-models', 'malformed-data']);
/** Of the models of single operators only those that are whole networks. */
const NETWORKS = 'operators/onnx-light';

function modelFiles(folder: string): string[] {
  return readdirSync(folder).filter((name) => !LEFT_OUT.has(name)).sort().flatMap((name) => {
    const path = join(folder, name);
    if (name === 'operators') return modelFiles(join(DATA, NETWORKS));
    if (statSync(path).isDirectory()) return modelFiles(path);
    return name.endsWith('.onnx') ? [path] : [];
  });
}

const show = (value: number | null): string => (value === null ? 'not known' : bytes(value));

/** At the sizes of the facts, so that both figures are of the same run. */
function feedsAt(model: Model, facts: Facts): Feeds {
  return new Map(requiredInputs(model.graph).map(({ name, elemType }) => {
    const type = elementTypeOf(elemType);
    if (type === undefined) throw new Error(`input ${name} has no type that can be fed`);
    return [name, synthesize(type, facts.values.get(name)?.dims ?? [], name, 0)];
  }));
}

async function rowOf(path: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'prune-gate-memory-'));
  const name = relative(DATA, path);
  try {
    const runtime = await createRuntime({ device: 'cpu' });
    const model = await storeWeights(await readModel(path), folder);
    const facts = await gatherFacts(runtime, model, { directory: folder });
    const dense = join(folder, 'dense.onnx');
    await writeVariant(model, dense);
    const memory = await measureMemory({ runtime, path: dense, model, facts, feeds: feedsAt(model, facts), threads: 1 });
    const { flashBytes, liveBytes, ramBytes, arenaBytes, residentBytes, residentBaseBytes, notes } = memory;
    const grown = residentBytes === null || residentBaseBytes === null ? null : residentBytes - residentBaseBytes;
    console.log(name, notes.join('; '));
    return `| ${[name, ...[flashBytes, liveBytes, ramBytes, arenaBytes, grown].map(show)].join(' | ')} |`;
  } catch (thrown) {
    return `| ${name} | ${messageOf(thrown).split('\n')[0] ?? ''} | | | | |`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const rows: string[] = [];
for (const path of modelFiles(DATA)) rows.push(await rowOf(path));
writeFileSync('bench/memory.md', `<!-- Written by bench/memory.ts: do not edit. -->

# Memory: computed and measured

Of all models in the shared data but those of a single operator and those made to break readers, at the smallest input sizes that work, one sample. *Live* and *arena* are computed
from shapes and liveness (docs/methods.md); *onnxruntime* is what its arena had in use while it ran, inputs not counted;
*resident* is how much a process grew that opened the model and ran it three times.

onnxruntime's figure is smaller where it fuses (a Conv with the addition after it writes in place, a batch norm is gone)
and where the input is large, and larger where it reorders to blocked layouts that pad channels, computes a quantised model
in float, or keeps what a static planner would place tighter.

| model | weights | live | arena | onnxruntime | resident |
|---|---|---|---|---|---|
${rows.join('\n')}
`);
