import type { Samples } from '../data/types.js';
import type { Model } from '../onnx/ir.js';
import type { ModelPolicy } from '../policy/types.js';
import type { WrittenModel } from './files.js';
import type { Journal } from './journal.js';
import type { Subject } from './subject.js';
export interface StoreRequest {
    readonly outDir: string;
    readonly folder: string;
    readonly model: Model;
    readonly subject: Pick<Subject, 'hadExternalData' | 'sparse' | 'runtime' | 'inputs'>;
    readonly policy: Pick<ModelPolicy, 'prune'>;
    /** The proof runs on the first of them. */
    readonly samples: Samples;
    readonly journal: Pick<Journal, 'note'>;
}
export declare function storePruned(request: StoreRequest): Promise<WrittenModel>;
