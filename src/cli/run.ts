/** The terminal door: command line -> supervisor -> report on stdout -> exit code. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { isInside } from '../paths.js';
import { errorOfThrown } from '../report/error.js';
import { serializeReport } from '../report/json.js';
import { renderTerminal } from '../report/terminal.js';
import type { Report, ReportError } from '../report/types.js';
import { supervise } from '../supervisor.js';
import { failureReport } from '../supervisor/failure.js';
import { parse, type Parsed } from './commands.js';
import { renderDevices } from './devices.js';
import { renderInspect } from './inspect.js';
import type { Invocation } from './invocation.js';
import { progressView, type ProgressView } from './progress.js';
import { tolerateClosedPipe, widthOf, type World } from './world.js';

/** Runs one command line and gives its exit code. Throws nothing: a bug of ours is an ERROR report too. */
export async function run(world: World): Promise<number> {
  tolerateClosedPipe(world.stdout);
  tolerateClosedPipe(world.stderr);
  const parsed = parse(world);
  if (parsed.kind === 'stop') return stop(world, parsed);
  const progress = progressView(world.stderr, parsed.invocation.output.quiet);
  const report = await superviseOrReport(parsed.invocation, world, progress);
  progress.end();
  world.stdout.write(render(report, parsed.invocation, world));
  return report.exitCode;
}

/** With `--json`, whoever reads stdout gets a report even where the command line was wrong. */
function stop(world: World, parsed: Extract<Parsed, { kind: 'stop' }>): number {
  if (parsed.exitCode !== 0 && world.argv.includes('--json')) {
    const message = (parsed.stderr.split('\n')[0] ?? '').replace(/^error: /u, '');
    const error: ReportError = { code: 'usage', message, where: null, fix: 'prune-gate --help', stage: null };
    world.stdout.write(serializeReport(failureReport(error, new Date(), new Date())));
  }
  world.stdout.write(parsed.stdout);
  world.stderr.write(parsed.stderr);
  return parsed.exitCode;
}

async function superviseOrReport(invocation: Invocation, world: World, progress: ProgressView): Promise<Report> {
  const startedAt = new Date();
  try {
    const options = { ...invocation.limits, onProgress: progress.onProgress, env: world.env };
    if (invocation.keepsFiles) return await supervise(invocation.request, options);
    return await inPassing((outDir) => supervise({ ...invocation.request, outDir }, options));
  } catch (thrown) {
    return failureReport(errorOfThrown(thrown, null), startedAt, new Date());
  }
}

/** With an output folder that goes again. */
async function inPassing<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'prune-gate-look-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Commands whose PASS is no judgement. */
const DEEDS: Readonly<Partial<Record<Invocation['request']['command'], string>>> = { prune: 'pruned', evaluate: 'evaluated', validate: 'valid' };

function render(report: Report, invocation: Invocation, world: World): string {
  if (invocation.output.json) return serializeReport(report);
  const style = { color: invocation.output.color, width: widthOf(world.stdout) };
  if (report.devices !== undefined) return renderDevices(report.devices, style);
  const deed = DEEDS[invocation.request.command];
  const isTable = invocation.request.command === 'inspect' && report.verdict !== 'ERROR';
  return isTable ? renderInspect(report, style) : renderTerminal(report, { ...style, ...(deed === undefined ? {} : { deed }), ...(invocation.keepsFiles ? { folder: folderText(invocation, world) } : {}) });
}

/** The output folder as it can be typed where the command was given. */
function folderText({ request: { outDir } }: Invocation, world: World): string {
  const cwd = world.cwd();
  return isInside(cwd, outDir) ? relative(cwd, outDir) || '.' : outDir;
}
