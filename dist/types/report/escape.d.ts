/**
 * Names and messages come from models, data and policies of strangers. Whatever is in them, they stay text:
 *
 * 1. Control characters, line breaks and invisible or direction-changing characters go (a space or a replacement mark).
 * 2. Long text is cut in the middle, so that both ends can be recognised; no name is worth 300 kB.
 * 3. Markdown and HTML syntax is written as entities, which neither the table parser nor the inline parser reads.
 * 4. `@name` and `#12` mean something to GitHub even after that, and bare addresses become links: a zero-width space
 *    parts them.
 */
export declare const NAME_LIMIT = 80;
export declare const TEXT_LIMIT = 600;
/** Rules 1 and 2: one line of visible characters, at most `limit` of them. For terminals and annotations. */
export declare function plain(text: string, limit?: number): string;
/** All rules, for running text and table cells. */
export declare function prose(text: string, limit?: number): string;
/** A name as code: GitHub reads neither mentions nor references in it. */
export declare function code(name: string, limit?: number): string;
/** A web address as the target of a Markdown link; undefined where it is none. */
export declare function linkTarget(address: string): string | undefined;
