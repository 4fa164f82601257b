import type { RunRequest } from '../request.js';
/** @throws UserError with the code of the first that is not there */
export declare function requireGivenFiles(request: RunRequest): Promise<void>;
