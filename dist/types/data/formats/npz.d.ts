import type { Format } from '../table.js';
export declare const npz: Format;
