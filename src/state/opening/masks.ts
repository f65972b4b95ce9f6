import type { Layer, Sizes } from '../../core/model/model';
import { named } from '../../core/model/names';
import type { Dropout } from '../../core/model/regularisation';
import { maskIn } from '../../formats/arrays/dropout';
import type { Raw } from '../../formats/meant/raw';
import type { Choice } from '../choice/choice';

/** Every D among arrays that fits the dropout of its layer, by its name. */
export type Masks = ReadonlyMap<string, NonNullable<Dropout['D']>>;

/** The masks that a network with dropout would have drawn, and that were given among arrays instead. */
export const masksAmong = (tensors: Raw, layers: readonly Layer[], { units, m }: Sizes): Masks =>
  new Map(
    layers.flatMap(({ dropout }, i) => {
      const name = named('D', i + 1);
      const D = dropout && maskIn(tensors[name], units[i + 1]);
      return D?.[0]?.length === m ? [[name, D] as const] : [];
    }),
  );

/** A choice whose dropout takes given masks: nobody's own random numbers are those of the page. */
export const withMasks = (choice: Choice, masks: Masks): Choice => ({
  ...choice,
  layers: choice.layers.map((layer, i) => {
    const D = masks.get(named('D', i + 1));
    return layer.dropout && D ? { ...layer, dropout: { ...layer.dropout, D } } : layer;
  }),
});
