/**
 * Which columns feed which model input:
 *
 * 1. The columns that the policy's `inputs` names for it.
 * 2. Else the column with the input's own name.
 * 3. Else, where the model has one input: the only column that is neither the target nor a slice; in a CSV file, all of
 *    those side by side, where their number is the size that the input wants.
 *
 * Whatever is left unfed, or named and not there, is an error that lists what there is.
 */
import { UserError } from '../errors.js';
import { nearest } from '../policy/nearest.js';
import type { Port } from '../runtime/types.js';
import { describeType, elementCount } from './elements.js';
import type { Column, OpenContext, Table } from './table.js';

export interface Binding {
  readonly port: Port;
  /** One, or several plain ones that become [samples, columns]. */
  readonly columns: readonly Column[];
}

export interface Choice {
  readonly bindings: readonly Binding[];
  readonly target: Column | undefined;
  /** Each holds one number a sample. */
  readonly slices: readonly Column[];
}

/** @throws UserError `data-unknown-input`, `data-unknown-column`, `data-unbound-input`, `data-mismatch`, or a chosen column's problem */
export function chooseColumns(table: Table, context: OpenContext): Choice {
  const { inputs, source } = context;
  for (const name of source.inputs.keys()) {
    if (!inputs.some((port) => port.name === name)) throw unknownInput(name, context);
  }
  const target = chooseTarget(table, context);
  const slices = (source.slices ?? []).map((name) => columnNamed(name, table, context));
  const apart = target === undefined ? slices : [target, ...slices];
  const chosen = inputs.map((port) => ({ port, columns: columnsFor(port, table, apart, context) }));
  const unfed = chosen.filter(({ columns }) => columns === undefined).map(({ port }) => port);
  if (unfed.length > 0) throw unbound(unfed, table, context);
  const bindings = chosen.map(({ port, columns = [] }) => ({ port, columns }));
  for (const column of [...bindings.flatMap(({ columns }) => columns), ...apart]) {
    if (column.problem !== undefined) throw column.problem;
  }
  for (const column of slices) requireNumber(column, context);
  return { bindings, target, slices };
}

function chooseTarget(table: Table, context: OpenContext): Column | undefined {
  const name = context.source.target ?? table.defaultTarget;
  return name === undefined ? undefined : columnNamed(name, table, context);
}

function requireNumber(column: Column, { source }: OpenContext): void {
  if (elementCount(column.dims) === 1) return;
  throw new UserError({
    code: 'data-mismatch', message: `The column '${column.name}' divides no samples into slices: it is ${describeColumn(column)}, and a slice has one number a sample.`,
    where: source.path, fix: 'Name columns of one number a sample in `slices`.',
  });
}

/** Rules 1 to 3. */
function columnsFor(port: Port, table: Table, apart: readonly Column[], context: OpenContext): readonly Column[] | undefined {
  const mapped = context.source.inputs.get(port.name);
  if (mapped !== undefined) return mapped.map((name) => columnNamed(name, table, context));
  const sameName = table.columns.find(({ name }) => name === port.name);
  if (sameName !== undefined) return [sameName];
  if (context.inputs.length > 1) return undefined;
  const others = table.columns.filter((column) => !apart.includes(column));
  if (others.length === 1) return others;
  return table.tabular && elementsWanted(port) === others.length ? others : undefined;
}

/** Elements of one sample; undefined where the model leaves a size open. */
function elementsWanted({ dims: [, ...sizes] }: Port): number | undefined {
  return sizes.every((size) => typeof size === 'number') ? elementCount(sizes) : undefined;
}

function columnNamed(name: string, table: Table, context: OpenContext): Column {
  const column = table.columns.find((one) => one.name === name);
  if (column !== undefined) return column;
  throw new UserError({
    code: 'data-unknown-column', message: `The dataset ${context.source.path} has no column '${name}'${hint(name, table.columns)}; it has ${listColumns(table)}.`,
    where: context.source.path, fix: 'Name one of these columns in `inputs`, `target` or `slices`.',
  });
}

/** Names and types of the columns, as many as fit a message. */
function listColumns({ columns }: Table): string {
  // Of a wide table the names alone: its columns are numbers all.
  const wide = columns.length > MOST_DESCRIBED;
  const shown = columns.slice(0, wide ? MOST_NAMED : MOST_DESCRIBED).map((column) => (wide ? column.name : `${column.name} (${describeColumn(column)})`));
  return `${shown.join(', ')}${columns.length > shown.length ? ` and ${columns.length - shown.length} more` : ''}` || 'none';
}

const MOST_DESCRIBED = 8;
const MOST_NAMED = 20;

/** What a mistyped name may stand for; empty where nothing is near. */
function hint(name: string, known: readonly { readonly name: string }[]): string {
  const near = nearest(name, known.map((one) => one.name));
  return near === undefined ? '' : ` (did you mean '${near}'?)`;
}

export function describeColumn(column: Column): string {
  return column.problem === undefined ? describeType(column.type, [column.count, ...column.dims]) : 'unusable';
}

function unknownInput(name: string, { inputs, source }: OpenContext): UserError {
  return new UserError({
    code: 'data-unknown-input', message: `The policy feeds an input '${name}'${hint(name, inputs)}, but the model's inputs are ${listPorts(inputs)}.`,
    where: source.path, fix: 'Name the model\'s inputs as keys of `inputs`, and the columns as values.',
  });
}

function unbound(ports: readonly Port[], table: Table, { source }: OpenContext): UserError {
  return new UserError({
    code: 'data-unbound-input', message: `No column of ${source.path} feeds the model input ${listPorts(ports)}; its columns are ${listColumns(table)}.`,
    where: source.path, fix: `Say which column feeds it: inputs: { ${ports.map(({ name }) => `${name}: COLUMN`).join(', ')} }`,
  });
}

function listPorts(ports: readonly Port[]): string {
  return ports.map(describePort).join(', ');
}

export function describePort(port: Port): string {
  return `${port.name} ${describeType(port.type, port.dims)}`;
}
