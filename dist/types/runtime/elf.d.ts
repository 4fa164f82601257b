export interface Dynamic {
    /** Sonames in the order of the file. */
    readonly needed: readonly string[];
    /** Folders that the loader looks in for them, as written: `$ORIGIN` is the library's own. */
    readonly runpath: readonly string[];
}
/** Throws Error for what is no 64-bit little-endian ELF library. */
export declare function readDynamic(path: string): Dynamic;
