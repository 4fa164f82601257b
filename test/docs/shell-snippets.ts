/** What is wrong with a shell snippet of the documentation. Nothing is run: our own commands are parsed, scripts and files looked up. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '../../src/cli/commands.js';
import { fakeWorld } from '../cli/world.js';
import { root } from './markdown.js';

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };

/** Programs that a snippet may call and that are not ours. */
const OTHERS = ['git', 'cd', 'npm install'];

/** Words of a command line: quotes are honoured, comments and redirections dropped. */
export function wordsOf(line: string): string[] {
  const words = [...line.matchAll(/"([^"]*)"|'([^']*)'|(#.*$)|([^\s"'#]+)/gu)]
    .filter((match) => match[3] === undefined).map((match) => match[1] ?? match[2] ?? match[4] ?? '');
  const redirection = words.findIndex((word) => word === '>' || word === '|' || word === '2>');
  return redirection < 0 ? words : words.slice(0, redirection);
}

export function shellProblems(text: string): string[] {
  const lines = text.replaceAll('\\\n', ' ').split('\n').map((line) => line.trim().replace(/^\$ /u, ''));
  return lines.filter((line) => line !== '' && !line.startsWith('#')).flatMap((line) => lineProblems(line));
}

function lineProblems(line: string): string[] {
  const words = wordsOf(line);
  const [first = '', second = '', third = ''] = words;
  if (first === 'prune-gate') return commandProblems(words.slice(1));
  if (first === 'npx' && second === 'prune-gate') return commandProblems(words.slice(2));
  if (first === 'node' && second === 'dist/cli.js') return [...commandProblems(words.slice(2)), ...missingFiles(words.slice(2))];
  if (first === 'node') return existsSync(join(root, second)) ? [] : [`${second} is not there`];
  if (first === 'npm' && second === 'test') return scriptProblems('test');
  if (first === 'npm' && second === 'run') return scriptProblems(third);
  return OTHERS.some((other) => line === other || line.startsWith(`${other} `)) ? [] : [`unknown program: ${line}`];
}

function scriptProblems(name: string): string[] {
  return name in manifest.scripts ? [] : [`package.json has no script '${name}'`];
}

function commandProblems(args: readonly string[]): string[] {
  const parsed = parse(fakeWorld(args));
  return parsed.kind === 'run' || parsed.exitCode === 0 ? [] : [parsed.stderr.trim()];
}

/** In a clone the files of our examples are there. */
function missingFiles(args: readonly string[]): string[] {
  return args.filter((word) => word.startsWith('examples/') && !existsSync(join(root, word))).map((word) => `${word} is not there`);
}
