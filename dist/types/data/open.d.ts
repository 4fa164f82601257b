import type { OpenContext } from './table.js';
import type { Samples } from './types.js';
/**
 * The samples of `source`, ready to feed a model with these `inputs`. `max-samples` keeps that many, evenly spaced over
 * the file. Nothing is held in memory but one batch at a time (and, for image folders, the file names).
 *
 * @throws UserError `path-outside`, `data-not-found`, `lfs-pointer`, `data-format`, `data-malformed`, `data-truncated`,
 *   `data-corrupt`, `data-unsupported`, `image-unreadable`, `image-too-large`, `data-folder`, `data-unknown-column`,
 *   `data-unknown-input`, `data-unbound-input`, `data-mismatch`, `data-length-mismatch`, `data-empty`,
 *   `data-hash-mismatch`, `preprocess-invalid`, `preprocess-unused`; while it streams also `data-lossy-cast`
 */
export declare function openSamples(context: OpenContext): Promise<Samples>;
