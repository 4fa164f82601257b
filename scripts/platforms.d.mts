export declare function nodeOf(platform: 'linux-arm64' | 'win32-x64', folder?: string): string | undefined;
