/** Calibration and held-out samples that are the same, or nearly: what was fitted must not be what judges. */
import { Sketcher, type Sketch } from '../data/sketch.js';
import type { Samples } from '../data/types.js';
import type { Finding } from '../report/types.js';
/** Hashes of the samples, and where they can be compared, their sketches. */
export interface Seen {
    readonly hashes: readonly string[];
    readonly sketches: readonly Sketch[];
}
/** Tables made from the reference set; undefined where its samples have no angles worth comparing. */
export declare function sketcherFor(reference: Samples): Promise<Sketcher | undefined>;
/** One pass over the samples. */
export declare function look(samples: Samples, sketcher: Sketcher | undefined): Promise<Seen>;
/** A warning where held-out samples have a near-duplicate among those that calibrate. */
export declare function nearlyAlike(heldout: readonly Sketch[], calibration: readonly Sketch[], where: string): Finding[];
