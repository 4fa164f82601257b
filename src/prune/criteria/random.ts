/** Chance, seeded by the group's name: the baseline that any criterion has to beat. */
import { seededRandom } from '../../kernels/random.js';
import type { Criterion } from './criterion.js';

export const random: Criterion = {
  name: 'random',
  needs: 'nothing', comparable: false,
  score: ({ group, seed }) => {
    const next = seededRandom(`${String(seed)}:${group.name}`);
    return Float64Array.from(group.units, () => next());
  },
};
