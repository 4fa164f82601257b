import { type SourceFile } from '../source-file.js';
import type { OpenContext } from '../table.js';
export interface ImageList {
    readonly images: readonly SourceFile[];
    /** One per image; undefined where there are none. */
    readonly labels: readonly number[] | undefined;
    /** Hashed with the images. */
    readonly labelFile: SourceFile | undefined;
    readonly notes: readonly string[];
}
export declare function listImages(folder: SourceFile, context: OpenContext): Promise<ImageList>;
