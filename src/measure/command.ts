/**
 * A board's own figures: a program of the policy's choice measures a model and prints JSON. Nothing runs unless whoever starts
 * prune-gate allows it; there is no shell, and the environment is the worker's, which has no token.
 */
import { execFile } from 'node:child_process';
import { UserError } from '../errors.js';
import type { BoardFigures } from '../report/types.js';

export interface MeasureCommand {
  readonly command: readonly string[];
  readonly timeoutSeconds: number;
}

export interface CommandRequest extends MeasureCommand {
  /** Folder in which it runs. */
  readonly cwd: string;
  readonly modelPath: string;
  readonly role: 'dense' | 'pruned';
}

/** Bytes that it may print. */
const MOST_OUTPUT = 1 << 20;
const KEYS = ['latency', 'energy', 'memory'] as const;

/** Throws UserError `measure-command`. */
export async function runMeasureCommand(request: CommandRequest): Promise<BoardFigures> {
  const { command: [program = '', ...args], cwd, modelPath, role, timeoutSeconds } = request;
  const output = await new Promise<string>((resolve, reject) => {
    const options = {
      cwd, timeout: timeoutSeconds * 1000, killSignal: 'SIGKILL', maxBuffer: MOST_OUTPUT,
      env: { ...process.env, PRUNE_GATE_MODEL: modelPath, PRUNE_GATE_ROLE: role },
    } as const;
    const child = execFile(program, args, options, (error, stdout, stderr) => {
      if (error === null) resolve(stdout);
      else reject(broken(request, error.killed === true ? `it did not finish within ${timeoutSeconds} s` : `it ended with ${error.signal ?? `code ${String(error.code)}`}: ${stderr.trim().slice(-300)}`));
    });
    child.stdin?.end();
  });
  return figuresOf(output, request);
}

function figuresOf(output: string, request: CommandRequest): BoardFigures {
  let value: unknown;
  try {
    value = JSON.parse(output);
  } catch {
    throw broken(request, 'it did not print JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw broken(request, 'it did not print a JSON object');
  const unknown = Object.keys(value).find((key) => !(KEYS as readonly string[]).includes(key));
  if (unknown !== undefined) throw broken(request, `it printed an unknown key "${unknown.slice(0, 40)}"`);
  const figures = Object.fromEntries(KEYS.map((key) => [key, figureOf(key, (value as Record<string, unknown>)[key], request)])) as Record<(typeof KEYS)[number], BoardFigures['latency']>;
  if (KEYS.every((key) => figures[key] === null)) throw broken(request, 'it printed none of latency, energy and memory');
  return figures;
}

/** A number, or one with its bounds. */
function figureOf(key: string, given: unknown, request: CommandRequest): BoardFigures['latency'] {
  if (given === undefined || given === null) return null;
  const { value, low, high } = typeof given === 'object' ? { low: null, high: null, ...given } as Record<string, unknown> : { value: given, low: null, high: null };
  const isSound = (one: unknown): one is number => typeof one === 'number' && Number.isFinite(one) && one > 0;
  const bounded = low !== null || high !== null;
  if (!isSound(value) || (bounded && !(isSound(low) && isSound(high) && low <= value && value <= high))) {
    throw broken(request, `its ${key} is neither a number above 0 nor { value, low, high } of such`);
  }
  return { value, low: bounded ? low : null, high: bounded ? high : null };
}

function broken({ command, role }: CommandRequest, what: string): UserError {
  return new UserError({
    code: 'measure-command', message: `The policy's measuring command failed for the ${role} model: ${what}.`, where: command.join(' ').slice(0, 200),
    fix: 'It gets the model as PRUNE_GATE_MODEL and prints JSON such as {"latency": 3.2, "energy": 0.0014, "memory": 81920} (milliseconds, joules, bytes).',
  });
}
