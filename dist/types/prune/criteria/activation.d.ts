/**
 * Mean magnitude of a unit's activation where the next layers read it, after the non-linearity (Polyak and Wolf 2015; the mean
 * activation of Molchanov et al. 2017). It says how much a unit speaks, not whether others could say it: a baseline.
 */
import type { Criterion } from './criterion.js';
export declare const activation: Criterion;
