/** The defaults that the schema states are the ones a policy gets. */
import { describe, expect, it } from 'vitest';
import schema from '../../schemas/policy.schema.json' with { type: 'json' };
import { DEFAULTS } from '../../src/policy/defaults.js';

interface Property {
  readonly default?: unknown;
  readonly $ref?: string;
}

const definitions = schema.$defs as unknown as Readonly<Record<string, { readonly properties?: Readonly<Record<string, Property>> } & Property>>;

/** Key (camel case) to default, of the properties that have one. */
function stated(definition: string): Record<string, unknown> {
  const properties = Object.entries(definitions[definition]?.properties ?? {});
  const found = properties.map(([key, property]): [string, unknown] => [
    key.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()),
    property.default ?? definitions[(property.$ref ?? '').replace('#/$defs/', '')]?.default,
  ]);
  return Object.fromEntries(found.filter(([, value]) => value !== undefined));
}

describe('defaults', () => {
  it.each([
    ['Model', DEFAULTS.model], ['ModelDefaults', DEFAULTS.model], ['Latency', DEFAULTS.latency], ['Measure', DEFAULTS.measure], ['DataSource', DEFAULTS.source],
    ['Preprocess', DEFAULTS.preprocess], ['StructuredStep', DEFAULTS.structured], ['UnstructuredStep', DEFAULTS.unstructured],
    ['Metric', DEFAULTS.metric], ['Check', DEFAULTS.check],
  ])('%s', (definition, defaults) => {
    expect(stated(definition)).toEqual(defaults);
  });
});
