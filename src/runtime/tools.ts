/** What the machine tells of itself, where it does: small tools, files and folders of the system. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { delimiter } from 'node:path';

const TIMEOUT_MS = 10_000;

/** What a tool prints; empty where it is not there, fails or does not answer. */
export function printed(tool: string, args: readonly string[]): string {
  const path = [process.env.PATH ?? '', ...process.platform === 'win32' ? [] : ['/sbin', '/usr/sbin']].join(delimiter);
  try {
    return execFileSync(tool, args, { encoding: 'utf8', timeout: TIMEOUT_MS, stdio: ['ignore', 'pipe', 'ignore'], env: { ...process.env, PATH: path } });
  } catch {
    return '';
  }
}

/** Names in a folder; none where it cannot be read. */
export function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** What a file says; empty where it cannot be read. */
export function fileText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
