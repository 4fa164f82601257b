/** bench/sparse.md from its rows. */
import { TARGETS } from './cases.js';
import type { SparseRow } from './row.js';

export function renderSparse(machine: string, rows: readonly SparseRow[]): string {
  const [first] = rows;
  return `# Zeros in ResNet-20

Unstructured pruning of ResNet-20 for CIFAR-10, batch norm folded: share of zeros over all its weights, or 2:4. Everything is
decided on calibration images, without labels; ${String(first?.calibrationSamples ?? 0)} of them, of which a seeded quarter decides and the rest fits.
Accuracy on ${String(first?.samples ?? 0)} held-out images, of which one is 0.1 points; the dense model has ${percent(first?.dense ?? NaN)} %.

Made by \`npm run bench:sparse\` on ${machine}.

## Drop in points, mean of the seeds measured

| zeros | ${methodsIn(rows).join(' | ')} | to reach | stretch |
|---|${methodsIn(rows).map(() => '---:|').join('')}---:|---:|
${TARGETS.map((target) => `| ${target.name} | ${methodsIn(rows).map((method) => meanDrop(rows, target.name, method)).join(' | ')} | ${String(target.most)} | ${String(target.stretch)} |`).join('\n')}

\`magnitude-alone\`: one ranking of all weights by magnitude, no repair. The others: zeros spread by \`auto\`, all repairs.

## The ladder

Held-out accuracy after each step; a step in brackets did not lower the loss on calibration data and was dropped.

| zeros | criterion | seed | steps | drop (95 % one-sided bounds) | seconds |
|---|---|---:|---|---:|---:|
${rows.map(ladderRow).join('\n')}
`;
}

function methodsIn(rows: readonly SparseRow[]): string[] {
  return [...new Set(rows.map(({ method }) => method))];
}

function meanDrop(rows: readonly SparseRow[], target: string, method: string): string {
  const drops = rows.filter((row) => row.target === target && row.method === method).map(({ drop }) => 100 * drop.value);
  if (drops.length === 0) return 'not measured';
  const mean = drops.reduce((sum, drop) => sum + drop, 0) / drops.length;
  return drops.length === 1 ? mean.toFixed(1) : `${mean.toFixed(1)} (${String(drops.length)} seeds)`;
}

function ladderRow({ target, method, seed, ladder, drop, seconds }: SparseRow): string {
  const steps = ladder.map(({ step, accepted, heldout }) => (accepted ? `${step} ${percent(heldout)}` : `(${step})`)).join(', ');
  return `| ${target} | ${method} | ${String(seed)} | ${steps} | ${points(drop.value)} (${points(drop.low)} to ${points(drop.high)}) | ${seconds.toFixed(0)} |`;
}

const percent = (share: number): string => (100 * share).toFixed(1);
const points = (share: number): string => (100 * share).toFixed(1);
