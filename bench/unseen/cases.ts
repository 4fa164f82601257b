/** Models that no test and no setting of prune-gate was made with; `bench/unseen/setup.sh` makes them and says where from. */
import { besides } from '../quality/cases.js';
import type { Limit, QualityCase } from '../quality/cases.js';

export type Exporter = 'TorchScript' | 'torch.export';

export interface UnseenCase {
  readonly model: string;
  readonly exporter: Exporter;
  readonly factor: number;
  readonly quality: QualityCase;
  /** Name of the case of bench:quality whose rows are this one's: the same weights on the same images, so only peers are measured. */
  readonly measuredAs?: string;
}

const FILES: Readonly<Record<Exporter, string>> = { TorchScript: 'model.onnx', 'torch.export': 'dynamo.onnx' };

function unseen(model: string, factor: number, limit: Limit = 'relative', exporter: Exporter = 'TorchScript'): UnseenCase {
  const file = FILES[exporter];
  const steps = [{ method: 'structured', target: { macs: `${String(factor)}x` } }];
  const bench = {
    name: model, model: `${model}/${file}`,
    data: {
      heldout: { path: `${model}/heldout.npz`, inputs: { x: 'x' }, target: 'labels' },
      calibration: { path: `${model}/calib.npz`, inputs: { x: 'x' } }, metric: { name: 'accuracy' },
    },
  };
  const name = `${model}-${String(factor)}x${exporter === 'TorchScript' ? '' : '-exported'}`;
  return { model, exporter, factor, quality: { name, bench, cut: `${String(factor)}x fewer MACs`, steps, limit, beside: besides(steps) } };
}

/** The published checkpoint that Torch-Pruning can read too; shared, so not unseen. */
const published = (factor: number, limit: Limit): UnseenCase => ({ ...unseen('cifar-resnet20', factor, limit), measuredAs: `cifar10-resnet20-${String(factor)}x` });

/** The same model as the other exporter writes it. */
const exported = (model: string, factor: number): UnseenCase => unseen(model, factor, 'relative', 'torch.export');

export const UNSEEN: readonly UnseenCase[] = [
  unseen('digits-gru', 1.5), unseen('digits-gru', 2), exported('digits-gru', 2),
  unseen('digits-vit', 1.5), unseen('digits-vit', 2), exported('digits-vit', 2),
  unseen('digits-resnet32', 1.5), unseen('digits-resnet32', 2), exported('digits-resnet32', 2),
  unseen('digits-inverted-residual', 1.5), unseen('digits-inverted-residual', 2), exported('digits-inverted-residual', 2),
  unseen('cifar-resnet56', 2.12, { points: 1.5, stretch: 0.8 }),
  published(1.5, { points: 1.5, stretch: 1 }), published(2, { points: 3.5, stretch: 2 }),
];
