/** The terminal door: command line -> supervisor -> report on stdout -> exit code. */
import { messageOf, UserError } from '../errors.js';
import { renderTerminal } from '../report/terminal.js';
import type { Report, ReportError } from '../report/types.js';
import { supervise } from '../supervisor.js';
import { VERSION } from '../version.js';
import { parse, type Parsed } from './commands.js';
import { renderInspect } from './inspect.js';
import type { Invocation } from './invocation.js';
import { progressView } from './progress.js';
import { tolerateClosedPipe, widthOf, type World } from './world.js';

/** Runs one command line and gives its exit code. Throws nothing: a bug of ours is an ERROR report too. */
export async function run(world: World): Promise<number> {
  tolerateClosedPipe(world.stdout);
  tolerateClosedPipe(world.stderr);
  const parsed = parse(world);
  if (parsed.kind === 'stop') return stop(world, parsed);
  const progress = progressView(world.stderr, parsed.invocation.output.quiet);
  const report = await superviseOrReport(parsed.invocation, world, progress.onProgress);
  progress.end();
  world.stdout.write(render(report, parsed.invocation, world));
  return report.exitCode;
}

/** With `--json`, whoever reads stdout gets a report even where the command line was wrong. */
function stop(world: World, parsed: Extract<Parsed, { kind: 'stop' }>): number {
  if (parsed.exitCode !== 0 && world.argv.includes('--json')) {
    const [message = ''] = parsed.stderr.split('\n');
    const error = { code: 'usage', message: message.replace(/^error: /u, ''), where: null, fix: 'prune-gate --help', stage: null };
    world.stdout.write(json(errorReport(error)));
  } else {
    world.stdout.write(parsed.stdout);
  }
  world.stderr.write(parsed.stderr);
  return parsed.exitCode;
}

async function superviseOrReport(
  invocation: Invocation, world: World, onProgress: ReturnType<typeof progressView>['onProgress'],
): Promise<Report> {
  const { timeLimitSeconds, memoryLimitBytes } = invocation.limits;
  try {
    return await supervise(invocation.request, {
      ...(timeLimitSeconds === undefined ? {} : { timeLimitSeconds }),
      ...(memoryLimitBytes === undefined ? {} : { memoryLimitBytes }),
      onProgress,
      env: world.env,
    });
  } catch (thrown) {
    return errorReport(errorOf(thrown));
  }
}

function errorOf(thrown: unknown): ReportError {
  if (thrown instanceof UserError) {
    return { code: thrown.code, message: thrown.message, where: thrown.where ?? null, fix: thrown.fix ?? null, stage: null };
  }
  const stack = thrown instanceof Error ? thrown.stack ?? null : null;
  return { code: 'internal', message: messageOf(thrown), where: stack, fix: 'This is a bug of prune-gate: please report it.', stage: null };
}

function errorReport(error: ReportError): Report {
  return {
    version: 1, tool: { name: 'prune-gate', version: VERSION }, verdict: 'ERROR', exitCode: 2, policy: null, models: [],
    errors: [error], environment: null, startedAt: new Date().toISOString(), seconds: 0,
  };
}

const json = (report: Report): string => `${JSON.stringify(report, null, 2)}\n`;

function render(report: Report, invocation: Invocation, world: World): string {
  if (invocation.output.json) return json(report);
  const style = { color: invocation.output.color, width: widthOf(world.stdout) };
  return invocation.request.command === 'inspect' ? renderInspect(report, style) : renderTerminal(report, style);
}
