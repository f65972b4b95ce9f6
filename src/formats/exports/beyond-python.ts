import { activationOf } from '../../core/activations';
import type { Layer, Model } from '../../core/model/model';
import { listed } from '../../explain/phrases';

/** The kinds of Python code that a pass is written as. */
type Code = 'NumPy code' | 'a PyTorch script';

/** Why somebody's own function is not written as such code; undefined where it is, and for those that are not somebody's own. */
function reasonOf(layer: Layer, code: Code): string | undefined {
  if (!layer.own) return undefined;
  const { inPython } = activationOf(layer);
  if (!inPython) return 'it jumps or bends, does not depend on z, or has a slope that is too long to write';
  return inPython.isGiven && code === 'a PyTorch script'
    ? 'its slope is one that you gave, and autograd works out its own'
    : undefined;
}

/** Which functions of a network are not written as such code, with their layers and why, in sentences; undefined where all are. */
export const beyond =
  (code: Code) =>
  ({ layers }: Pick<Model, 'layers'>): string | undefined => {
    const sentences = layers.flatMap((layer) => {
      const reason = reasonOf(layer, code);
      if (reason === undefined) return [];
      const alike = layers.flatMap((other, i) =>
        other.activation === layer.activation && reasonOf(other, code) === reason ? [`${i + 1}`] : [],
      );
      const where = `layer${alike.length > 1 ? 's' : ''} ${listed(alike)}`;
      return [`“${layer.activation}” (${where}) cannot be written as ${code}: ${reason}.`];
    });
    return sentences.length > 0
      ? [...new Set(sentences), 'The trace has all of this network.'].join(' ')
      : undefined;
  };
