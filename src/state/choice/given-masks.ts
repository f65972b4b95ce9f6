import { spoken, named as tensorName } from '../../core/model/names';
import { type Choice, sizesOfChoice } from './choice';

/** A choice in which every given D fits, and a sentence on those that did not. */
interface Fitting {
  readonly choice: Choice;
  readonly sentence?: string;
}

/**
 * Drops every D that was given for another number of units or examples, so that it is drawn from its seed. `remedy` is a
 * sentence on what the reader can do about it.
 */
export function withFittingMasks(choice: Choice, remedy?: string): Fitting {
  const { units, m } = sizesOfChoice(choice);
  const sentences: string[] = [];
  const layers = choice.layers.map((layer, i) => {
    const l = i + 1;
    const { D, ...drawn } = layer.dropout ?? {};
    if (!layer.dropout || !D || (D.length === units[l] && D[0]?.length === m)) return layer;
    const name = spoken(tensorName('D', l));
    sentences.push(
      `${name} was given as ${D.length} by ${D[0]?.length ?? 0}, and layer ${l} needs ${units[l]} by ${m}${remedy ? ` now: it is drawn from its seed. ${remedy}` : ': it is drawn from its seed.'}`,
    );
    return { ...layer, dropout: drawn as typeof layer.dropout };
  });
  return sentences.length > 0
    ? { choice: { ...choice, layers }, sentence: sentences.join('\n') }
    : { choice };
}
