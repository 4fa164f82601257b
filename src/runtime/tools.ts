/** Small tools of the machine, asked for what they print. */
import { execFileSync } from 'node:child_process';

const TIMEOUT_MS = 10_000;

/** What a tool prints; empty where it is not there, fails or does not answer. */
export function printed(tool: string, args: readonly string[]): string {
  const path = `${process.env.PATH ?? ''}:/sbin:/usr/sbin`;
  try {
    return execFileSync(tool, args, { encoding: 'utf8', timeout: TIMEOUT_MS, stdio: ['ignore', 'pipe', 'ignore'], env: { ...process.env, PATH: path } });
  } catch {
    return '';
  }
}
