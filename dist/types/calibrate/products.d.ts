import type { Multiply } from '../kernels/matmul.js';
import type { Runtime } from '../runtime/types.js';
/** Opens a session that multiplies for as long as `use` runs. */
export declare function withProducts<T>(runtime: Runtime, use: (multiply: Multiply) => Promise<T>): Promise<T>;
