import { type ActivationName, activationNames, activationOf } from '../../../core/activations';
import { type Matrix, zip } from '../../../core/math/matrix';
import type { Layer } from '../../../core/model/model';
import { forwardOf } from '../../../explain/code/expressions';
import { isOneShape } from '../../tensor';
import { say } from '../at';
import { cause, type Scene } from '../cause';
import { fittedBy } from '../fit';

/** An activation of the record as a layer like another has it, with its usual parameter where no other is given. */
const asLayer = (
  layer: Layer,
  activation: ActivationName,
  alpha = activationOf(activation).alpha ?? 0,
): Layer => ({ ...layer, activation, own: undefined, alpha });

/** The activations that a layer could have run in the place of its own. */
const othersThan = (layer: Layer): ActivationName[] =>
  activationNames.filter((name) => name !== layer.activation || layer.own !== undefined);

/** The layers that a layer could have been taken for, but for their parameters: those have their usual one. */
export const likeOthers = (layer: Layer): Layer[] => othersThan(layer).map((name) => asLayer(layer, name));

/**
 * The layers that a layer could have been taken for which have a parameter, its own with another one among them: with the
 * alpha that fits `theirs` best, since what is computed with one (`make`) is a straight line in it.
 */
export function withOtherAlphas(
  { layer, theirs }: Pick<Scene, 'layer' | 'theirs'>,
  make: (layer: Layer) => Matrix,
): Layer[] {
  return activationNames.flatMap((name) => {
    const { alpha: usual } = activationOf(name);
    if (usual === undefined) return [];
    const [none, one] = [make(asLayer(layer, name, 0)), make(asLayer(layer, name, 1))];
    if (!theirs || !isOneShape(theirs, none)) return [];
    const known = name === layer.activation && layer.own === undefined ? layer.alpha : usual;
    const fitted = fittedBy(zip(theirs, none, subtract), zip(one, none, subtract));
    return fitted.filter((alpha) => alpha !== known).map((alpha) => asLayer(layer, name, alpha));
  });
}

const subtract = (x: number, y: number): number => x - y;

/** A layer's activation in a few characters, by which it is told from others: `tanh`, `elu α=0.5`. */
export const detailOf = ({ activation, alpha }: Layer): string =>
  alpha === (activationOf(activation).alpha ?? 0) ? activation : `${activation} α=${alpha}`;

/** The layer that was told in a few characters. */
export function layerOf(layer: Layer, detail: string | number | undefined): Layer {
  const [name, alpha] = String(detail).split(' α=');
  return asLayer(layer, name as ActivationName, alpha === undefined ? undefined : Number(alpha));
}

/** Whether two layers run one activation, with parameters of their own. */
export const isSameButAlpha = (a: Layer, b: Layer): boolean =>
  a.activation === b.activation && a.own === b.own;

/** ` with α = 0.2`; nothing where there is no parameter. */
export const withAlpha = ({ activation, alpha }: Layer): string =>
  activationOf(activation).alpha === undefined ? '' : ` with α = ${alpha}`;

/** `leaky_relu with α = 0.2` */
export const inWords = (layer: Layer): string => `${layer.activation}${withAlpha(layer)}`;

/** Another g, or the same with another parameter. */
export const otherActivation = cause({
  at: ['activation'],
  *tries({ made, layer, of, theirs }) {
    const { input } = made.node;
    const run = (other: Layer, Z: Matrix) => activationOf(other).forward(Z, other.alpha);
    const others = withOtherAlphas({ layer, theirs }, (other) => run(other, of(input)));
    for (const other of [...likeOthers(layer), ...others])
      yield { detail: detailOf(other), way: (get) => run(other, get(input)) };
  },
  tell({ layer, l, made }, detail) {
    const other = layerOf(layer, detail);
    const isAlpha = isSameButAlpha(other, layer);
    const { input } = made.node;
    const name = isAlpha ? inWords(other) : other.activation;
    return {
      title: isAlpha
        ? `Layer ${l} runs ${name}, not with α = ${layer.alpha}.`
        : `Layer ${l} runs ${name}, not ${layer.activation}.`,
      cells: `${inWords(other)} of ${say(input)}`,
      why: `The model that is open has ${isAlpha ? inWords(layer) : layer.activation} in layer ${l}. Change your code, or choose ${name} for that layer here if you meant it.`,
      wrong: `A = ${forwardOf(other, 'numpy')}`,
      right: `A = ${forwardOf(layer, 'numpy')}`,
    };
  },
});
