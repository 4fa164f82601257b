/** What an artifact holds. */
import { fromBufferPromise } from 'yauzl';

/** Names of the zip's members, sorted. */
export async function membersOf(bytes: Buffer): Promise<string[]> {
  const zip = await fromBufferPromise(bytes, { autoClose: false });
  const names: string[] = [];
  for await (const entry of zip.eachEntry()) names.push(entry.fileName);
  return names.sort();
}
