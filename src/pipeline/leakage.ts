/** Calibration and held-out samples that are the same, or nearly: what was fitted must not be what judges. */
import { hashesOf } from '../data/samples.js';
import { FEWEST_ELEMENTS, rowsOf, Sketcher, SketchIndex, widthOf, type Sketch } from '../data/sketch.js';
import type { Samples } from '../data/types.js';
import { UserError } from '../errors.js';
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

/** One pass over the samples, of which a batch is held. */
async function* stream(samples: Samples, sketcher: Sketcher | undefined): AsyncGenerator<Seen> {
  for await (const batch of samples.batches(BATCH)) {
    const rows = sketcher === undefined ? undefined : rowsOf(batch.feeds);
    yield { hashes: hashesOf(batch), sketches: sketcher === undefined || rows === undefined ? [] : Array.from({ length: rows.count }, (_, row) => sketcher.sketch(rows, row)) };
  }
}

/** All of them at once. */
export async function look(samples: Samples, sketcher: Sketcher | undefined): Promise<Seen> {
  const all = { hashes: [] as string[], sketches: [] as Sketch[] };
  for await (const { hashes, sketches } of stream(samples, sketcher)) {
    all.hashes.push(...hashes);
    all.sketches.push(...sketches);
  }
  return all;
}

export interface Leak {
  /** Positions of calibration samples that are held out as well, rising. */
  readonly same: readonly number[];
  /** How many held-out samples are nearly a calibration sample. */
  readonly near: number;
}

/** Of all held-out samples, from parts of them. */
export function leakOfAll(parts: readonly Leak[]): Leak {
  return { same: [...new Set(parts.flatMap(({ same }) => same))].sort((a, b) => a - b), near: parts.reduce((sum, { near }) => sum + near, 0) };
}

/** What is kept grows with the calibration samples; the held-out ones, of which there may be a billion, are streamed. */
export async function leakBetween(heldout: Samples, calibration: Samples): Promise<Leak> {
  const sketcher = await sketcherFor(calibration);
  const known = await look(calibration, sketcher);
  const [hashes, index] = [new Set(known.hashes), new SketchIndex(known.sketches)];
  const found = new Set<string>();
  let near = 0;
  for await (const seen of stream(heldout, sketcher)) {
    for (const hash of seen.hashes) if (hashes.has(hash)) found.add(hash);
    near += seen.sketches.filter((sketch) => index.hasNear(sketch)).length;
  }
  return { same: known.hashes.flatMap((hash, position) => (found.has(hash) ? [position] : [])), near };
}

/** What is wrong with them, as a warning. @throws UserError `data-overlap` */
export function judgeLeak({ same, near }: Leak, heldout: number, calibration: number, where: string): Finding[] {
  if (same.length === 0) return nearlyAlike(near, heldout, where);
  throw new UserError({
    code: 'data-overlap', where,
    message: `${String(same.length)} of ${String(calibration)} calibration samples are also among the held-out ones: the verdict would judge what was fitted.`,
    fix: 'Take those samples out of the calibration data, or leave `calibration` out: 20 % of the held-out file then calibrates.',
  });
}

/** A warning where held-out samples have a near-duplicate among those that calibrate. */
export function nearlyAlike(near: number, heldout: number, where: string): Finding[] {
  if (near === 0) return [];
  return [{
    code: 'near-duplicates', level: 'warning', where,
    message: `${near.toLocaleString('en-US')} of ${heldout.toLocaleString('en-US')} held-out samples are nearly alike to a calibration sample (correlation above about 0.995): what was fitted may judge itself.`,
    fix: 'Look for frames of one recording, augmented copies, crops of one picture or repeated rows, and keep each source on one side.',
  }];
}
