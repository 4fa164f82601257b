/** What every dataset format offers to the rest: named columns, one value per sample, read front to back. */
import type { UserError } from '../errors.js';
import type { DataFormat, DataSource, Preprocess } from '../policy/types.js';
import type { ElementType, HostTensor, Port } from '../runtime/types.js';
import type { SourceFile } from './source-file.js';
export interface Column {
    readonly name: string;
    readonly type: ElementType;
    /** Shape of one sample's value; [] for a number. */
    readonly dims: readonly number[];
    /** Samples in this column. */
    readonly count: number;
    /** Why the column cannot be used, thrown once someone asks for it; undefined where it can. */
    readonly problem: UserError | undefined;
    /** `image` where files were decoded: rows, columns, channels in RGB order (or one grey channel). */
    readonly origin: 'stored' | 'image';
}
export interface Table {
    /** In the order in which they are hashed. */
    readonly files: readonly SourceFile[];
    readonly columns: readonly Column[];
    /** Column that is the target where the policy names none. */
    readonly defaultTarget: string | undefined;
    /** True where several plain columns together may feed the only input: CSV. */
    readonly tabular: boolean;
    /** Findings for people, such as the classes of an image folder. */
    readonly notes: readonly string[];
    /** A fresh pass over these columns. */
    open(columns: readonly string[]): Promise<Cursor>;
}
/** One pass, front to back. */
export interface Cursor {
    /**
     * The rows at these indices: ascending, and beyond all that were taken before. One tensor [indices, ...dims] per
     * column; its memory is used again by the next call.
     */
    take(indices: readonly number[]): Promise<ReadonlyMap<string, HostTensor>>;
    close(): Promise<void>;
}
/** What a format may look at while it opens. */
export interface OpenContext {
    readonly workspace: string;
    readonly source: DataSource;
    readonly preprocess: Preprocess;
    readonly inputs: readonly Port[];
}
export interface Format {
    readonly name: DataFormat;
    /** Whether a file that starts with these bytes and has this name is of the format. */
    matches(head: Uint8Array, path: string): boolean;
    open(file: SourceFile, context: OpenContext): Promise<Table>;
}
