/** `13.0.96`, or as much of it as is known, which may be the soname's number alone; undefined where not even that is. */
export declare function versionOfLibrary(path: string): string | undefined;
