/** Binds chosen columns to a model input: shapes fitted, values converted, or an error that says both sides. */
import { UserError } from '../errors.js';
import type { ElementType, HostTensor, Port } from '../runtime/types.js';
import { describeColumn, describePort, type Binding } from './choose-columns.js';
import { isIdentity, makeConverter, type Convert } from './convert.js';
import { copyTensor, describeType, elementCount, isFloating } from './elements.js';
import { fitSample, type Fit } from './fit.js';
import { applyGeometry, sizeAfter } from './images/geometry.js';
import type { Column, OpenContext } from './table.js';
import type { Batch } from './types.js';

export interface InputPlan {
  readonly port: Port;
  readonly columns: readonly Column[];
  /** From one block of rows to the input's tensor. */
  prepare(rows: ReadonlyMap<string, HostTensor>): HostTensor;
  readonly isImage: boolean;
  /** `images uint8 [1017,32,32,3] -> x float32 [N,3,32,32] (HWC to CHW)` */
  readonly description: string;
}

/** @throws UserError `data-mismatch`, `preprocess-unused` */
export function bindInputs(bindings: readonly Binding[], context: OpenContext): readonly InputPlan[] {
  checkNormalization(context);
  const plans = bindings.map((binding) => bindInput(binding, context));
  refuseIdlePreprocessing(plans, context);
  return plans;
}

/** What the columns of one input amount to, and how to get it from a block of rows. */
interface Gathered {
  readonly type: ElementType;
  readonly dims: readonly number[];
  readonly isPixels: boolean;
  from(rows: ReadonlyMap<string, HostTensor>): HostTensor;
}

function bindInput({ port, columns }: Binding, context: OpenContext): InputPlan {
  const { type, dims: [batch, ...wanted] } = port;
  if (type === undefined) throw mismatch(port, columns, 'the input is no tensor of a type that prune-gate feeds', 'Such models are not supported.', context);
  if (batch === undefined) throw mismatch(port, columns, 'the input has no axis for the batch', 'Export the model with a batch axis.', context);
  const gathered = gather(port, columns, context);
  const { layout, color, mean, std } = context.preprocess;
  const statistics = isFloating(type) ? Math.max(mean.length, std.length) : 1;
  const result = fitSample(gathered.dims, wanted, { layout, color, isPixels: gathered.isPixels, statistics });
  if ('why' in result) throw mismatch(port, columns, result.why, result.fix, context);
  const { fit } = result;
  if (statistics !== 1 && statistics !== fit.channels.count) {
    throw mismatch(port, columns, `mean and std have ${statistics} entries for ${fit.channels.count} channels`, 'Give mean and std one entry, or one per channel.', context);
  }
  const convert = makeConverter(type, fit, context.preprocess, columns.map(({ name }) => name).join(', '));
  return planOf(port, columns, gathered, fit, convert, context);
}

function planOf(port: Port, columns: readonly Column[], gathered: Gathered, fit: Fit, convert: Convert, context: OpenContext): InputPlan {
  const normalised = port.type !== undefined && isFloating(port.type) && !isIdentity(context.preprocess);
  const steps = [fit.how, normalised ? describeNormalization(context) : ''].filter((step) => step !== '');
  const isImage = fit.isImage || gathered.isPixels;
  return {
    port, columns, isImage, prepare: (rows) => convert(gathered.from(rows)),
    description: `${describeColumns(columns)} -> ${describePort(port)}${steps.length === 0 ? '' : ` (${steps.join(', ')})`}`,
  };
}

/** The formula with its numbers, as it would be written by hand: `(x / 255 - 0.286) / 0.353`, `(x + 7.2) / 4.3`. */
function describeNormalization({ preprocess: { scale, mean, std } }: OpenContext): string {
  const list = (values: readonly number[]): string => (values.length === 1 ? String(values[0]) : `[${values.join(', ')}]`);
  const scaled = scale === 1 ? 'x' : `x / ${scale}`;
  const [first = 0] = mean;
  const shift = mean.length === 1 && first < 0 ? ` + ${-first}` : ` - ${list(mean)}`;
  const shifted = mean.every((value) => value === 0) ? scaled : `${scaled}${shift}`;
  if (std.every((value) => value === 1)) return shifted;
  return `${shifted === 'x' ? shifted : `(${shifted})`} / ${list(std)}`;
}

function gather(port: Port, columns: readonly Column[], context: OpenContext): Gathered {
  const [column] = columns;
  if (column === undefined) throw mismatch(port, columns, 'no column is named', 'Name at least one column.', context);
  if (columns.length > 1) return stack(port, columns, context);
  if (column.origin === 'stored' && resizes(context) && isImageLike(column, port)) return reshapeStored(port, column, context);
  return { type: column.type, dims: column.dims, isPixels: column.origin === 'image', from: (rows) => rowsOf(rows, column) };
}

function rowsOf(rows: ReadonlyMap<string, HostTensor>, { name }: Column): HostTensor {
  const tensor = rows.get(name);
  if (tensor === undefined) throw new Error(`column ${name} was not read`);
  return tensor;
}

/** Several columns of plain numbers, side by side: [n, columns], in float64 unless all are int32. */
function stack(port: Port, columns: readonly Column[], context: OpenContext): Gathered {
  const shaped = columns.find(({ dims }) => dims.length > 0);
  if (shaped !== undefined) {
    throw mismatch(port, columns, `column ${shaped.name} holds more than one number per sample`, 'Map one column, or several that hold one number each.', context);
  }
  const width = columns.length;
  const from = (rows: ReadonlyMap<string, HostTensor>): HostTensor => {
    const parts = columns.map((column) => rowsOf(rows, column).data);
    const count = parts[0]?.length ?? 0;
    const data = new Float64Array(count * width);
    for (const [at, part] of parts.entries()) {
      for (let row = 0; row < count; row++) data[row * width + at] = Number(part[row]);
    }
    return { type: 'float64', dims: [count, width], data };
  };
  return { type: 'float64', dims: [width], isPixels: false, from };
}

const resizes = ({ preprocess: { resize, crop } }: OpenContext): boolean => resize !== undefined || crop !== undefined;

const isImageLike = ({ dims }: Column, port: Port): boolean =>
  dims.length === 3 || (dims.length === 2 && (port.dims.length === 4 || port.dims.length === 2));

/** The most channels an image has: grey, grey and alpha, RGB, RGBA. */
const MAX_CHANNELS = 4;

/** Resize and crop of stored images: 8 bits, rows x columns (x channels). */
function reshapeStored(port: Port, column: Column, context: OpenContext): Gathered {
  const [height = 0, width = 0, channels = 1] = column.dims;
  const size = sizeAfter(context.preprocess);
  if (column.type !== 'uint8' || channels > MAX_CHANNELS || size === undefined) {
    throw mismatch(port, [column], 'resize and crop work on 8-bit images stored as rows x columns x channels', 'Store the images as uint8 [samples, rows, columns, channels], or resize them yourself.', context);
  }
  const dims = [size.height, size.width, ...column.dims.slice(2)];
  const from = (rows: ReadonlyMap<string, HostTensor>): HostTensor => {
    const stored = rowsOf(rows, column).data as Uint8Array;
    const each = height * width * channels;
    const count = stored.length / each;
    const data = new Uint8Array(count * elementCount(dims));
    for (let row = 0; row < count; row++) {
      const image = { width, height, channels, data: stored.subarray(row * each, (row + 1) * each) };
      data.set(applyGeometry(image, context.preprocess, context.source.path).data, row * elementCount(dims));
    }
    return { type: 'uint8', dims: [count, ...dims], data };
  };
  return { type: 'uint8', dims, isPixels: column.dims.length === 3, from };
}

function describeColumns(columns: readonly Column[]): string {
  const [first] = columns;
  if (columns.length === 1 && first !== undefined) return `${first.name} ${describeColumn(first)}`;
  const names = columns.map(({ name }) => name);
  const shown = names.length > 6 ? `${names.slice(0, 3).join(', ')} ... ${names.at(-1) ?? ''}` : names.join(', ');
  return `${columns.length} columns (${shown}) ${describeType('float64', [first?.count ?? 0, columns.length])}`;
}

function mismatch(port: Port, columns: readonly Column[], why: string, fix: string, context: OpenContext): UserError {
  return new UserError({
    code: 'data-mismatch', where: context.source.path, fix,
    message: `The model input and the data do not fit: model input ${describePort(port)}; data column ${describeColumns(columns)}; ${why}.`,
  });
}

function checkNormalization({ preprocess: { scale, mean, std }, source }: OpenContext): void {
  const usable = Number.isFinite(scale) && scale !== 0 && mean.length > 0 && mean.every(Number.isFinite)
    && std.length > 0 && std.every((value) => Number.isFinite(value) && value !== 0);
  const equal = mean.length === std.length || mean.length === 1 || std.length === 1;
  if (usable && equal) return;
  throw new UserError({
    code: 'preprocess-invalid', where: source.path,
    message: 'In `preprocess`, scale and std must be finite and not 0, mean finite, and mean and std as long as each other (or 1).',
    fix: 'For instance: preprocess: { scale: 255, mean: [0.5], std: [0.5] }',
  });
}

/** A setting that changes nothing is a mistake somewhere else: say so rather than measure the wrong thing. */
function refuseIdlePreprocessing(plans: readonly InputPlan[], { preprocess, source }: OpenContext): void {
  const refuse = (what: string, needs: string): never => {
    throw new UserError({
      code: 'preprocess-unused', message: `\`preprocess\` sets ${what}, but no model input ${needs}.`, where: source.path,
      fix: `Remove ${what} from \`preprocess\`.`,
    });
  };
  if (!isIdentity(preprocess) && !plans.some(({ port }) => port.type !== undefined && isFloating(port.type))) {
    refuse('scale, mean or std', 'is floating-point');
  }
  if (plans.some(({ isImage }) => isImage)) return;
  for (const what of ['layout', 'color', 'resize', 'crop'] as const) {
    if (preprocess[what] !== undefined) refuse(what, 'is fed with images');
  }
}

/** The target as stored. */
export function targetOf(rows: ReadonlyMap<string, HostTensor>, target: Column | undefined): HostTensor | undefined {
  return target === undefined ? undefined : copyTensor(rowsOf(rows, target));
}

/** The columns that divide the samples, as stored; nothing where there are none. */
export function slicesOf(rows: ReadonlyMap<string, HostTensor>, columns: readonly Column[]): Pick<Batch, 'slices'> {
  return columns.length === 0 ? {} : { slices: new Map(columns.map((column) => [column.name, copyTensor(rowsOf(rows, column))])) };
}
