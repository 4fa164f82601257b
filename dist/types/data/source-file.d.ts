export interface SourceFile {
    /** Absolute, symlinks resolved. */
    readonly path: string;
    /** Relative to the workspace, with forward slashes: for people and for hashes. */
    readonly shown: string;
    readonly bytes: number;
}
/** @throws UserError `data-not-found`, or what `resolveInside` says of a path that leaves the workspace. */
export declare function locate(workspace: string, path: string): Promise<{
    file: SourceFile;
    directory: boolean;
}>;
/** A file that must not be a folder. */
export declare function locateFile(workspace: string, path: string): Promise<SourceFile>;
export declare function shownPath(path: string): string;
/** The first bytes of a file. @throws UserError `lfs-pointer` */
export declare function readHead(file: SourceFile): Promise<Uint8Array>;
/** @throws UserError `lfs-pointer` where the bytes are a pointer and not the file. */
export declare function refuseLfsPointer(head: Uint8Array, file: SourceFile): void;
/** What the lines of a text may end with. */
export declare const LINE_ENDS: readonly ["\n", "\r\n"];
type LineEnd = (typeof LINE_ENDS)[number];
/** sha256 of the file's bytes, streamed; or of what they would be if every line ended so. */
export declare function hashFile(file: SourceFile, end?: LineEnd): Promise<string>;
/**
 * One hash for all files of a source. A single file: its own sha256, as `sha256sum` prints it. Several: the sha256 of
 * the lines `HASH  PATH`, in the given order, as `sha256sum FILES | sha256sum` prints it. With `end`: if every line ended so.
 */
export declare function hashFiles(files: readonly SourceFile[], end?: LineEnd): Promise<string>;
export {};
