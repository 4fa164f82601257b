import type { Preprocess } from '../../policy/types.js';
import type { Pixels } from './decode.js';
type Geometry = Pick<Preprocess, 'resize' | 'crop'>;
/** Size after resize and crop; undefined where the image's own size stays. */
export declare function sizeAfter(geometry: Geometry): {
    readonly width: number;
    readonly height: number;
} | undefined;
/** @throws UserError `crop-too-large` */
export declare function applyGeometry(image: Pixels, geometry: Geometry, shown: string): Pixels;
/** Rule 1. */
export declare function resize(image: Pixels, width: number, height: number): Pixels;
export {};
