import { type Model } from './ir.js';
/** The same record where nothing is fused. */
export declare function unfused(model: Model): Model;
