/** Typed fields (float_data, int32_data, ...) to raw little-endian bytes. */
import { type Tensor } from '../ir.js';
/** Raw bytes of a tensor whose data is `typed`. Strings have none: throws. */
export declare function typedBytes(tensor: Tensor): Uint8Array;
