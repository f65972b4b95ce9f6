import { zip } from '../../../core/math/matrix';
import type { Lookup } from '../../pass';
import { say } from '../at';
import { cause, type Scene } from '../cause';
import { hasSlope, namesAt, rightLine } from './backward';

const isReluOf = ({ layer }: Scene): boolean => layer.activation === 'relu';

/** dA alone; of relu that is the mask A ≥ 0, which is all ones. */
const slopeOfOne = (wanted: (scene: Scene) => boolean) =>
  function* (scene: Scene) {
    if (wanted(scene)) yield { way: (get: Lookup) => get(namesAt(scene).dA) };
  };

/** g′ is missing. */
export const noSlope = cause({
  at: ['activation_backward'],
  tries: slopeOfOne((scene) => !isReluOf(scene) && hasSlope(scene.layer)),
  tell(scene) {
    const { dA, dZ } = namesAt(scene);
    return {
      title: `The slope of ${scene.layer.activation} is missing in your ${say(dZ)}.`,
      cells: say(dA),
      why: `${say(dZ)} is ${say(dA)} times g′, cell by cell: how much A moves when Z does.`,
      wrong: 'dZ = dA',
      right: rightLine(scene.layer),
    };
  },
});

/** relu's mask as A ≥ 0. */
export const maskAtZero = cause({
  at: ['activation_backward'],
  tries: slopeOfOne(isReluOf),
  tell(scene) {
    const { dA, dZ, A, Z } = namesAt(scene);
    return {
      title: `The mask of relu in your ${say(dZ)} is all ones.`,
      cells: say(dA),
      why: `Either the mask is ${say(A)} ≥ 0, which every output of relu is, or there is none. Where ${say(Z)} ≤ 0 the slope is 0, and so is ${say(dZ)}.`,
      wrong: 'dZ = dA * (A >= 0)',
      right: 'dZ = dA * (A > 0)',
    };
  },
});

/** relu of the gradient. */
export const maskOfGradient = cause({
  at: ['activation_backward'],
  *tries(scene) {
    const { dA } = namesAt(scene);
    yield { way: (get) => zip(get(dA), get(dA), (d) => Math.max(0, d)) };
  },
  tell(scene) {
    const { dA, dZ, Z } = namesAt(scene);
    return {
      title: `Your ${say(dZ)} is ${say(dA)} where ${say(dA)} is positive.`,
      cells: `${say(dA)}, and 0 where ${say(dA)} ≤ 0`,
      why: `The mask comes from the way forward: a unit is closed where its ${say(Z)} ≤ 0, whatever sign its gradient has.`,
      wrong: 'dZ = dA * (dA > 0)',
      right: rightLine(scene.layer),
    };
  },
});
