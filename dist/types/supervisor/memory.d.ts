/** Bytes a worker may hold where nobody says otherwise. */
export declare function defaultMemoryLimit(): number;
/**
 * Calls `onExceeded(bytes)` once when the process holds more than `limit` bytes, resident or swapped out. Returns a
 * function that ends the watch. A reading that fails is no reading: the process may just have ended.
 */
export declare function watchMemory(pid: number, limit: number, onExceeded: (bytes: number) => void): () => void;
/** Lets the kernel's out-of-memory killer take the worker first, before the supervisor or the runner. Linux only. */
export declare function preferAsVictim(pid: number): void;
