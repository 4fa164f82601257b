/** Sonames in the order of the file. Throws Error for what is no 64-bit little-endian ELF library. */
export declare function neededLibraries(path: string): string[];
