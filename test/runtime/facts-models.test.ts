/** Facts of trained models. */
import { describe, expect, it } from 'vitest';
import type { Model } from '../../src/onnx/ir.js';
import type { Facts } from '../../src/ops/facts.js';
import type { HostTensor } from '../../src/runtime/types.js';
import { hasSharedData, sharedData } from '../shared-data.js';
import { factsOfFile, zeros } from './support.js';

const outputsOf = (model: Model) => model.graph.nodes.flatMap(({ outputs }) => outputs.filter((name) => name !== ''));

/** Every value is known, every traced movement covers its results and stays in its data. */
function expectComplete(model: Model, facts: Facts): void {
  for (const name of outputsOf(model)) expect(facts.values.has(name), name).toBe(true);
  for (const [index, { input, sources }] of facts.movements) {
    const node = model.graph.nodes[index];
    const from = facts.values.get(node?.inputs[input] ?? '');
    const elements = from?.dims.reduce((a, b) => a * b, 1) ?? 0;
    sources.forEach((each, position) => {
      const to = facts.values.get(node?.outputs[position] ?? '');
      expect(each.length).toBe(to?.dims.reduce((a, b) => a * b, 1));
      expect(each.every((source) => source >= -1 && source < elements)).toBe(true);
    });
  }
}

const shapeOf = (facts: Facts, name: string | undefined) => facts.values.get(name ?? '');

describe.skipIf(!hasSharedData)('facts of trained models (needs ../shared/data)', () => {
  it('mnist: flattens NHWC maps through Transpose and Reshape', async () => {
    const { model, facts } = await factsOfFile(sharedData('mnist/cnn-max2.onnx'));
    expectComplete(model, facts);
    expect(facts.untraced.size).toBe(0);
    expect(shapeOf(facts, model.graph.inputs[0]?.name)).toMatchObject({ dims: [1, 28, 28, 1], dynamic: [true, false, false, false] });
  });

  it('resnet20, unfused: the option-A shortcut pads channels by a computed amount, which is a known constant', async () => {
    const { model, facts } = await factsOfFile(sharedData('cifar10-models/resnet20-bn-unfused.onnx'));
    expectComplete(model, facts);
    const pads = model.graph.nodes.map((node, index) => ({ node, index })).filter(({ node }) => node.opType === 'Pad');
    expect(pads.length).toBeGreaterThan(0);
    for (const { node, index } of pads) {
      expect(facts.small.get(node.inputs[1] ?? '')?.constant).toBe(true);
      const sources = facts.movements.get(index)?.sources[0] ?? new Int32Array();
      expect(sources.includes(-1)).toBe(true);
    }
  });

  it('resnet20, quantised: int8 weights and activations are traced like floats', async () => {
    const { model, facts } = await factsOfFile(sharedData('cifar10-models/resnet20-qdq-int8.onnx'));
    expectComplete(model, facts);
    expect(facts.untraced.size).toBe(0);
  });

  it('banking77: batch and sequence are dynamic, width is not, and head reshapes are traced', async () => {
    const { model, facts } = await factsOfFile(sharedData('banking77-transformer/intent-transformer.onnx'));
    expectComplete(model, facts);
    expect(shapeOf(facts, 'logits')).toMatchObject({ dims: [1, 77], dynamic: [true, false] });
    const targets = model.graph.nodes.filter(({ opType }) => opType === 'Reshape').map(({ inputs }) => facts.small.get(inputs[1] ?? ''));
    expect(targets.every((target) => target !== undefined)).toBe(true);
    expect(targets.some((target) => target?.constant === false)).toBe(true);
    const lookups = [...facts.untraced].map(([index]) => model.graph.nodes[index]?.opType);
    expect(new Set(lookups)).toEqual(new Set(['Gather']));
  });

  it('banking77: real rows set the length of the sequence', async () => {
    const ids: HostTensor = { type: 'int64', dims: [4, 48], data: BigInt64Array.from({ length: 192 }, (_, i) => BigInt(i % 50)) };
    const mask: HostTensor = { type: 'int64', dims: [4, 48], data: new BigInt64Array(192).fill(1n) };
    const { facts } = await factsOfFile(sharedData('banking77-transformer/intent-transformer.onnx'), new Map([['input_ids', ids], ['attention_mask', mask]]));
    expect(shapeOf(facts, 'input_ids')).toMatchObject({ dims: [1, 48], dynamic: [true, true] });
  });

  it('ppocr-det: pictures stay larger than a pixel', async () => {
    const { model, facts } = await factsOfFile(sharedData('ppocr-det-segmentation/ch_PP-OCRv4_det_infer.onnx'));
    expectComplete(model, facts);
    const [output] = model.graph.outputs;
    expect(shapeOf(facts, output?.name)).toMatchObject({ dims: [1, 1, 64, 64], dynamic: [true, false, true, true] });
    const resizes = model.graph.nodes.filter(({ opType }) => opType === 'Resize');
    for (const { inputs } of resizes) expect(inputs.slice(2).some((name) => facts.small.has(name))).toBe(true);
  });

  it('silero: what an If yields is known, and may change size', async () => {
    const feeds = new Map<string, HostTensor>([
      ['input', zeros([1, 288])], ['state', zeros([2, 1, 128])], ['sr', { type: 'int64', dims: [], data: BigInt64Array.of(8000n) }],
    ]);
    const { model, facts } = await factsOfFile(sharedData('silero-vad/silero_vad.onnx'), feeds);
    expectComplete(model, facts);
    expect(shapeOf(facts, 'input')?.dims).toEqual([1, 288]);
    expect(shapeOf(facts, 'stateN')?.dims).toEqual([2, 1, 128]);
  });

  it.each(['light_squeezenet', 'light_resnet50', 'light_inception_v1', 'light_vgg19'])('%s: one size, nothing dynamic', async (name) => {
    const { model, facts } = await factsOfFile(sharedData(`operators/onnx-light/${name}.onnx`));
    expectComplete(model, facts);
    expect([...facts.values.values()].some(({ dynamic }) => dynamic.includes(true))).toBe(false);
    expect([...facts.small.values()].every(({ constant }) => constant)).toBe(true);
  });
});
