/**
 * Writes src/onnx/proto/onnx_pb.gen.ts from onnx.proto, with buf and the local protoc-gen-es (no network).
 * `--check` writes nothing and fails where the checked-in file is not what would be written.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(root, 'src/onnx/proto');
const target = join(folder, 'onnx_pb.gen.ts');

function generate() {
  const out = mkdtempSync(join(tmpdir(), 'prune-gate-proto-'));
  const plugin = ['node', join(root, 'node_modules/@bufbuild/protoc-gen-es/bin/protoc-gen-es')];
  const template = { version: 'v2', plugins: [{ local: plugin, out, opt: ['target=ts', 'import_extension=js'] }] };
  try {
    const buf = join(root, 'node_modules/@bufbuild/buf/bin/buf');
    execFileSync(process.execPath, [buf, 'generate', folder, '--template', JSON.stringify(template)], { stdio: 'inherit' });
    return readFileSync(join(out, 'onnx_pb.ts'), 'utf8');
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

function readOrEmpty(path) {
  try { return readFileSync(path, 'utf8'); } catch { return ''; }
}

const text = generate();
const name = relative(root, target);
if (!process.argv.includes('--check')) {
  writeFileSync(target, text);
  console.log(`wrote ${name}`);
} else if (readOrEmpty(target) === text) {
  console.log(`${name} is current`);
} else {
  console.error(`${name} is not what onnx.proto gives; run: node scripts/generate-proto.mjs`);
  process.exitCode = 1;
}
