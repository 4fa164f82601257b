import type { Model } from './ir.js';
export declare function dropZeroStates(model: Model): Model;
