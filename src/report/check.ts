/** A report from outside: text of a stranger until it has every key, type and bound of the schema. */
import type { ErrorObject, ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import schema from '../../schemas/report.schema.json' with { type: 'json' };
import { messageOf } from '../errors.js';
import { plain } from './escape.js';
import type { Report } from './types.js';

/** A report has kilobytes a model, 140 of them for one with 700 groups. */
export const MOST_REPORT_BYTES = 8 * 2 ** 20;

/** Its message is one line without markup. */
export class UnfitReport extends Error {}

let compiled: ValidateFunction<Report> | undefined;

function validator(): ValidateFunction<Report> {
  // The first error ends it: what a stranger sends is not worth the time of all.
  compiled ??= new Ajv2020({ allErrors: false, strict: true, allowUnionTypes: true, strictRequired: false }).compile<Report>(schema);
  return compiled;
}

/** The report in these bytes. Throws `UnfitReport`. */
export function parseReport(bytes: Uint8Array): Report {
  if (bytes.length > MOST_REPORT_BYTES) throw new UnfitReport(`the report has ${bytes.length} bytes, and ${MOST_REPORT_BYTES} is the most that is read`);
  const value = parse(bytes);
  const validate = validator();
  if (validate(value)) return value;
  throw new UnfitReport(`the report is not one of this version: ${complaint(validate.errors?.[0])}`);
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (thrown) {
    throw new UnfitReport(`the report is no JSON: ${plain(messageOf(thrown), 200)}`, { cause: thrown });
  }
}

function complaint(error: ErrorObject | undefined): string {
  return plain(`${error?.instancePath === '' ? 'the whole' : error?.instancePath ?? ''} ${error?.message ?? 'is unknown'}`, 200);
}
