/** One sentence for each way in which a value breaks the schema: what was expected, what was found, what was meant. */
import type { ErrorObject } from 'ajv';
import type { Segment } from './document.js';
/** A broken rule of the schema. */
export interface Complaint {
    readonly path: readonly Segment[];
    /** Whether the complaint is about the key that `path` ends in, not about its value. */
    readonly aboutKey: boolean;
    readonly message: string;
}
/** What explanations look at in the schema that holds the broken keyword. */
interface Parent {
    readonly expected?: string;
    readonly properties?: Readonly<Record<string, unknown>>;
    readonly dependentRequired?: Readonly<Record<string, unknown>>;
    readonly oneOf?: readonly {
        readonly required?: readonly string[];
    }[];
}
/** The parts of an ajv error, typed as far as they are. */
export interface Broken {
    readonly keyword: string;
    readonly path: readonly Segment[];
    readonly found: unknown;
    readonly params: Readonly<Record<string, unknown>>;
    readonly parent: Parent;
}
export declare function explain(error: ErrorObject, root: unknown): Complaint | undefined;
/** A value from the file, short, on one line and without characters that change how a line looks. */
export declare function describe(found: unknown): string;
export declare function quote(text: string): string;
export {};
