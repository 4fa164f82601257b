/**
 * Targets in bytes against the file that was written. A step counts each weight in the form in which it would be stored, before the
 * file's form is decided: where the sparse form did not hold (store-pruned.ts), the dense file may be larger than was asked for.
 */
import { rm } from 'node:fs/promises';
import { UserError } from '../errors.js';
import type { ModelPolicy } from '../policy/types.js';
import { wantedText } from '../prune/target-words.js';
import type { WrittenModel } from './files.js';
import type { Subject } from './subject.js';

/**
 * Why a step's target in bytes is unmet, where the policy accepts that (`allow-partial`); undefined where all are met.
 *
 * @throws UserError `target-unreached`, once the files are removed: no other command may take them for what was asked
 */
export async function unmetSize({ fileBytes }: Pick<Subject, 'fileBytes'>, { prune }: Pick<ModelPolicy, 'prune'>, { bytes, files, sparse }: Pick<WrittenModel, 'bytes' | 'files' | 'sparse'>): Promise<string | undefined> {
  const unmet = prune.flatMap((step) => {
    if (step.method !== 'structured' || step.target.kind !== 'size') return [];
    const { target } = step;
    const most = 'most' in target ? target.most : fileBytes / target.factor;
    return bytes > most ? [{ allowed: step.allowPartial, wanted: wantedText(target) }] : [];
  });
  const [first = unmet[0]] = unmet.filter(({ allowed }) => !allowed);
  if (first === undefined) return undefined;
  const message = `The target of ${first.wanted} was not reached by the file as it is written, which has ${bytes.toLocaleString('en')} bytes${sparse === 0 ? '; the notes say where weights are stored dense' : ''}.`;
  if (first.allowed) return `${message} The policy accepts that with a warning (allow-partial).`;
  for (const file of files) await rm(file, { force: true });
  throw new UserError({ code: 'target-unreached', message, where: 'prune target in the policy', fix: 'Lower the target, or set `allow-partial: true` to accept less with a warning.' });
}
