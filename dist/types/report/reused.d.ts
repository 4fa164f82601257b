import type { ModelReport } from './types.js';
/** The note of such a model; `key` names what it depends on. */
export declare function reusedNote(key: string): string;
export declare const isReused: ({ notes }: ModelReport) => boolean;
/** One line under the table of models; empty where every model was pruned in this run. */
export declare function reusedLine(models: readonly ModelReport[]): string;
