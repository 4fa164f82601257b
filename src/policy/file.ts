/** The bytes of a policy file: bounded, regular, UTF-8. */
import { open, stat } from 'node:fs/promises';
import { UserError } from '../errors.js';
import type { Problem } from './document.js';
import { PolicyInvalidError } from './errors.js';
import { MINIMAL_POLICY } from './minimal.js';

/** A policy is written by hand: this is a hundred times a long one. */
export const MAX_POLICY_BYTES = 2 ** 20;

/**
 * The bytes at `absolute`; messages name it `path`. Throws UserError `policy-missing` or `policy-unreadable`, or
 * PolicyInvalidError where it is too large.
 */
export async function readPolicyBytes(absolute: string, path: string): Promise<Buffer> {
  const stats = await stat(absolute).catch((cause: unknown) => {
    throw missing(path, cause);
  });
  // Asked first: opening a named pipe would wait for a writer.
  if (!stats.isFile()) throw unreadable(path, `it is ${stats.isDirectory() ? 'a folder' : 'no regular file'}`);
  const handle = await open(absolute).catch((cause: unknown) => {
    throw unreadable(path, 'it cannot be opened', cause);
  });
  const chunks: Buffer[] = [];
  // `end` is the last byte read: one more than may be there. The stream closes the handle.
  for await (const chunk of handle.createReadStream({ end: MAX_POLICY_BYTES })) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  if (bytes.length > MAX_POLICY_BYTES) throw policyTooLarge(path, Math.max(stats.size, bytes.length));
  return bytes;
}

/** Throws PolicyInvalidError with the first line that is not UTF-8. */
export function decodePolicy(bytes: Uint8Array, path: string): string {
  try {
    return utf8(bytes);
  } catch {
    throw fileProblem(path, [{ line: firstBadLine(bytes), column: 1, message: 'this line is not UTF-8; save the file as UTF-8' }]);
  }
}

function utf8(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}

/** No byte of a longer UTF-8 character is a line feed, so lines can be tried one by one. */
function firstBadLine(bytes: Uint8Array): number {
  let [line, start] = [1, 0];
  for (let end = bytes.indexOf(0x0a); end >= 0; end = bytes.indexOf(0x0a, start)) {
    if (!isUtf8(bytes.subarray(start, end))) break;
    [line, start] = [line + 1, end + 1];
  }
  return line;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    utf8(bytes);
    return true;
  } catch {
    return false;
  }
}

/** `policy-invalid` for the file as a whole. */
export function fileProblem(file: string, problems: readonly Problem[]): PolicyInvalidError {
  return new PolicyInvalidError(problems.map((problem) => ({ file, path: '', ...problem })));
}

export function policyTooLarge(path: string, bytes: number): PolicyInvalidError {
  return fileProblem(path, [{ line: 1, column: 1, message: `the file has ${bytes} bytes; a policy has at most ${MAX_POLICY_BYTES}` }]);
}

function missing(path: string, cause: unknown): UserError {
  return new UserError({ code: 'policy-missing', message: 'there is no policy', where: path, fix: `write one, for example:\n\n${MINIMAL_POLICY}`, cause });
}

function unreadable(path: string, why: string, cause?: unknown): UserError {
  return new UserError({ code: 'policy-unreadable', message: `the policy cannot be read: ${why}`, where: path, fix: 'name a file with --policy (action: input policy)', cause });
}
