/** Which files a judgement reads, and that no stranger wrote them where the run has rights that a stranger's must not get. */
import { realpathSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { refuseUnsafeCheckout } from '../github/checkout.js';
import type { Client } from '../github/client.js';
import type { Setting } from './publish.js';
import { modelsBy, type Reading } from './sources.js';

/** Throws UserError `unsafe-checkout` where the policy of the checkout is a stranger's. */
export async function refuseUnsafePolicy(setting: Setting, workspace: string, env: NodeJS.ProcessEnv): Promise<void> {
  await refuseUnsafe(setting, workspace, [setting.inputs.policy], env);
}

/** The same for models and data that the policies of these readings name: a policy that was merged may lead into a pull request's checkout. */
export async function refuseUnsafeFiles(setting: Setting, workspace: string, readings: readonly Reading[], env: NodeJS.ProcessEnv): Promise<void> {
  const paths = await Promise.all(readings.map((reading) => pathsIn(reading, setting, workspace)));
  await refuseUnsafe(setting, workspace, [...new Set(paths.flat())], env);
}

async function refuseUnsafe({ inputs, event }: Setting, workspace: string, paths: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  // One for all questions: its deadline is that of all of them together.
  let made: Promise<Client> | undefined;
  const client = (): Promise<Client> => (made ??= import('../github/client.js').then(({ clientOf }) => clientOf(inputs.token, env)));
  await refuseUnsafeCheckout({ event, name: env.GITHUB_EVENT_NAME ?? '', sha: env.GITHUB_SHA ?? '', client }, paths.map((path) => folderOf(resolve(workspace, path))));
}

async function pathsIn(reading: Reading, { inputs }: Setting, workspace: string): Promise<readonly string[]> {
  const models = await modelsBy(reading, inputs, workspace);
  return models.flatMap(({ path, data: { heldout, calibration } }) => [path, heldout.path, heldout.labels, calibration?.path, calibration?.labels].filter((one) => one !== undefined));
}

/** Where it lies, links resolved as far as it exists; a folder of samples may be a checkout itself. */
function folderOf(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return dirname(path) === path ? path : folderOf(dirname(path));
  }
}
