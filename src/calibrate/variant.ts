/** Opening a variant of a model: a small proto beside its stored weights, gone again when it is done with. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Model } from '../onnx/ir.js';
import { writeVariant } from '../onnx/store.js';
import type { Runtime, Session } from '../runtime/types.js';

let made = 0;

/**
 * Writes the model into `directory`, opens it, and hands the session to `use`; the session is released and the file
 * removed in any case.
 */
export async function withVariant<T>(
  runtime: Runtime, model: Model, directory: string, use: (session: Session) => Promise<T>,
): Promise<T> {
  made += 1;
  const path = join(directory, `variant-${process.pid}-${made}.onnx`);
  try {
    await writeVariant(model, path);
    const session = await runtime.open(path);
    try {
      return await use(session);
    } finally {
      await session.release();
    }
  } finally {
    rmSync(path, { force: true });
  }
}
