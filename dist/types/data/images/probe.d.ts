/**
 * What an image file says of itself before anything is decoded: kind, size, whether it is whole. A walk over its chunks
 * or markers; the pixels are not looked at.
 */
import { UserError } from '../../errors.js';
export type ImageKind = 'png' | 'jpeg' | 'webp';
export interface ImageHeader {
    readonly kind: ImageKind;
    readonly width: number;
    readonly height: number;
}
/** Pixels of one image: 50 megapixels decode to 200 MB. A small file can claim far more (a decompression bomb). */
export declare const MAX_IMAGE_PIXELS = 50000000;
/** Bytes of one image file; at 50 megapixels even an uncompressed one is below. */
export declare const MAX_IMAGE_BYTES: number;
/** @throws UserError `image-unreadable`, `image-too-large`, `data-truncated`, `data-corrupt` */
export declare function probeImage(bytes: Buffer, shown: string): ImageHeader;
export declare function unreadable(shown: string, why: string): UserError;
