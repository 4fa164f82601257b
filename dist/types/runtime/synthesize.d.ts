import type { ElementType, HostTensor } from './types.js';
/**
 * A tensor of this type and shape: `like`'s elements over and over where it is given (rows of real data stay rows
 * as long as all but the first size are theirs), else seeded normal floats, `whole` for integers and booleans.
 */
export declare function synthesize(type: ElementType, dims: readonly number[], seed: string, whole: 0 | 1, like?: HostTensor): HostTensor;
