import type { Environment } from '../report/types.js';
/** @param onnxruntime its version; empty where none was loaded */
export declare function environment(onnxruntime: string): Environment;
