/** Opens a dataset for a model: finds the file, reads its columns, binds them to the inputs, checks what can be checked. */
import { UserError } from '../errors.js';
import { bindInputs, type InputPlan } from './bind.js';
import { chooseColumns, describeColumn, type Choice } from './choose-columns.js';
import { openTable, type OpenedTable } from './formats/registry.js';
import { BoundSamples } from './samples.js';
import { hashFiles, LINE_ENDS } from './source-file.js';
import type { SourceFile } from './source-file.js';
import { evenlySpaced } from '../kernels/spacing.js';
import type { OpenContext } from './table.js';
import type { Samples } from './types.js';

/**
 * The samples of `source`, ready to feed a model with these `inputs`. `max-samples` keeps that many, evenly spaced over
 * the file. Nothing is held in memory but one batch at a time (and, for image folders, the file names).
 *
 * @throws UserError `path-outside`, `data-not-found`, `lfs-pointer`, `data-format`, `data-malformed`, `data-truncated`,
 *   `data-corrupt`, `data-unsupported`, `image-unreadable`, `image-too-large`, `data-folder`, `data-unknown-column`,
 *   `data-unknown-input`, `data-unbound-input`, `data-mismatch`, `data-length-mismatch`, `data-empty`,
 *   `data-hash-mismatch`, `preprocess-invalid`, `preprocess-unused`; while it streams also `data-lossy-cast`
 */
export async function openSamples(context: OpenContext): Promise<Samples> {
  const { source } = context;
  const opened = await openTable(context);
  const choice = chooseColumns(opened.table, context);
  const count = commonCount(choice, context);
  const plans = bindInputs(choice.bindings, context);
  const sha256 = await hashFiles(opened.table.files);
  await checkHash(sha256, opened.table.files, context);
  const chosen = source.maxSamples !== undefined && source.maxSamples < count ? evenlySpaced(count, source.maxSamples) : undefined;
  const description = describe(opened, plans, choice, count, context);
  return new BoundSamples({ table: opened.table, plans, target: choice.target, slices: choice.slices, sha256, description }, count, chosen);
}

/** @throws UserError `data-length-mismatch`, `data-empty` */
function commonCount({ bindings, target, slices }: Choice, { source }: OpenContext): number {
  const columns = [...bindings.flatMap((binding) => binding.columns), ...(target === undefined ? [] : [target]), ...slices];
  const count = columns[0]?.count ?? 0;
  const other = columns.find((column) => column.count !== count);
  if (other !== undefined) {
    throw new UserError({
      code: 'data-length-mismatch', where: source.path,
      message: `Column ${columns[0]?.name ?? ''} has ${count} samples, column ${other.name} has ${other.count}.`,
      fix: 'Store one value per sample in every column.',
    });
  }
  if (count > 0 && columns.every(({ dims }) => !dims.includes(0)) && source.maxSamples !== 0) return count;
  throw new UserError({
    code: 'data-empty', message: `The dataset ${source.path} has no samples.`, where: source.path,
    fix: 'No evidence is never a pass: give it samples.',
  });
}

async function checkHash(sha256: string, files: readonly SourceFile[], { source }: OpenContext): Promise<void> {
  const pinned = source.sha256?.toLowerCase();
  if (pinned === undefined || pinned === sha256) return;
  const byEnds = await Promise.all(LINE_ENDS.map((end) => hashFiles(files, end)));
  const onlyEnds = byEnds.includes(pinned);
  throw new UserError({
    code: 'data-hash-mismatch', where: source.path,
    message: `The dataset ${source.path} is not the one that the policy pins: its sha256 is ${sha256}, the policy says ${source.sha256 ?? ''}.${onlyEnds ? ' Only its ends of lines differ.' : ''}`,
    fix: onlyEnds
      ? `Keep git from changing them: write the line "${source.path} -text" into .gitattributes, commit the file as it was pinned, and check it out again. If the change is meant, write the new sha256 into the policy.`
      : 'If the change is meant, write the new sha256 into the policy.',
  });
}

function describe({ format, table }: OpenedTable, plans: readonly InputPlan[], { target, slices }: Choice, count: number, { source }: OpenContext): string {
  const kept = source.maxSamples !== undefined && source.maxSamples < count ? `, ${source.maxSamples} of them taken, evenly spaced` : '';
  return [
    `${source.path} (${format}, ${count} samples${kept})`,
    ...plans.map(({ description }) => description),
    target === undefined ? 'no target' : `target ${target.name} ${describeColumn(target)}`,
    ...(slices.length === 0 ? [] : [`slices by ${slices.map(({ name }) => name).join(', ')}`]),
    ...table.notes,
  ].join('; ');
}
