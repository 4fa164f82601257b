import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fromBinary } from '@bufbuild/protobuf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.js';
import { hadExternalData, modelFromMessage, messageFromModel } from '../../src/onnx/codec.js';
import { externalResolver } from '../../src/onnx/external.js';
import { frameModel } from '../../src/onnx/frame.js';
import type { Model } from '../../src/onnx/ir.js';
import { ModelProtoSchema } from '../../src/onnx/proto/onnx_pb.gen.js';
import { readModel } from '../../src/onnx/read.js';
import { storeWeights, writeVariant } from '../../src/onnx/store.js';
import { tensorBytes } from '../../src/onnx/tensors.js';
import { encodeModel, writeModel } from '../../src/onnx/write.js';
import { hasSharedData, sharedData } from '../shared-data.js';
import { respread } from './respread.js';
import { runSeeded } from './run-model.js';

/** Every model of the shared data. */
function allModels(): { name: string; path: string }[] {
  if (!hasSharedData) return [];
  const names = readdirSync(sharedData(), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.onnx')).sort();
  return names.map((name) => ({ name, path: sharedData(name) }));
}

/** Below validation: operator sets too old to prune round-trip as well. */
function decodeUnchecked(bytes: Uint8Array, path: string): Model {
  return modelFromMessage(fromBinary(ModelProtoSchema, bytes), externalResolver(dirname(path)));
}

function encodeUnchecked(model: Model): Uint8Array {
  const chunks = frameModel(messageFromModel(model, { place: () => undefined, ranges: new Map() }), new Map());
  return Buffer.concat(chunks.list.filter((chunk) => chunk instanceof Uint8Array));
}

const REAL = [
  'mnist/mnist-8.onnx', 'fashion-mnist-resnet/model.onnx', 'fashion-mnist-resnet/model-bn-unfused.onnx', 'cifar10-models/resnet20.onnx',
  'cifar10-models/resnet20-qdq-int8.onnx', 'cifar10-models/mlperf-tiny-resnet8.onnx', 'ultraface-detector/ultraface-slim-320.onnx',
  'ppocr-cls/ch_ppocr_mobile_v2.0_cls_infer.onnx', 'mlperf-tiny-unlabelled/vww-mobilenetv1-025.onnx',
  'operators/burn-onnx/fixtures/external_data.onnx', 'operators/burn-onnx/fixtures/mixed_data.onnx',
  'operators/burn-onnx/fixtures/multi_external_files.onnx', 'malformed-models/ext_ok.onnx', 'malformed-models/tied_weights.onnx',
  'malformed-models/float_data_field.onnx', 'ppocr-det-segmentation/ch_PP-OCRv4_det_infer.onnx',
];

describe.skipIf(!hasSharedData)('round trip of every model in shared data (needs ../shared/data)', () => {
  let folder = '';
  beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'prune-gate-round-trip-')); });
  afterAll(() => rm(folder, { recursive: true }));

  // Same bytes are more than equal messages, and than equal outputs: onnxruntime sees the very same file.
  it('gives the same bytes, from untouched records and from records made anew', async () => {
    const differing: string[] = [];
    let count = 0;
    for (const { name, path } of allModels()) {
      const bytes = new Uint8Array(await readFile(path));
      let model: Model;
      try {
        model = decodeUnchecked(bytes, path);
      } catch {
        expect(name).toMatch(/^malformed-models/);
        continue;
      }
      if (hadExternalData(model)) continue;
      count++;
      if (Buffer.compare(encodeUnchecked(model), bytes) !== 0) differing.push(`${name}: untouched`);
      if (Buffer.compare(encodeUnchecked(respread(model)), bytes) !== 0) differing.push(`${name}: made anew`);
    }
    expect(differing).toEqual([]);
    expect(count).toBeGreaterThan(920);
  });

  it('keeps external tensors when written elsewhere, in a file or inline', async () => {
    let count = 0;
    for (const { path } of allModels().filter(({ name }) => /external|mixed_data|ext_ok/.test(name))) {
      const model = await readModel(path).catch((thrown: unknown) => {
        expect(thrown).toBeInstanceOf(UserError);
        return undefined;
      });
      if (model === undefined || !hadExternalData(model)) continue;
      count++;
      const weights = [...model.graph.initializers].map(([name, tensor]) => [name, tensor.dims, tensorBytes(tensor)]);
      for (const external of ['keep', 'inline', 'file'] as const) {
        const target = join(folder, `${external}-${count}.onnx`);
        await writeModel(model, target, { external });
        const again = await readModel(target);
        expect([...again.graph.initializers].map(([name, tensor]) => [name, tensor.dims, tensorBytes(tensor)])).toEqual(weights);
      }
    }
    expect(count).toBeGreaterThanOrEqual(5);
  });

  it.each(REAL)('onnxruntime gives bit-identical outputs: %s', async (name) => {
    const path = sharedData(name);
    const model = await readModel(path);
    const wanted = await runSeeded(model, path);
    expect(wanted).toBeDefined();
    expect(await runSeeded(model, encodeModel(respread(model)))).toEqual(wanted);
    const stored = await storeWeights(model, folder);
    const variant = join(folder, 'variant.onnx');
    await writeVariant(stored, variant);
    expect(await runSeeded(model, variant)).toEqual(wanted);
    const final = join(folder, 'final.onnx');
    await writeModel(stored, final, { external: 'inline' });
    expect(await runSeeded(model, final)).toEqual(wanted);
  });
});
