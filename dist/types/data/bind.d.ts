import type { HostTensor, Port } from '../runtime/types.js';
import { type Binding } from './choose-columns.js';
import type { Column, OpenContext } from './table.js';
import type { Batch } from './types.js';
export interface InputPlan {
    readonly port: Port;
    readonly columns: readonly Column[];
    /** From one block of rows to the input's tensor. */
    prepare(rows: ReadonlyMap<string, HostTensor>): HostTensor;
    readonly isImage: boolean;
    /** `images uint8 [1017,32,32,3] -> x float32 [N,3,32,32] (HWC to CHW)` */
    readonly description: string;
}
/** @throws UserError `data-mismatch`, `preprocess-unused` */
export declare function bindInputs(bindings: readonly Binding[], context: OpenContext): readonly InputPlan[];
/** The target as stored. */
export declare function targetOf(rows: ReadonlyMap<string, HostTensor>, target: Column | undefined): HostTensor | undefined;
/** The columns that divide the samples, as stored; nothing where there are none. */
export declare function slicesOf(rows: ReadonlyMap<string, HostTensor>, columns: readonly Column[]): Pick<Batch, 'slices'>;
