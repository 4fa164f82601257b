/** The policy's schema, compiled once. */
import type { ErrorObject, ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import schema from '../../schemas/policy.schema.json' with { type: 'json' };
import { type Complaint, explain } from './explain.js';
import type { PolicyFile } from './policy-file.gen.js';

export type Checked =
  | { readonly ok: true; readonly file: PolicyFile }
  | { readonly ok: false; readonly complaints: readonly Complaint[] };

let compiled: ValidateFunction<PolicyFile> | undefined;

function validator(): ValidateFunction<PolicyFile> {
  if (compiled !== undefined) return compiled;
  const ajv = new Ajv2020({ allErrors: true, verbose: true, discriminator: true, strict: true, allowUnionTypes: true, strictRequired: false });
  // For the generators of types and for `explain`.
  ajv.addVocabulary(['tsType', 'expected']);
  compiled = ajv.compile<PolicyFile>(schema);
  return compiled;
}

/** Whether a value has the shape of a policy file. Depth and size of the value are bounded by `readDocument`. */
export function checkShape(value: unknown): Checked {
  const validate = validator();
  if (validate(value)) return { ok: true, file: value };
  const complaints = worthTelling(validate.errors ?? []).map((error) => explain(error, value)).filter((complaint) => complaint !== undefined);
  return { ok: false, complaints: complaints.filter((complaint) => !isExplainedByTypo(complaint, complaints)) };
}

/** Nobody reads more, and finding the place of each takes time. */
const MAX_TOLD = 1000;

/** At most `MAX_TOLD`, without what follows from another error: of a value of the wrong type, and of the alternatives of a `oneOf`. */
function worthTelling(errors: readonly ErrorObject[]): ErrorObject[] {
  const mistyped = new Set(errors.filter(({ keyword }) => keyword === 'type').map(({ instancePath }) => instancePath));
  return errors.filter(({ keyword, instancePath, schemaPath }) =>
    keyword === 'type' || !(mistyped.has(instancePath) || /\/oneOf\/\d+\/required$/.test(schemaPath))).slice(0, MAX_TOLD);
}

/** A missing key beside an unknown one that was meant to be it. */
function isExplainedByTypo({ path, message }: Complaint, all: readonly Complaint[]): boolean {
  const missing = /^missing key "(.*)"$/.exec(message)?.[1];
  if (missing === undefined) return false;
  return all.some((other) => other.aboutKey
    && other.path.length === path.length + 1
    && path.every((segment, i) => segment === other.path[i])
    && other.message.endsWith(`did you mean "${missing}"?`));
}
