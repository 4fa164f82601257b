export declare const CONSULTATIONS_FILE = "consultations.json";
/** Counts this look and gives the number of all, this one included. */
export declare function consult(folder: string, model: string, heldout: string): Promise<number>;
