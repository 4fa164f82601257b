/** Model reports before anything is known. */
import type { ModelReport } from '../report/types.js';
/** ERROR until a stage says otherwise: nothing measured is never a pass. */
export declare function emptyModelReport(name: string, path: string, seed: number): ModelReport;
