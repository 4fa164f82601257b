/** Child process of big-model.test.ts: loads a chain of products, cuts half its channels, saves it; prints the growth of peak memory in bytes. */
import { readFileSync } from 'node:fs';
import type { Model } from '../../src/onnx/ir.js';
import { readModel } from '../../src/onnx/read.js';
import { writeModel } from '../../src/onnx/write.js';
import type { Facts } from '../../src/ops/facts.js';
import { applyCut } from '../../src/prune/apply.js';
import { makeCut } from '../../src/prune/cut.js';
import { analyse } from '../../src/prune/prunable.js';

const [source, target] = process.argv.slice(2) as [string, string];
const before = peak();
await writeModel(halved(await readModel(source)), target);
console.log(peak() - before);

/** Every other unit of every group gone, without a session: what running the model would tell is written down here. */
function halved(model: Model): Model {
  const width = model.graph.initializers.get('w0')?.dims[0] ?? 0;
  const values = [...model.graph.inputs.map(({ name }) => name), ...model.graph.nodes.flatMap(({ outputs }) => outputs)];
  const facts: Facts = {
    values: new Map(values.map((name) => [name, { dims: [2, width], dynamic: [true, false] }])), small: new Map(), movements: new Map(), untraced: new Map(),
  };
  const prunable = analyse(model, facts, 0);
  const odd = prunable.analysis.groups.map((group) => [group.name, [...group.units.keys()].filter((unit) => unit % 2 === 1)] as const);
  const { model: pruned } = applyCut(model, prunable.tensors, prunable.coupling, facts, makeCut(prunable.coupling, prunable.analysis, { removed: new Map(odd) }));
  if (pruned === undefined) throw new Error('the cut cannot be applied');
  return pruned;
}

/** Not `process.resourceUsage().maxRSS`: Linux counts the parent's memory at the fork into that. */
function peak(): number {
  const [, kibibytes] = /VmHWM:\s*(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  return Number(kibibytes) * 1024;
}
