/** What a tool prints; empty where it is not there, fails or does not answer. */
export declare function printed(tool: string, args: readonly string[]): string;
/** Names in a folder; none where it cannot be read. */
export declare function entriesOf(folder: string): string[];
/** What a file says; empty where it cannot be read. */
export declare function fileText(path: string): string;
