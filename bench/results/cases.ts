/** Every model of the shared data with what it is judged on. Preprocessing and dense figures are those of each folder's README. */

export interface BenchCase {
  /** Also the name of the row. */
  readonly name: string;
  readonly model: string;
  /** Absent: nothing can be fed (said in `remark`); only the attempt to prune is shown. */
  readonly data?: BenchData;
  readonly remark?: string;
}

export interface BenchData {
  readonly heldout: DataFile;
  /** Absent: a seeded 20 % of the held-out file calibrates. */
  readonly calibration?: DataFile;
  /** As in a policy. */
  readonly preprocess?: Record<string, unknown>;
  /** The first is the one shown. */
  readonly metric: Record<string, unknown>;
  /** Dense metric by the README, on all rows of the held-out file; undefined where it names none for this file. */
  readonly expected?: number;
}

export interface DataFile {
  readonly path: string;
  readonly inputs: Record<string, string>;
  readonly target?: string;
  readonly 'max-samples'?: number;
}

const ACCURACY = { name: 'accuracy' };
const AGREEMENT = { name: 'agreement' };
const IMAGENET = { mean: [0.485, 0.456, 0.406], std: [0.229, 0.224, 0.225] };

/** Two files of the same columns in one folder: eval.npz and calib.npz, labels in `labels`. */
function split(folder: string, inputs: Record<string, string>, names: readonly [string, string] = ['eval.npz', 'calib.npz']): Pick<BenchData, 'heldout' | 'calibration'> {
  return {
    heldout: { path: `${folder}/${names[0]}`, inputs, target: 'labels' },
    calibration: { path: `${folder}/${names[1]}`, inputs },
  };
}

const digits = (input: string, preprocess: Record<string, unknown> | undefined, expected: number): BenchData =>
  ({ ...split('mnist', { [input]: 'images' }), ...(preprocess === undefined ? {} : { preprocess }), metric: ACCURACY, expected });

const fashion: BenchData = {
  ...split('fashion-mnist-resnet', { input: 'images' }), preprocess: { scale: 255, mean: [0.286], std: [0.353], layout: 'NCHW' }, metric: ACCURACY, expected: 0.8934,
};
const spoken: BenchData = {
  ...split('spoken-digits-dscnn', { input: 'features' }), preprocess: { mean: [-7.2081], std: [4.3102] }, metric: ACCURACY, expected: 0.98,
};
const cifar = (input: string, preprocess: Record<string, unknown> | undefined, expected?: number): BenchData => ({
  ...split('cifar10-images', { [input]: 'images' }, ['test.npz', 'train.npz']), ...(preprocess === undefined ? {} : { preprocess }),
  metric: ACCURACY, ...(expected === undefined ? {} : { expected }),
});
const table = (name: string, expected: number): BenchData =>
  ({ ...split('tabular-mlp', { input: 'input' }, [`${name}_eval.npz`, `${name}_calib.npz`]), metric: ACCURACY, expected });

/** Pictures without labels for models without data of their own. */
const pictures = (input: string, preprocess: Record<string, unknown>, metric: Record<string, unknown>): BenchData => ({
  heldout: { path: 'cifar10-images/test.npz', inputs: { [input]: 'images' }, 'max-samples': 300 },
  calibration: { path: 'cifar10-images/train.npz', inputs: { [input]: 'images' }, 'max-samples': 500 },
  preprocess, metric,
});

const RESNET = { scale: 255, ...IMAGENET, layout: 'NCHW' };
const NO_README = 'its README gives no figure for these images';
const FOREIGN = 'no data of its own: agreement with the dense model on enlarged CIFAR-10 images';

export const CASES: readonly BenchCase[] = [
  { name: 'mnist-mnist-8', model: 'mnist/mnist-8.onnx', data: digits('Input3', { layout: 'NCHW' }, 0.983) },
  { name: 'mnist-cnn-max2', model: 'mnist/cnn-max2.onnx', data: digits('conv2d_14_input', { scale: 255 }, 0.9728) },
  { name: 'mnist-cnn-max2-qdq-int8', model: 'mnist/cnn-max2-qdq-int8.onnx', data: digits('conv2d_14_input', { scale: 255 }, 0.9728) },
  { name: 'mnist-mlp-2x10', model: 'mnist/mlp-2x10.onnx', data: digits('input', { scale: 255, layout: 'NCHW' }, 0.9028) },
  { name: 'fashion-mnist-resnet', model: 'fashion-mnist-resnet/model.onnx', data: fashion },
  { name: 'fashion-mnist-resnet-bn', model: 'fashion-mnist-resnet/model-bn-unfused.onnx', data: fashion },
  { name: 'cifar10-resnet20', model: 'cifar10-models/resnet20.onnx', data: cifar('input', RESNET, 0.9164) },
  { name: 'cifar10-resnet20-bn', model: 'cifar10-models/resnet20-bn-unfused.onnx', data: cifar('input', RESNET, 0.9164) },
  { name: 'cifar10-resnet20-qdq-int8', model: 'cifar10-models/resnet20-qdq-int8.onnx', data: cifar('input', RESNET), remark: NO_README },
  { name: 'cifar10-mlperf-tiny-resnet8', model: 'cifar10-models/mlperf-tiny-resnet8.onnx', data: cifar('input_1', undefined), remark: NO_README },
  { name: 'cifar10-wide-kw', model: 'cifar10-models/cifar-wide-kw.onnx', data: cifar('input', { scale: 255, mean: IMAGENET.mean, std: [0.225], layout: 'NCHW' }), remark: NO_README },
  { name: 'spoken-digits-dscnn', model: 'spoken-digits-dscnn/model.onnx', data: spoken },
  { name: 'spoken-digits-dscnn-bn', model: 'spoken-digits-dscnn/model-bn-unfused.onnx', data: spoken },
  {
    name: 'banking77-transformer', model: 'banking77-transformer/intent-transformer.onnx',
    data: { ...split('banking77-transformer', { input_ids: 'input_ids', attention_mask: 'attention_mask' }), metric: ACCURACY, expected: 0.8929 },
  },
  {
    name: 'magika', model: 'magika-filetype/magika-standard_v3_3.onnx',
    data: { heldout: { path: 'magika-filetype/eval.npz', inputs: { bytes: 'bytes' }, target: 'labels' }, metric: ACCURACY, expected: 0.9868 },
  },
  {
    name: 'ppocr-direction', model: 'ppocr-cls/ch_ppocr_mobile_v2.0_cls_infer.onnx',
    data: { heldout: { path: 'ppocr-cls/eval.npz', inputs: { x: 'images' }, target: 'labels' }, preprocess: { scale: 255, mean: [0.5], std: [0.5], layout: 'NCHW' }, metric: ACCURACY, expected: 0.867 },
  },
  {
    name: 'ppocr-detection', model: 'ppocr-det-segmentation/ch_PP-OCRv4_det_infer.onnx',
    data: { heldout: { path: 'ppocr-det-segmentation/eval.npz', inputs: { x: 'images' }, target: 'masks' }, preprocess: RESNET, metric: { name: 'iou', threshold: 0.3 }, expected: 0.5 },
  },
  { name: 'tabular-breast-cancer', model: 'tabular-mlp/breast_cancer_mlp.onnx', data: table('breast_cancer_mlp', 0.9649) },
  { name: 'tabular-wine', model: 'tabular-mlp/wine_mlp.onnx', data: table('wine_mlp', 1) },
  { name: 'vww-mobilenet-v1', model: 'mlperf-tiny-unlabelled/vww-mobilenetv1-025.onnx', data: pictures('input_1', { scale: 255, resize: { width: 96, height: 96 } }, AGREEMENT), remark: FOREIGN },
  {
    name: 'ultraface', model: 'ultraface-detector/ultraface-slim-320.onnx',
    data: pictures('input', { mean: [127], std: [128], layout: 'NCHW', resize: { width: 320, height: 240 } }, { name: 'cosine', output: 'boxes' }), remark: `${FOREIGN}; cosine of the boxes`,
  },
  { name: 'silero-vad', model: 'silero-vad/silero_vad.onnx', remark: 'its state goes from frame to frame, which no dataset format carries' },
];
