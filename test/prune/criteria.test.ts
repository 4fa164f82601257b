/** Scores against numbers worked out by hand. */
import { describe, expect, it } from 'vitest';
import policySchema from '../../schemas/policy.schema.json' with { type: 'json' };
import { FORMATS } from '../../src/data/formats/registry.js';
import { CRITERIA, criterionNamed } from '../../src/prune/criteria/registry.js';
import type { CriterionContext } from '../../src/prune/criteria/criterion.js';
import { channelReader } from '../../src/prune/evidence.js';
import type { AxisUse, Group, Moments } from '../../src/prune/types.js';

interface Use {
  readonly role: AxisUse['role'];
  readonly dims: readonly number[];
  readonly axis: number;
  readonly data: readonly number[];
  /** Moments of the activation that a consumer reads. */
  readonly moments?: Partial<Moments>;
  readonly operator?: string;
}

/** A group whose units are single positions unless `positions` says otherwise; axis i belongs to node i unless `nodes` does. */
function context(uses: readonly Use[], options: { positions?: readonly (readonly number[])[]; nodes?: readonly number[]; seed?: number; name?: string } = {}): CriterionContext {
  const first = uses[0] as Use;
  const positions = options.positions ?? Array.from({ length: first.dims[first.axis] as number }, (_, i) => [i]);
  const node = (i: number): number => options.nodes?.[i] ?? i;
  const group: Group = {
    name: options.name ?? 'g', aliases: [], kind: 'Conv',
    axes: uses.map(({ role, axis }, i) => ({ tensor: `t${String(i)}`, axis, role, node: node(i), value: `v${String(i)}`, valueAxis: 1 })),
    units: positions.map((list) => ({ positions: uses.map(() => list) })),
  };
  const moments = (value: string): Moments | undefined => {
    const known = uses[Number(value.slice(1))]?.moments;
    return known === undefined ? undefined : { count: 10, mean: new Float64Array(0), variance: new Float64Array(0), covariance: undefined, ...known };
  };
  return {
    group,
    weights: (tensor) => {
      const use = uses[Number(tensor.slice(1))] as Use;
      return { data: Float32Array.from(use.data), dims: use.dims };
    },
    moments,
    reader: (column) => {
      const { data, dims, axis } = uses[column] as Use;
      return channelReader(moments(`v${String(column)}`), Float32Array.from(data), dims, axis, group.units.map((unit) => unit.positions[column] ?? []));
    },
    operator: (index) => uses.find((_, i) => node(i) === index)?.operator ?? 'Conv',
    seed: options.seed ?? 0,
  };
}

const scores = (name: string, given: CriterionContext): number[] | string => {
  const found = criterionNamed(name).score(given);
  return typeof found === 'string' ? found : [...found];
};

/** Two output channels of two inputs: [1, -2] and [3, 0]. */
const PRODUCER: Use = { role: 'producer', dims: [2, 2], axis: 0, data: [1, -2, 3, 0] };

describe('l1 and l2', () => {
  it('are norms of the weights that make a unit', () => {
    expect(scores('l1', context([PRODUCER]))).toEqual([3, 3]);
    expect(scores('l2', context([PRODUCER]))).toEqual([Math.sqrt(5), 3]);
  });

  it('run over whatever axis makes the channels', () => {
    expect(scores('l1', context([{ ...PRODUCER, axis: 1 }]))).toEqual([4, 2]);
  });

  it('sum over all producers of a unit: a residual stream', () => {
    expect(scores('l1', context([PRODUCER, { ...PRODUCER, data: [10, 0, 0, 0] }]))).toEqual([13, 3]);
    expect(scores('l2', context([PRODUCER, { ...PRODUCER, data: [2, 0, 0, 0] }]))).toEqual([3, 3]);
  });

  it('sum over the positions of a wide unit: a head', () => {
    const heads = context([{ role: 'producer', dims: [4, 1], axis: 0, data: [1, -2, 3, 4] }], { positions: [[0, 1], [2, 3]] });
    expect(scores('l1', heads)).toEqual([3, 7]);
    expect(scores('l2', heads)).toEqual([Math.sqrt(5), 5]);
  });

  it('count a weight once that two nodes share, and leave vectors and consumers out', () => {
    const given = context([PRODUCER, { role: 'vector', dims: [2], axis: 0, data: [100, 0] }, { role: 'consumer', dims: [1, 2], axis: 1, data: [50, 0] }]);
    const use = given.group.axes[0] as AxisUse;
    const twice: CriterionContext = { ...given, group: { ...given.group, axes: [...given.group.axes, { ...use, node: 9 }], units: given.group.units.map(({ positions }) => ({ positions: [...positions, positions[0] ?? []] })) } };
    expect(scores('l1', twice)).toEqual([3, 3]);
  });
});

describe('fpgm', () => {
  it('sums the distances to the other units', () => {
    // (0,0), (3,4), (0,8): distances 5, 8, 5.
    expect(scores('fpgm', context([{ role: 'producer', dims: [3, 2], axis: 0, data: [0, 0, 3, 4, 0, 8] }]))).toEqual([13, 10, 13]);
  });

  it('sees a unit of several positions as one long vector', () => {
    const given = context([{ role: 'producer', dims: [4, 1], axis: 0, data: [0, 0, 3, 4] }], { positions: [[0, 1], [2, 3]] });
    expect(scores('fpgm', given)).toEqual([5, 5]);
  });

  it('refuses units of different sizes', () => {
    expect(scores('fpgm', context([{ role: 'producer', dims: [3, 1], axis: 0, data: [0, 0, 3] }], { positions: [[0, 1], [2]] }))).toMatch(/differ in size/);
  });
});

describe('bn-scale', () => {
  const vector = (data: readonly number[]): Use => ({ role: 'vector', dims: [2], axis: 0, data, operator: 'BatchNormalization' });

  it('is the magnitude of the scale, not of bias, mean or variance', () => {
    const given = context([PRODUCER, vector([-0.5, 2]), vector([9, 9]), vector([8, 8]), vector([7, 7])], { nodes: [0, 1, 1, 1, 1] });
    expect(scores('bn-scale', given)).toEqual([0.5, 2]);
  });

  it('adds up over several batch norms', () => {
    expect(scores('bn-scale', context([PRODUCER, vector([-0.5, 2]), vector([1, 1])]))).toEqual([1.5, 3]);
  });

  it('says what to use where there is no batch norm', () => {
    expect(scores('bn-scale', context([PRODUCER, { role: 'vector', dims: [2], axis: 0, data: [1, 1], operator: 'Add' }]))).toMatch(/needs a BatchNormalization.*wifv/);
  });
});

/** Reads two channels: outputs (1, 0) and (0, 2). */
const consumer = (moments: Partial<Moments>, data: readonly number[] = [1, 0, 0, 2]): Use => ({ role: 'consumer', dims: [2, 2], axis: 1, data, moments });

describe('activation', () => {
  const reading = (magnitude: readonly number[]): Use => ({ role: 'consumer', dims: [1, magnitude.length], axis: 1, data: magnitude.map(() => 1), moments: { magnitude: Float64Array.from(magnitude) } });

  it('is the mean magnitude that is read, over the mean of the group', () => {
    expect(scores('activation', context([PRODUCER, reading([3, 1])]))).toEqual([1.5, 0.5]);
  });

  it('adds what is read over values and over positions of a unit', () => {
    expect(scores('activation', context([PRODUCER, reading([3, 1]), reading([2, 6])]))).toEqual([2, 2]);
    expect(scores('activation', context([{ ...PRODUCER, dims: [4, 1] }, reading([1, 2, 3, 6])], { positions: [[0, 1], [2, 3]] }))).toEqual([0.5, 1.5]);
  });

  it('cannot rate what nothing reads, and takes silence for no importance', () => {
    expect(scores('activation', context([PRODUCER]))).toMatch(/no weight reads it/);
    expect(scores('activation', context([PRODUCER, reading([0, 0])]))).toEqual([0, 0]);
  });
});

describe('wifv', () => {
  it('is variance times squared norm, relative to the mean of the consumer', () => {
    // 3 * 1 and 1 * 4: mean 3.5.
    expect(scores('wifv', context([PRODUCER, consumer({ variance: Float64Array.of(3, 1) })]))).toEqual([3 / 3.5, 4 / 3.5]);
  });

  it('adds up over consumers on one scale', () => {
    const small = consumer({ variance: Float64Array.of(3e-6, 1e-6) });
    const [a, b] = scores('wifv', context([PRODUCER, consumer({ variance: Float64Array.of(3, 1) }), small])) as number[];
    expect(a).toBeCloseTo(6 / 3.5, 12);
    expect(b).toBeCloseTo(8 / 3.5, 12);
  });

  it('gives a dead consumer no say', () => {
    expect(scores('wifv', context([PRODUCER, consumer({ variance: Float64Array.of(0, 0) })]))).toEqual([0, 0]);
  });

  it('refuses what no weight reads', () => {
    expect(scores('wifv', context([PRODUCER]))).toMatch(/no weight reads it/);
  });
});

describe('obs', () => {
  // Inputs with covariance [[2, 1], [1, 2]], read with weights 1 and 2 by an output each: variance 2 + 4 * 2. Either
  // input leaves 1.5 times its squared weight once the other makes up for it; then the rest of the variance goes.
  const covariance = Float64Array.of(2, 1, 1, 2);
  const variance = Float64Array.of(2, 2);

  it('is the error left after the others make up, greedily', () => {
    const [a, b] = scores('obs', context([PRODUCER, consumer({ covariance, variance })])) as number[];
    expect(a).toBeCloseTo(1.5 / 10, 2);
    expect(b).toBeCloseTo(8.5 / 10, 2);
  });

  it('finds a channel that others predict free of charge', () => {
    // Channel 2 = channel 0 + channel 1.
    const given: Use = { role: 'consumer', dims: [1, 3], axis: 1, data: [0, 0, 5], moments: { covariance: Float64Array.of(1, 0, 1, 0, 1, 1, 1, 1, 2), variance: Float64Array.of(1, 1, 2) } };
    const found = scores('obs', context([{ ...PRODUCER, dims: [3, 1], data: [1, 1, 1] }, given])) as number[];
    // One of the three costs next to nothing; without compensation channel 2 alone would hold the whole output.
    expect(Math.min(...found)).toBeLessThan(0.01);
    expect(scores('wifv', context([{ ...PRODUCER, dims: [3, 1], data: [1, 1, 1] }, given]))).toEqual([0, 0, 3]);
  });

  it('without a covariance takes channels as independent', () => {
    const [a, b] = scores('obs', context([PRODUCER, consumer({ variance: Float64Array.of(3, 1) })])) as number[];
    expect(a).toBeCloseTo(3 / 7, 9);
    expect(b).toBeCloseTo(4 / 7, 9);
  });

  it('does not let the channels of a wide unit make up for each other', () => {
    const given = context([{ role: 'producer', dims: [2, 1], axis: 0, data: [1, 1] }, consumer({ covariance, variance })], { positions: [[0, 1]] });
    expect((scores('obs', given) as number[])[0]).toBeCloseTo(1, 2);
  });

  it('ranks a unit of two equal channels by what both hold', () => {
    // Channels 0 and 1 are copies of each other and one unit; channels 2 and 3 are independent, weaker, and one unit.
    const twins: Moments['covariance'] = Float64Array.of(4, 4, 0, 0, 4, 4, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1);
    const given: Use = { role: 'consumer', dims: [1, 4], axis: 1, data: [1, 1, 1, 1], moments: { covariance: twins, variance: Float64Array.of(4, 4, 1, 1) } };
    const [copies, weak] = scores('obs', context([{ ...PRODUCER, dims: [4, 1], data: [1, 1, 1, 1] }, given], { positions: [[0, 1], [2, 3]] })) as [number, number];
    expect(copies).toBeGreaterThan(5 * weak);
  });

  it('refuses what no weight reads', () => {
    expect(scores('obs', context([PRODUCER]))).toMatch(/no weight reads it/);
  });
});

describe('random', () => {
  it('depends on seed and group alone', () => {
    expect(scores('random', context([PRODUCER]))).toEqual(scores('random', context([{ ...PRODUCER, data: [9, 9, 9, 9] }])));
    expect(scores('random', context([PRODUCER], { seed: 1 }))).not.toEqual(scores('random', context([PRODUCER])));
    expect(scores('random', context([PRODUCER], { name: 'h' }))).not.toEqual(scores('random', context([PRODUCER])));
  });
});

describe('registries', () => {
  it('agree with the schema', () => {
    const { $defs } = policySchema;
    expect(CRITERIA.map(({ name }) => name)).toEqual($defs.Criterion.enum);
    expect(['auto', ...FORMATS.map(({ name }) => name)].sort()).toEqual([...$defs.DataSource.properties.format.enum].sort());
  });

  it('know no other criterion', () => {
    expect(() => criterionNamed('l3')).toThrow(RangeError);
  });
});
