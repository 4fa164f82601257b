/** What checks may be about besides a model's own metrics; the gate's table of thresholds has their aspects. */
export declare const MEASURES: readonly ["size", "gzip", "params", "nonzeros", "macs", "latency", "flash", "ram", "resident", "energy", "board-latency", "board-energy", "board-memory"];
