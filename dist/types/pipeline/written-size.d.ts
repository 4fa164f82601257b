import type { ModelPolicy } from '../policy/types.js';
import type { WrittenModel } from './files.js';
import type { Subject } from './subject.js';
/**
 * Why a step's target in bytes is unmet, where the policy accepts that (`allow-partial`); undefined where all are met.
 *
 * @throws UserError `target-unreached`, once the files are removed: no other command may take them for what was asked
 */
export declare function unmetSize({ fileBytes }: Pick<Subject, 'fileBytes'>, { prune }: Pick<ModelPolicy, 'prune'>, { bytes, files, sparse }: Pick<WrittenModel, 'bytes' | 'files' | 'sparse'>): Promise<string | undefined>;
