/** The schemas: complete, strict, in step with the registries, and the files made from them current. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import planSchema from '../../schemas/plan.schema.json' with { type: 'json' };
import policySchema from '../../schemas/policy.schema.json' with { type: 'json' };
import reportSchema from '../../schemas/report.schema.json' with { type: 'json' };
import { METRICS } from '../../src/evaluate/metrics/registry.js';
import { MEASURE_THRESHOLDS } from '../../src/gate/thresholds.js';
import { MEASURES } from '../../src/policy/measures.js';
import type { CheckResult, Measures, ModelReport, Report } from '../../src/report/types.js';
import { CRITERIA } from '../../src/prune/criteria/registry.js';
import type { Plan } from '../../src/prune/plan.gen.js';

const root = join(import.meta.dirname, '../..');
const SCHEMAS = { policy: policySchema, report: reportSchema, plan: planSchema };

type Schema = Readonly<Record<string, unknown>>;
const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every object inside a schema, with its place; `properties` and `$defs` themselves are names, not schemas. */
function everySchema(schema: Schema, place: string): [place: string, schema: Schema][] {
  const inner = Object.entries(schema).flatMap(([key, value]): [string, Schema][] => {
    if (['default', 'examples', 'discriminator'].includes(key)) return [];
    const named = key === 'properties' || key === '$defs' ? Object.entries(value as Schema) : [value].flat().map((part, i) => [String(i), part] as const);
    return named.flatMap(([name, part]) => (isSchema(part) ? everySchema(part, `${place}/${key}/${name}`) : []));
  });
  return [[place, schema], ...inner];
}

const properties = (schema: Schema): [string, Schema][] => everySchema(schema, '').flatMap(([place, part]) =>
  // The tag of a union is described where its alternatives are.
  'discriminator' in part ? [] : Object.entries((part.properties ?? {}) as Record<string, Schema>).map(([key, property]): [string, Schema] => [`${place}.${key}`, property]));

const newAjv = (): Ajv2020 => new Ajv2020({ allErrors: true, discriminator: true, strict: true, strictRequired: false, allowUnionTypes: true })
  .addVocabulary(['tsType', 'expected']);

const compile = (schema: Schema) => newAjv().compile(schema);

describe.each(Object.entries(SCHEMAS))('%s schema', (_name, schema) => {
  it('compiles strictly', () => {
    expect(() => compile(schema)).not.toThrow();
  });

  it('allows no unknown key anywhere', () => {
    const open = everySchema(schema, '').filter(([, part]) => part.type === 'object' && part.oneOf === undefined || part.properties !== undefined)
      .filter(([, part]) => part.additionalProperties === undefined && part.discriminator === undefined);
    expect(open.map(([place]) => place)).toEqual([]);
  });

  it('describes every property', () => {
    const definitions = schema.$defs as Record<string, Schema>;
    const texts = properties(schema).map(([place, { $ref, ...own }]) => {
      const { title, description } = { ...definitions[String($ref).replace('#/$defs/', '')], ...own };
      return [place, typeof title, typeof description];
    });
    expect(texts.filter(([, title, description]) => title !== 'string' || description !== 'string')).toEqual([]);
  });
});

describe('policy schema', () => {
  it('gives every property an example that it accepts', () => {
    // One for all: a new one would check the same definitions anew for each property.
    const ajv = newAjv();
    for (const [place, property] of properties(policySchema)) {
      const definition = (policySchema.$defs as Record<string, Schema>)[String(property.$ref).replace('#/$defs/', '')];
      const { examples = [] } = { ...definition, ...property } as { examples?: unknown[] };
      const validate = ajv.compile({ ...property, $defs: policySchema.$defs });
      expect(examples.length, place).toBeGreaterThan(0);
      for (const example of examples) expect(validate(example), `${place}: ${JSON.stringify(example)}`).toBe(true);
    }
  });

  const $defs = policySchema.$defs;
  it.each([
    ['criteria', $defs.Criterion.enum, CRITERIA.map(({ name }) => name)],
    ['metrics', $defs.MetricName.enum, METRICS.map(({ name }) => name)],
    ['measures', [...MEASURES], [...new Set(MEASURE_THRESHOLDS.map(({ check }) => check.split('.')[0]))]],
    ['methods', $defs.PruneStep.properties.method.enum, [$defs.StructuredStep.properties.method.const, $defs.UnstructuredStep.properties.method.const, $defs.BlocksStep.properties.method.const]],
    ['criteria of plans', planSchema.$defs.StructuredPlanStep.properties.criterion.enum, $defs.Criterion.enum],
    ['allocations of plans', planSchema.$defs.StructuredPlanStep.properties.allocation.enum, $defs.Allocation.enum],
    ['repairs of plans', planSchema.$defs.RepairName.enum, [...new Set([...$defs.Repair.enum, ...$defs.SparseRepair.enum])]],
    ['criteria of weights in plans', planSchema.$defs.UnstructuredPlanStep.properties.criterion.enum, $defs.SparseCriterion.enum],
    ['scopes of plans', planSchema.$defs.UnstructuredPlanStep.properties.scope.enum, $defs.UnstructuredStep.properties.scope.enum],
  ])('agrees with the registry of %s', (_kind, inSchema, inRegistry) => {
    expect([...inSchema].sort()).toEqual([...inRegistry].sort());
  });
});

describe('generated files', () => {
  it.each(['generate-types.mjs', 'generate-docs.mjs'])('%s --check', (script) => {
    const { status, stderr } = spawnSync(process.execPath, [join(root, 'scripts', script), '--check'], { encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });
});

const hash = 'a'.repeat(64);
const check: CheckResult = {
  check: 'accuracy.drop', bound: 'max', limit: 0.01, unit: 'pp', limitText: '1pp', level: 'critical', outcome: 'inconclusive', value: 0.003,
  interval: { low: -0.002, high: 0.011 }, detail: 'd', samplesToDecide: 400, line: 12, column: 9,
};
const measures: Measures = {
  fileBytes: 1, gzipBytes: 1, parameters: 1, nonZeros: 1, macs: null, macsByOperator: { Conv: 3, 'a.b:C': 0 },
  latency: { medianMs: 1, p95Ms: 2, runs: 100, batch: 1, threads: 1 },
};
const model: ModelReport = {
  name: 'm', path: 'm.onnx', verdict: 'INCONCLUSIVE', checks: [check, { ...check, value: null, interval: null, outcome: 'error', samplesToDecide: null }],
  metrics: [{
    id: 'accuracy', metric: 'accuracy', higherIsBetter: true, dense: 0.98, pruned: null, drop: null, dropInterval: null, confidence: 0.95,
    method: 'none', samples: 0, paired: { both: 1, denseOnly: 0, prunedOnly: 0, neither: 1 }, findings: ['f'],
  }],
  measures: { dense: measures, pruned: { ...measures, latency: null }, speedup: { ratio: 1.1, low: 1, high: 1.2, noiseFloor: 0.04 } },
  groups: [{ name: 'g', kind: 'Conv', units: 8, removed: 4, status: 'pruned', reason: 'r', parameters: 1, macs: 2 }],
  ladder: [{ step: 'dense', loss: 0, accepted: true, detail: '' }], notes: ['n'], errors: [],
  proof: { holds: true, values: 3, worst: 1e-7, tolerance: 1e-4, attempts: 1, detail: '' },
  device: { requested: 'auto', used: 'cpu', notes: [] },
  provenance: { model: hash, heldout: hash, calibration: null, plan: null, prunedModel: null, heldoutSamples: 10, calibrationSamples: null, seed: 0 },
  files: { model: null, plan: 'm.plan.json' }, seconds: { load: 0.1 },
};
const report: Report = {
  version: 1, tool: { name: 'prune-gate', version: '0.1.0' }, verdict: 'ERROR', exitCode: 2, policy: { path: 'p.yml', sha256: hash }, models: [model],
  errors: [{ code: 'c', message: 'm', where: null, fix: null, stage: null }],
  environment: { os: 'o', arch: 'x64', cpu: 'c', cores: 2, memoryBytes: 1, node: '20', onnxruntime: '1' }, startedAt: new Date(0).toISOString(), seconds: 1,
};
const plan: Plan = {
  version: 1, tool: { name: 'prune-gate', version: '0.1.0' }, model: { path: 'm.onnx', sha256: hash }, policy: null, seed: 0, repair: ['refit'],
  steps: [
    {
      method: 'structured', criterion: 'wifv', allocation: 'global', target: { kind: 'macs', factor: 2 }, align: 8,
      groups: [{ name: 'g', units: 8, removed: [0, 3] }], refused: [{ name: 'h', reason: 'r', units: 3 }, { name: 'h', reason: 'r', operator: 'Loop', node: 'n', units: 3 }],
    },
    { method: 'structured', criterion: 'l1', allocation: 'uniform', target: { kind: 'ratio', ratio: 0.5 }, align: 'auto', groups: [], refused: [] },
    { method: 'unstructured', criterion: 'magnitude', scope: 'layer', sparsity: 0.5, tensors: [{ name: 't', elements: 4, zeros: 2 }] },
  ],
};

describe.each<[string, Schema, object]>([['report', reportSchema, report], ['plan', planSchema, plan]])('a full %s', (_name, schema, record) => {
  it('is valid, as JSON', () => {
    const validate = compile(schema);
    validate(JSON.parse(JSON.stringify(record)));
    expect(validate.errors).toBeNull();
  });

  it('is invalid with any key more or less at the top', () => {
    const validate = compile(schema);
    expect(validate({ ...record, more: 1 })).toBe(false);
    for (const key of Object.keys(record)) expect(validate(Object.fromEntries(Object.entries(record).filter(([name]) => name !== key))), key).toBe(false);
  });
});

it('an empty report is valid', () => {
  expect(compile(reportSchema)({ ...report, policy: null, models: [], environment: null })).toBe(true);
});
