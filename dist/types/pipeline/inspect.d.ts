import type { Prunable } from '../prune/prunable.js';
import type { DeviceName } from '../policy/types.js';
import type { ModelReport } from '../report/types.js';
import type { Journal } from './journal.js';
import type { Subject } from './subject.js';
export declare function inspectModel(workspace: string, path: string, device: DeviceName, journal: Journal): Promise<ModelReport>;
/** The report of an opened model, and the analysis it was made from. */
export declare function inspectSubject(subject: Subject, path: string, journal: Journal): Promise<{
    readonly report: ModelReport;
    readonly prunable: Prunable;
}>;
