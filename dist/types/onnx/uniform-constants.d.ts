import type { Model } from './ir.js';
export declare function unshareUniform(model: Model): Model;
