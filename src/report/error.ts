/** An error as a report says it. */
import { messageOf, UserError } from '../errors.js';
import type { ReportError } from './types.js';

/** Anything but a UserError is a bug of ours; its stack belongs in a log. `stage` is where the run was, null where it was in none. */
export function errorOfThrown(thrown: unknown, stage: string | null): ReportError {
  if (thrown instanceof UserError) {
    const { code, message, where, fix } = thrown;
    return { code, message, where: where ?? null, fix: fix ?? null, stage };
  }
  return {
    code: 'internal-error',
    message: `prune-gate has a bug: ${messageOf(thrown)}`,
    where: null,
    fix: 'please report it with the output of `prune-gate inspect`, and with worker.log of the output folder where there is one',
    stage,
  };
}
