/**
 * Whether git itself may have given a checkout's texts Windows' ends of lines, so that they are still what was committed. Said by
 * whoever set the machine up or by the commit that is compared with, never by the change: its `.gitattributes` could have bytes of
 * data replaced under an unchanged commit.
 *
 * 1. The commit's `.gitattributes` at or above the file go before all else (attributes.ts): `eol=crlf` lets git give them; `-text`,
 *    which `binary` means too, and `eol=lf` do not, so that any change counts.
 * 2. Where they leave it open: on Windows git does so by what Git for Windows sets, and by an attribute as common as `text=auto`;
 *    elsewhere by `core.autocrlf` or `core.eol`.
 */
import { execFile } from 'node:child_process';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { attributesOf, parseAttributes, type AttributeLines, type Attributes } from './attributes.js';
import type { CommitFiles } from './commit.js';
import { gitCheckout } from './git-folder.js';

const MOST_ATTRIBUTE_BYTES = 2 ** 20;

/** Asked for a path of the commit. */
export type MayHaveReturns = (path: string) => Promise<boolean>;

/** @param local absolute, a place in the checkout: how git is set there is looked up once */
export function returnsIn(files: CommitFiles, local: string, platform: NodeJS.Platform = process.platform): MayHaveReturns {
  let configured: Promise<boolean> | undefined;
  const read = new Map<string, Promise<AttributeLines>>();
  const linesIn = (folder: string): Promise<AttributeLines> => {
    const lines = read.get(folder) ?? readLines(files, folder);
    read.set(folder, lines);
    return lines;
  };
  return async (path) => {
    const said = saidOf(await attributesAt(linesIn, path));
    return said ?? (platform === 'win32' || await (configured ??= isConfigured(gitCheckout(dirname(local))?.folder)));
  };
}

/** As git puts them together (convert.c): `crlf` is an older name of `text`. Undefined where they leave it open. */
function saidOf(attributes: Attributes): boolean | undefined {
  const text = attributes.get('text');
  if (text === false || (text === undefined && attributes.get('crlf') === false)) return false;
  const eol = attributes.get('eol');
  return eol === 'crlf' ? true : eol === 'lf' ? false : undefined;
}

async function attributesAt(linesIn: (folder: string) => Promise<AttributeLines>, path: string): Promise<Attributes> {
  const parts = path.split('/').filter((part) => part !== '');
  return attributesOf(await Promise.all(parts.map(async (_, depth) => ({ lines: await linesIn(parts.slice(0, depth).join('/')), path: parts.slice(depth).join('/') }))));
}

async function readLines(files: CommitFiles, folder: string): Promise<AttributeLines> {
  const entry = await files.find(folder === '' ? '.gitattributes' : `${folder}/.gitattributes`);
  const text = entry?.kind === 'file' ? await files.bytes(entry.id, MOST_ATTRIBUTE_BYTES) : undefined;
  return parseAttributes(text?.toString('utf8') ?? '');
}

async function isConfigured(git: string | undefined): Promise<boolean> {
  if (git === undefined) return false;
  const env = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '' };
  // Exits with 1 where none is set; without git nothing was checked out by it.
  const { stdout } = await promisify(execFile)('git', [`--git-dir=${git}`, 'config', '--get-regexp', '^core\\.(autocrlf|eol)$'], { env }).catch(() => ({ stdout: '' }));
  const set = new Map(stdout.split('\n').map((line): [string, string] => [line.split(' ')[0] ?? '', (line.split(' ')[1] ?? '').toLowerCase()]));
  return ['true', 'yes', 'on', '1', ''].includes(set.get('core.autocrlf') ?? 'false') || set.get('core.eol') === 'crlf';
}
