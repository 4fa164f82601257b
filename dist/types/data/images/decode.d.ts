/** Rows, columns, channels; channels are R, G, B, or one grey. */
export interface Pixels {
    readonly width: number;
    readonly height: number;
    readonly channels: number;
    readonly data: Uint8Array;
}
/** The files that a bundle of this module needs beside it, as package paths: the build copies them there. */
export declare const CODEC_FILES: readonly string[];
/** Decodes one file. @throws UserError `image-unreadable`, `image-too-large`, `data-truncated`, `data-corrupt` */
export declare function decodeImage(bytes: Buffer, shown: string, channels: 1 | 3): Promise<Pixels>;
