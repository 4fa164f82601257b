import type { Environment } from '../report/types.js';
/**
 * @param onnxruntime its version; empty where none was loaded
 * @param coresFolder as Linux lays it out
 */
export declare function environment(onnxruntime: string, coresFolder?: string): Environment;
