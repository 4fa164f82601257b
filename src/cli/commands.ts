/** The command line as commander sees it: names, options, help. */
import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { RunRequest } from '../request.js';
import { readBytes, readSeconds, readShare } from '../supervisor/limits.js';
import { VERSION } from '../version.js';
import { DEFAULT_POLICY } from '../policy/default-path.js';
import { DEFAULT_OUT, keepsFiles, requestOf, type Invocation, type Options } from './invocation.js';
import { wantsColor, type World } from './world.js';

/** Exit code of a command line that cannot be understood: the same as of any other error. */
export const USAGE_ERROR = 2;

export type Parsed =
  | { readonly kind: 'run'; readonly invocation: Invocation }
  /** Help, version or a mistake: what to print, and the exit code. */
  | { readonly kind: 'stop'; readonly exitCode: number; readonly stdout: string; readonly stderr: string };

type OptionName = keyof Options;

const OPTIONS: Readonly<Record<Exclude<OptionName, 'color'>, () => Option>> = {
  policy: () => new Option('-p, --policy <file>', `policy file (default: ${DEFAULT_POLICY} of the workspace)`),
  workspace: () => new Option('-C, --workspace <dir>',
    'folder that stands for the repository: paths in the policy start here and must stay inside (default: here)'),
  model: () => new Option('-m, --model <name>', 'only this model of the policy; may be repeated')
    .argParser((name: string, names: readonly string[] | undefined) => [...names ?? [], name]),
  device: () => new Option('-d, --device <name>', 'where to run, overriding the policy')
    .choices(['auto', 'cpu', 'cuda', 'tensorrt', 'webgpu', 'directml', 'coreml']),
  out: () => new Option('-o, --out <dir>', `folder for what is written (default: ${DEFAULT_OUT}; prune, evaluate and sweep use a folder of their own in it; inspect, validate and explain write nothing without it)`),
  plan: () => new Option('--plan <file>', 'replay this plan.json instead of making a plan'),
  latencyFrom: () => new Option('--latency-from <plan.json>', 'for a target in latency: plan with the times that this plan recorded instead of timing anew')
    .conflicts('plan'),
  points: () => new Option('--points <factors>', 'cuts to try, dense over pruned: 1.5x,2x,3x (default: 1.25x to 4x)')
    .argParser((text) => understood(readFactors(text), 'factors above 1 such as 1.5x,2x,3x')),
  cost: () => new Option('--cost <what>', 'what the cuts are counted in (default: macs)').choices(['macs', 'params', 'size', 'latency']),
  shard: () => new Option('--shard <i/n>', 'only this part of the points, such as 2/4, for --merge to put together')
    .argParser((text) => understood(readShare(text), 'one part of all, such as 2/4')),
  merge: () => new Option('--merge <dir>', 'make no point: put together the parts that are found in this folder')
    .conflicts(['points', 'cost', 'shard']),
  baseline: () => new Option('--baseline <report.json>', 'report of the commit that this change is based on, for limits on regression and drift'),
  base: () => new Option('--base <dir>', 'checkout of that commit: its models are pruned and measured here by this policy').conflicts('baseline'),
  allowCommands: () => new Option('--allow-commands', 'let the policy\'s measuring commands run: only for a policy that you trust'),
  dump: () => new Option('--dump <file.npz>', 'write the outputs of the dense model on the held-out data').conflicts('candidate'),
  candidate: () => new Option('--candidate <model.onnx>', 'judge this model against the dense one of the policy'),
  timeLimit: () => new Option('--time-limit <time>', 'stop with an ERROR report after 90s, 30m, 2h, ...')
    .argParser((text) => understood(readSeconds(text), 'a time such as 90s, 30m or 2h')),
  memoryLimit: () => new Option('--memory-limit <size>', 'stop with an ERROR report above 512MiB, 4GiB, ...')
    .argParser((text) => understood(readBytes(text), 'a size such as 512MiB or 4GiB')),
  json: () => new Option('--json', 'print the report as JSON on stdout (schemas/report.schema.json)'),
  quiet: () => new Option('-q, --quiet', 'no progress on stderr'),
};

function understood<T>(value: T | undefined, expected: string): T {
  if (value === undefined) throw new InvalidArgumentError(`Expected ${expected}.`);
  return value;
}

/** `1.5x,2x`; undefined where one of them is none. */
function readFactors(text: string): number[] | undefined {
  const factors = text.split(',').map((part) => Number(/^\s*(\d+(?:\.\d+)?)x\s*$/u.exec(part)?.[1] ?? NaN));
  return factors.every((factor) => factor > 1) ? factors : undefined;
}

const LIMITS = ['timeLimit', 'memoryLimit'] as const;
const OUTPUT = ['json', 'quiet', 'color'] as const;
const POLICY = ['policy', 'workspace', 'model', 'device', 'out'] as const;

interface CommandRow {
  readonly name: RunRequest['command'];
  readonly summary: string;
  readonly description: string;
  readonly argument?: Argument;
  readonly options: readonly OptionName[];
  readonly examples: readonly string[];
}

const COMMANDS: readonly CommandRow[] = [
  {
    name: 'run',
    summary: 'prune, measure and judge: what the action does',
    description: 'Prunes each model of the policy, measures dense and pruned side by side on the held-out data, and judges the '
      + 'result by the policy\'s gate. Writes report.json, report.md, and for each model the plan and the pruned model.',
    options: [...POLICY, 'baseline', 'base', 'allowCommands', ...LIMITS, ...OUTPUT],
    examples: [
      'prune-gate run',
      'prune-gate run --model keyword-spotter --out build/pruned',
      'prune-gate run --workspace examples/fashion-mnist-resnet --json > report.json',
    ],
  },
  {
    name: 'inspect',
    summary: 'list what could be pruned in a model, and what not and why',
    description: 'Lists the groups of channels, heads or neurons that live and die together, with parameters and MACs, and the '
      + 'operator that stands in the way of the others. Needs no policy and no data.',
    argument: new Argument('<model.onnx>', 'the model file'),
    options: ['workspace', 'device', 'out', ...LIMITS, ...OUTPUT],
    examples: ['prune-gate inspect models/kws.onnx', 'prune-gate inspect models/kws.onnx --json'],
  },
  {
    name: 'prune',
    summary: 'write the plan and the pruned model, without a verdict',
    description: 'Plans, prunes, proves and repairs as `run` does, and stops there: nothing is judged, and held-out samples are read only to '
      + 'keep them out of the calibration. With --plan it replays a plan that an earlier run wrote, and from the same policy and data '
      + 'gives the same model byte for byte.',
    options: [...POLICY, 'plan', 'latencyFrom', ...LIMITS, ...OUTPUT],
    examples: [
      'prune-gate prune',
      'prune-gate prune --model keyword-spotter --plan prune-gate-out/keyword-spotter/plan.json',
    ],
  },
  {
    name: 'evaluate',
    summary: 'compute the metrics of a model, or of two side by side',
    description: 'Computes the policy\'s metrics of the dense model on the held-out data; with --candidate, those of another model '
      + 'beside it, paired sample by sample, and judges it by the gate. --dump writes the outputs and targets of the dense '
      + 'model instead, for metrics of your own.',
    options: [...POLICY, 'candidate', 'dump', 'allowCommands', ...LIMITS, ...OUTPUT],
    examples: [
      'prune-gate evaluate --model keyword-spotter --candidate build/kws-small.onnx',
      'prune-gate evaluate --model keyword-spotter --dump outputs.npz',
    ],
  },
  {
    name: 'validate',
    summary: 'check policy, data and model, and estimate time and memory',
    description: 'Reads the policy, opens each model and its data, looks for samples that are in both data files, and says what would not '
      + 'work. Prunes nothing.',
    options: [...POLICY, ...LIMITS, ...OUTPUT],
    examples: ['prune-gate validate', 'prune-gate validate --policy policies/nightly.yml'],
  },
  {
    name: 'devices',
    summary: 'list the devices that onnxruntime can run on here, and why others do not work',
    description: 'Tries every device that a policy can name with a small model, and says of each whether it works and how fast it is, or what it lacks '
      + 'and what to do. With --device, exit code 2 where that one does not work.',
    options: ['device', 'out', ...LIMITS, ...OUTPUT],
    examples: ['prune-gate devices', 'prune-gate devices --device cuda', 'prune-gate devices --json'],
  },
  {
    name: 'sweep',
    summary: 'draw the trade-off curve: accuracy against MACs, size and latency',
    description: 'Runs the last structured step of the policy with rising targets, repairs each model in full, and measures accuracy, multiply-adds, '
      + 'size and latency of each. Accuracy is taken on calibration samples that neither fitted nor decided anything (by labels, where '
      + 'the calibration data has a target; else by agreement with the dense model): the held-out samples stay unseen. The knee of the curve is marked. '
      + 'Every model and plan is kept, and a sweep that was stopped goes on where it was. Several machines share the points with --shard; --merge '
      + 'draws the curve of what their output folders hold, the one that a single machine would draw.',
    options: [...POLICY, 'points', 'cost', 'shard', 'merge', ...LIMITS, ...OUTPUT],
    examples: [
      'prune-gate sweep --model keyword-spotter', 'prune-gate sweep --points 1.5x,2x,3x --cost latency', 'prune-gate sweep --json > sweep.json',
      'prune-gate sweep --shard 2/4 --out parts/2', 'prune-gate sweep --merge parts',
    ],
  },
  {
    name: 'explain',
    summary: 'say for each group what goes, why, and what it costs',
    description: 'Plans the first structured step of the policy (or takes --plan) and says of each group: how the output suffers as units '
      + 'go, what was removed and why, and what it costs alone; ranks its units; and names those that do nothing in the dense '
      + 'model (target: { lossless: true } removes them). Writes no model.',
    options: [...POLICY, 'plan', ...LIMITS, ...OUTPUT],
    examples: ['prune-gate explain --model keyword-spotter', 'prune-gate explain --plan prune-gate-out/keyword-spotter/plan.json --json'],
  },
  {
    name: 'verify',
    summary: 'confirm a report: hashes, plan, pruned model, metrics and checks',
    description: 'Hashes what a report names, replays its plan, measures and judges again, and says of each claim whether it holds. Latency '
      + 'is of its moment and is not compared. Exit code 0: nothing differs; 1: something does; 2: it could not be looked at.',
    argument: new Argument('<report.json>', 'the report, with the files that it names beside it'),
    options: ['workspace', 'device', ...LIMITS, ...OUTPUT],
    examples: ['prune-gate verify prune-gate-out/report.json', 'prune-gate verify prune-gate-out/report.json --json'],
  },
];

const AFTER_HELP = `
Exit codes:
  0  PASS or WARN
  1  FAIL: a critical check does not hold
  2  ERROR: something could not be read, run or proven, or the command line is wrong
  3  INCONCLUSIVE: the data cannot decide a critical check (on-inconclusive in the policy)

Start with:
  $ prune-gate inspect model.onnx     what could be pruned
  $ prune-gate validate               is the policy sound
  $ prune-gate run                    prune, measure, judge
`;

const examplesOf = (row: CommandRow): string =>
  `\nExamples:\n${row.examples.map((example) => `  $ ${example}`).join('\n')}\n`;

function addCommand(program: Command, row: CommandRow, act: (invocation: Options, model?: string) => void): void {
  const command = program.command(row.name).summary(row.summary).description(row.description);
  if (row.argument !== undefined) command.addArgument(row.argument);
  for (const name of row.options) {
    command.addOption(name === 'color' ? new Option('--no-color', 'plain text (NO_COLOR does the same)') : OPTIONS[name]());
  }
  command.addHelpText('after', examplesOf(row)).action((...received: unknown[]) => {
    if (row.argument === undefined) act(received[0] as Options);
    else act(received[1] as Options, received[0] as string);
  });
}

function newProgram(print: { out: (text: string) => void; err: (text: string) => void }): Command {
  const program = new Command('prune-gate');
  return program
    .description('Prunes the ONNX model a repository commits, measures dense and pruned side by side, and says whether the result '
      + 'may be merged.')
    .version(VERSION, '-V, --version', 'print the version')
    .helpCommand('help [command]', 'explain a command')
    .addHelpText('after', AFTER_HELP)
    .showHelpAfterError('Run `prune-gate --help` or `prune-gate COMMAND --help`.')
    .configureOutput({ writeOut: print.out, writeErr: print.err })
    .exitOverride();
}

/** Reads the command line. Never throws for what a user may type. */
export function parse(world: World): Parsed {
  let stdout = '';
  let stderr = '';
  let parsed: Parsed | undefined;
  const program = newProgram({ out: (text) => { stdout += text; }, err: (text) => { stderr += text; } });
  for (const row of COMMANDS) {
    // exitOverride and output settings are inherited by commands added afterwards.
    addCommand(program, row, (options, model) => {
      parsed = { kind: 'run', invocation: invocationOf(row.name, options, world, model) };
    });
  }
  try {
    program.parse([...world.argv]);
  } catch (thrown) {
    if (!(thrown instanceof CommanderError)) throw thrown;
    return { kind: 'stop', exitCode: thrown.exitCode === 0 ? 0 : USAGE_ERROR, stdout, stderr };
  }
  return parsed ?? { kind: 'stop', exitCode: USAGE_ERROR, stdout, stderr };
}

function invocationOf(command: RunRequest['command'], options: Options, world: World, model?: string): Invocation {
  return {
    request: requestOf(command, options, world.cwd(), model),
    keepsFiles: keepsFiles(command, options),
    limits: { timeLimitSeconds: options.timeLimit, memoryLimitBytes: options.memoryLimit },
    output: {
      json: options.json === true,
      color: options.color !== false && wantsColor(world, world.stdout),
      quiet: options.quiet === true,
    },
  };
}
