import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

it('onnx_pb.gen.ts is what onnx.proto gives', () => {
  const script = fileURLToPath(new URL('../../scripts/generate-proto.mjs', import.meta.url));
  expect(execFileSync(process.execPath, [script, '--check'], { encoding: 'utf8' })).toContain('is current');
});
