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
/** All of them at once. */
export declare function look(samples: Samples, sketcher: Sketcher | undefined): Promise<Seen>;
export interface Leak {
    /** Positions of calibration samples that are held out as well, rising. */
    readonly same: readonly number[];
    /** How many held-out samples are nearly a calibration sample. */
    readonly near: number;
}
/** Of all held-out samples, from parts of them. */
export declare function leakOfAll(parts: readonly Leak[]): Leak;
/** What is kept grows with the calibration samples; the held-out ones, of which there may be a billion, are streamed. */
export declare function leakBetween(heldout: Samples, calibration: Samples): Promise<Leak>;
/** What is wrong with them, as a warning. @throws UserError `data-overlap` */
export declare function judgeLeak({ same, near }: Leak, heldout: number, calibration: number, where: string): Finding[];
/** A warning where held-out samples have a near-duplicate among those that calibrate. */
export declare function nearlyAlike(near: number, heldout: number, where: string): Finding[];
