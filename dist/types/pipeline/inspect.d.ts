import type { DeviceName } from '../policy/types.js';
import type { ModelReport } from '../report/types.js';
import type { Journal } from './journal.js';
export declare function inspectModel(workspace: string, path: string, device: DeviceName, journal: Journal): Promise<ModelReport>;
