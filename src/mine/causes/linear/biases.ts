import { map, scalar, zeros } from '../../../core/math/matrix';
import { multiply } from '../../../core/math/multiply';
import type { Lookup } from '../../pass';
import { reshaped } from '../../tensor';
import { around, say } from '../at';
import { cause } from '../cause';
import { dbLine } from '../cost/lines';

/** One sum for all units. */
export const totalSum = cause({
  at: ['bias'],
  *tries(scene) {
    const { dZ } = around(scene);
    const total = (get: Lookup): number => {
      let sum = 0;
      for (const x of get(dZ).data) sum += x;
      return sum / scene.m;
    };
    const { rows } = scene.of(dZ);
    if (rows === 1) return;
    yield {
      way: (get) => {
        const sum = total(get);
        return map(zeros(rows, 1, 'float64'), () => sum);
      },
    };
    yield { way: (get) => scalar(total(get), 'float64') };
  },
  tell(scene) {
    const { dZ, db } = around(scene);
    return {
      title: `Your ${say(db)} is one sum for all units: axis=1 is missing.`,
      cells: `the sum of all of ${say(dZ)}, over m`,
      why: `Every unit has a bias of its own, and so ${say(db)} has a number for each: the sum runs over the examples alone.`,
      wrong: 'db = np.sum(dZ) / m',
      right: dbLine,
    };
  },
});

/** Summed over the units. */
export const otherAxis = cause({
  at: ['bias'],
  *tries(scene) {
    const { dZ } = around(scene);
    if (scene.of(dZ).rows === 1 && scene.m === 1) return;
    yield {
      way: (get) => {
        const matrix = get(dZ);
        const ones = map(zeros(1, matrix.rows, 'float64'), () => 1);
        return reshaped(multiply(ones, matrix, 'float64', { dividedBy: scene.m }), 1, matrix.cols);
      },
    };
  },
  tell(scene) {
    const { dZ, db } = around(scene);
    return {
      title: `Your ${say(db)} is summed over the units, not over the examples.`,
      cells: `the column sums of ${say(dZ)}, over m`,
      why: `Examples are columns, so that the sum over them runs along a row: axis=1. Yours has a number for each example, and there are as many biases as units.`,
      wrong: 'db = np.sum(dZ, axis=0, keepdims=True) / m',
      right: dbLine,
    };
  },
});
