import type { Model } from './ir.js';
export declare function inlineFunctions(model: Model): Model;
