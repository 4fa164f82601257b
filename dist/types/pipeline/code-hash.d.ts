/** sha256 of the code that is running; read once. */
export declare function codeHash(): string;
/**
 * sha256 over names and bytes of what this file of code runs with: all of the bundle, whose entries share its chunks and decoders;
 * all of src/ where this is a file of it (`src/pipeline/`); a bundle of a single file by itself.
 */
export declare function hashOfCode(file: string): string;
