export interface ExternalFile {
    /** Absolute, symbolic links resolved. */
    readonly path: string;
    readonly size: number;
}
export type ExternalResolver = (location: string) => ExternalFile;
/** Resolves locations relative to `directory`; real paths must lie in `root` (default: the directory). */
export declare function externalResolver(directory: string, root?: string): ExternalResolver;
/** For models that come as bytes alone. */
export declare const noExternalFiles: ExternalResolver;
