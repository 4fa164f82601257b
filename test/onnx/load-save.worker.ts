/** Child process of big-model.test.ts: loads a model, saves it, and prints the growth of peak memory in bytes. */
import { readFileSync } from 'node:fs';
import { readModel } from '../../src/onnx/read.js';
import { writeModel } from '../../src/onnx/write.js';

const [source, target] = process.argv.slice(2) as [string, string];
const before = peak();
const model = await readModel(source);
await writeModel({ ...model, producer: 'changed' }, target);
console.log(peak() - before);

/** Not `process.resourceUsage().maxRSS`: Linux counts the parent's memory at the fork into that. */
function peak(): number {
  const [, kibibytes] = /VmHWM:\s*(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  return Number(kibibytes) * 1024;
}
