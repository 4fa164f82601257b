/** A terminal for tests: what was written, and nothing of the real process. */
import type { World } from '../../src/cli/world.js';

export interface FakeWorld extends World {
  text(): { stdout: string; stderr: string };
}

export function fakeWorld(
  args: readonly string[], { cwd = '/repo', env = {}, isTTY = false, columns = 100 }: {
    cwd?: string; env?: Record<string, string>; isTTY?: boolean; columns?: number;
  } = {},
): FakeWorld {
  let stdout = '';
  let stderr = '';
  return {
    argv: ['node', 'prune-gate', ...args],
    env,
    cwd: () => cwd,
    stdout: { isTTY, columns, write: (text) => { stdout += text; } },
    stderr: { isTTY, columns, write: (text) => { stderr += text; } },
    text: () => ({ stdout, stderr }),
  };
}
