/**
 * The environment a worker gets: an allow-list, so that a token or a proxy password of tomorrow stays out as well.
 * This keeps secrets out of reach of mistakes (logs, crash dumps, subprocesses); it is no sandbox.
 */
/** Copies the allowed variables; names are compared in upper case, as Windows does. */
export declare function scrubEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv;
