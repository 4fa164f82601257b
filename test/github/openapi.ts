/** GitHub's own description of its API, as a judge of requests (ours) and answers (the stand-in's). */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: { readonly type?: string };
}

interface Operation {
  readonly parameters?: readonly (Parameter | { readonly $ref: string })[];
  readonly requestBody?: { readonly required?: boolean };
  readonly responses: Readonly<Record<string, unknown>>;
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly parameters: Readonly<Record<string, Parameter>> };
}

export interface Request {
  readonly method: string;
  /** With its query. */
  readonly url: string;
  /** Parsed JSON; undefined where there is none. */
  readonly body: unknown;
}

const packageFolder = dirname(createRequire(import.meta.url).resolve('@octokit/openapi/package.json'));
const description = JSON.parse(readFileSync(join(packageFolder, 'generated/api.github.com.json'), 'utf8')) as Description;

// The description uses keywords and formats of its own; what counts here are types, required keys and enums.
const ajv = new Ajv({ strict: false, validateFormats: false }).addSchema(description, 'github', false, false);
const compiled = new Map<string, ValidateFunction>();
const pointer = (...parts: readonly string[]): string =>
  parts.map((part) => `/${encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))}`).join('');

/** Complaints about a request; empty where GitHub's description allows it. */
export function judgeRequest({ method, url, body }: Request): string[] {
  const found = find(method, new URL(url, 'http://stand-in').pathname);
  if (found === undefined) return [`${method} ${url}: no such operation`];
  const { path, operation, values } = found;
  const query = new URL(url, 'http://stand-in').searchParams;
  const complaints = parametersOf(operation).flatMap((parameter) => {
    const value = parameter.in === 'path' ? values.get(parameter.name) : query.get(parameter.name) ?? undefined;
    return parameter.in === 'header' ? [] : judgeParameter(parameter, value);
  });
  const known = new Set(parametersOf(operation).map(({ name }) => name));
  complaints.push(...[...query.keys()].filter((name) => !known.has(name)).map((name) => `query ${name} is unknown`));
  if (operation.requestBody === undefined) return body === undefined ? complaints : [...complaints, 'a body is not expected'];
  if (body === undefined) return operation.requestBody.required === true ? [...complaints, 'the body is missing'] : complaints;
  return [...complaints, ...judgeBody(body, 'paths', path, method.toLowerCase(), 'requestBody')];
}

/** Complaints about an answer with a JSON body. */
export function judgeAnswer({ method, url }: Request, status: number, body: unknown): string[] {
  const found = find(method, new URL(url, 'http://stand-in').pathname);
  if (found === undefined) return [`${method} ${url}: no such operation`];
  const response = found.operation.responses[String(status)] as { readonly $ref?: string } | undefined;
  if (response === undefined) return [`${method} ${url} never answers ${status}`];
  if (body === undefined) return [];
  const shared = response.$ref?.split('/').slice(1);
  return judgeBody(body, ...shared ?? ['paths', found.path, method.toLowerCase(), 'responses', String(status)]);
}

function find(method: string, path: string): { path: string; operation: Operation; values: Map<string, string> } | undefined {
  const parts = path.split('/');
  for (const [template, operations] of Object.entries(description.paths)) {
    const operation = operations[method.toLowerCase()];
    const names = template.split('/');
    if (operation === undefined || names.length !== parts.length) continue;
    if (!names.every((name, index) => name.startsWith('{') || name === parts[index])) continue;
    const values = names.flatMap((name, index) => name.startsWith('{') ? [[name.slice(1, -1), decodeURIComponent(parts[index] ?? '')] as const] : []);
    return { path: template, operation, values: new Map(values) };
  }
  return undefined;
}

function parametersOf(operation: Operation): Parameter[] {
  return (operation.parameters ?? []).map((parameter) =>
    '$ref' in parameter ? description.components.parameters[parameter.$ref.split('/').pop() ?? ''] as Parameter : parameter);
}

function judgeParameter({ name, required, schema }: Parameter, value: string | undefined): string[] {
  if (value === undefined) return required === true ? [`parameter ${name} is missing`] : [];
  if (schema.type === 'integer' && !/^-?\d+$/u.test(value)) return [`parameter ${name} is no integer: ${value}`];
  return value === '' ? [`parameter ${name} is empty`] : [];
}

function judgeBody(body: unknown, ...place: readonly string[]): string[] {
  const $ref = `github#${pointer(...place, 'content', 'application/json', 'schema')}`;
  const validate = compiled.get($ref) ?? ajv.compile({ $ref });
  compiled.set($ref, validate);
  return validate(body) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath || 'the body'} ${message ?? ''}`);
}
