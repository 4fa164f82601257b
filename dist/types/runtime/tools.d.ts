/** What a tool prints; empty where it is not there, fails or does not answer. */
export declare function printed(tool: string, args: readonly string[]): string;
