/** Calibration and held-out samples that are the same, or nearly: what was fitted must not be what judges. */
import { FEWEST_ELEMENTS, nearDuplicates, rowsOf, Sketcher, widthOf, type Sketch } from '../data/sketch.js';
import type { Batch, Samples } from '../data/types.js';
import type { Finding } from '../report/types.js';

/** Samples whose mean is subtracted before any two are compared. */
const CENTRED_ON = 256;
const BATCH = 64;

/** Hashes of the samples, and where they can be compared, their sketches. */
export interface Seen {
  readonly hashes: readonly string[];
  readonly sketches: readonly Sketch[];
}

/** Tables made from the reference set; undefined where its samples have no angles worth comparing. */
export async function sketcherFor(reference: Samples): Promise<Sketcher | undefined> {
  let sketcher: Sketcher | undefined;
  let width = 0;
  const some = reference.subset(Array.from({ length: Math.min(CENTRED_ON, reference.count) }, (_, i) => i));
  for await (const { feeds } of some.batches(BATCH)) {
    const rows = rowsOf(feeds);
    width = sketcher === undefined ? widthOf(rows) : width;
    if (width < FEWEST_ELEMENTS || widthOf(rows) !== width) return undefined;
    sketcher ??= new Sketcher(width);
    sketcher.centreOn(rows);
  }
  return sketcher;
}

/** One pass over the samples. */
export async function look(samples: Samples, sketcher: Sketcher | undefined): Promise<Seen> {
  const sketches: Sketch[] = [];
  const see = ({ feeds }: Batch): void => {
    if (sketcher === undefined) return;
    const rows = rowsOf(feeds);
    for (let row = 0; row < rows.count; row++) sketches.push(sketcher.sketch(rows, row));
  };
  return { hashes: await samples.sampleHashes(see), sketches };
}

/** A warning where held-out samples have a near-duplicate among those that calibrate. */
export function nearlyAlike(heldout: readonly Sketch[], calibration: readonly Sketch[], where: string): Finding[] {
  const near = nearDuplicates(heldout, calibration);
  if (near === 0) return [];
  return [{
    code: 'near-duplicates', level: 'warning', where,
    message: `${near.toLocaleString('en-US')} of ${heldout.length.toLocaleString('en-US')} held-out samples are nearly alike to a calibration sample (correlation above about 0.995): what was fitted may judge itself.`,
    fix: 'Look for frames of one recording, augmented copies, crops of one picture or repeated rows, and keep each source on one side.',
  }];
}
