/** bench/unseen.md from its rows. */
import { pairedDrop } from '../quality/paired.js';
import { ladder, measured, percent, shareRight, table, verdict, wanted } from '../quality/render.js';
import type { Row } from '../quality/row.js';
import type { ArchitectureRow } from './architectures.js';
import type { UnseenCase } from './cases.js';
import type { PeerFile, PeerRow } from './peers.js';

export interface CaseRows {
  readonly given: UnseenCase;
  readonly rows: readonly Row[];
  readonly peers: readonly PeerRow[];
}

export interface Sheet {
  readonly machine: string;
  readonly cases: readonly CaseRows[];
  readonly architectures: readonly ArchitectureRow[];
}

export function renderUnseen({ machine, cases, architectures }: Sheet): string {
  return [
    '# Models that the engine was not made with, and peers', '',
    'Made by `bash bench/unseen/setup.sh` (trains the models, runs the peers) and `npm run bench:unseen`. Nothing was tuned on these',
    'models: every setting is the policy\'s default. Calibration images alone choose and fit: no labels, no gradient steps.', '',
    `Machine: ${machine}. Accuracy on held-out samples in percent, drops in points, intervals 90 %, paired; mean of the seeds given.`, '',
    '- **digits**: 8 x 8 handwritten digits of scikit-learn, 1,197 to train and calibrate on, 600 held out (one image: 0.17 points).',
    '  A ResNet-32, an inverted-residual network, a pre-norm vision transformer and two GRU layers, trained from scratch.',
    '- **cifar-resnet56**: the published ResNet-20 of the shared data with each residual step split in several smaller ones (the start of',
    '  multi-level training) and trained on as one network for 3 epochs; 1,017 images held out. No published checkpoint of that depth can be had here.',
    '- **cifar-resnet20**: the published checkpoint itself, for the peer; it is in the shared data, so not unseen. prune-gate\'s rows are those of',
    '  `npm run bench:quality` (the same weights on the same held-out images).',
    '- *exported*: the same model as `torch.export` writes it; the others are from the TorchScript exporter.', '',
    'Beside it, one seed each: `l1` one shot and `l2` with mean shift, both prune-gate\'s with a uniform ratio; and **Torch-Pruning**',
    '(l2 group norm, one shot, on the same checkpoint), the best of its settings *on the held-out samples* (listed below), with its batch',
    'norm statistics as they were, and estimated anew on the calibration images.', '',
    ...table(
      ['model and cut', 'MACs', 'dense', 'l1 one shot', 'l2 + mean shift', 'Torch-Pruning', '+ batch norm', 'prune-gate', 'seeds', 'drop', 'to reach (stretch)', ''],
      cases.map(line),
    ), '',
    '## Output loss on calibration split B after each step', '',
    'First seed; in parentheses what was tried and dropped. Seconds are those of a machine that other work kept busy.', '',
    ...cases.flatMap(({ given, rows }) => measured(rows, 'engine').slice(0, 1).map((row) => ladder(given.quality.name, row))), '',
    ...torchPruning(cases),
    ...simplifiers(cases),
    ...architectureTable(architectures),
    ...refusals(cases),
  ].join('\n');
}

interface PeerMeasured {
  readonly peer: string;
  readonly file: PeerFile;
}

const filesOf = (peers: readonly PeerRow[]): PeerMeasured[] => peers.flatMap(({ peer, result }) => ('reason' in result ? [] : [{ peer, file: result }]));

/** Of Torch-Pruning's settings with or without batch norm estimated anew, the one that keeps most. */
function best(peers: readonly PeerRow[], estimated: boolean): string {
  const own = peers.filter(({ peer }) => peer.startsWith('torch-pruning') && peer.endsWith('-estimated') === estimated);
  const shares = filesOf(own).map(({ file }) => shareRight(file.pruned));
  if (shares.length > 0) return percent(Math.max(...shares));
  return own.length > 0 ? 'failed' : '';
}

function line({ given, rows, peers }: CaseRows): string[] {
  const { name, limit } = given.quality;
  const engine = measured(rows, 'engine');
  const [plain, shifted] = [measured(rows, 'plain')[0], measured(rows, 'shifted')[0]];
  const beside = [plain, shifted].map((row) => (row === undefined ? '' : percent(shareRight(row.pruned))));
  const theirs = [best(peers, false), best(peers, true)];
  const [first] = engine;
  if (first === undefined) return [name, '', '', ...beside, ...theirs, rows.some(({ status, method }) => status === 'refused' && method === 'engine') ? 'refused' : 'not measured', '', '', '', ''];
  const drop = pairedDrop(engine);
  const macs = engine.reduce((sum, row) => sum + row.macs, 0) / engine.length;
  return [
    name, `${macs.toFixed(2)}x`, percent(shareRight(first.dense)), ...beside, ...theirs, percent(shareRight(first.dense) - drop.mean), String(engine.length),
    `${percent(drop.mean)} (${percent(drop.low)} to ${percent(drop.high)})`, limit === 'relative' ? 'half of l2 + mean shift, or 1 standard error' : wanted(given.quality),
    verdict(given.quality, drop, first, shifted),
  ];
}

function drop(file: PeerFile): string {
  const { mean, low, high } = pairedDrop([file]);
  return `${percent(mean)} (${percent(low)} to ${percent(high)})`;
}

function torchPruning(cases: readonly CaseRows[]): string[] {
  const lines = cases.flatMap(({ given, peers }) => peers.filter(({ peer }) => peer.startsWith('torch-pruning')).map(({ peer, result }) => {
    const setting = peer.replace(/^torch-pruning-[\d.]+x-/, '').replace('-estimated', ', batch norm estimated');
    if ('reason' in result) return [given.quality.name, setting, '', '', result.reason];
    return [given.quality.name, setting, `${result.macs.toFixed(2)}x`, percent(shareRight(result.pruned)), drop(result)];
  }));
  if (lines.length === 0) return [];
  return [
    '## Torch-Pruning, each setting', '',
    'The least pruning ratio, in steps of 1/40, that reaches the cut by its own count; MACs counted by prune-gate on what it exported. `inner` is',
    'uniform and spares the residual stream; where shortcuts pad channels (cifar-resnet20 and 56), which it does not follow, all its settings do.', '',
    ...table(['model and cut', 'ratios', 'MACs', 'accuracy', 'drop'], lines), '',
  ];
}

function simplifiers(cases: readonly CaseRows[]): string[] {
  const seen = new Set<string>();
  const lines = cases.flatMap(({ given, peers }) => filesOf(peers).filter(({ peer }) => peer.startsWith('onnx') && !seen.has(`${given.model} ${peer}`)).map(({ peer, file }) => {
    seen.add(`${given.model} ${peer}`);
    const { nodes, bytes } = file;
    return [given.model, peer, `${String(nodes.dense)} to ${String(nodes.pruned)}`, `${String(bytes.dense)} to ${String(bytes.pruned)}`, `${file.macs.toFixed(2)}x`, percent(pairedDrop([file]).mean)];
  }));
  if (lines.length === 0) return [];
  return [
    '## onnxsim and onnxslim on the same file', '',
    'They fold constants and merge or drop nodes. Neither removes channels, heads or neurons, so the multiply-accumulates stay: they are no alternative',
    'to pruning, and can be run before or after it.', '',
    ...table(['model', 'tool', 'nodes', 'bytes', 'MACs', 'drop'], lines), '',
  ];
}

function architectureTable(rows: readonly ArchitectureRow[]): string[] {
  if (rows.length === 0) return [];
  return [
    '## Architectures of torchvision', '',
    'With random weights, on 64 x 64 images: a quarter of the units of every group cut at once, and the surgery proven (the pruned model equals the',
    'dense one with the same slices zeroed). Frozen: layers whose outputs must stay, such as the width behind a layer norm.', '',
    ...table(['architecture and exporter', 'groups', 'units', 'frozen', 'MACs', 'proof'], rows.map(({ name, result }) => (
      'reason' in result ? [name, '', '', '', '', result.reason]
        : [name, String(result.groups), String(result.units), String(result.frozen), `${result.macs.toFixed(2)}x`, result.refused === 0 ? 'holds' : `holds, ${String(result.refused)} groups refused`]
    ))), '',
  ];
}

function refusals(cases: readonly CaseRows[]): string[] {
  const lines = cases.flatMap(({ given, rows }) => rows.flatMap((row) => (
    row.status === 'refused' ? [`- ${given.quality.name}, ${row.method}, seed ${String(row.seed)}: \`${row.code}\`: ${row.reason}`] : []
  )));
  return lines.length === 0 ? [] : ['## Refused', '', ...lines, ''];
}
