import type { Model } from '../../core/model/model';
import { parseName } from '../../core/model/names';
import { listed, type Raw } from '../../formats/meant/raw';
import { spokenList } from './caches';

/**
 * The sentence on every γ and β of a layer that has no batch norm in the model that is open: they tell of another pass, in
 * which right arrays are none of this one. Undefined where there are none.
 */
export function strangeNorms(data: Raw, { layers }: Model, open: string): string | undefined {
  const names = Object.keys(data).filter((name) => {
    const { kind, layer } = parseName(name);
    return (kind === 'gamma' || kind === 'beta') && !layers[layer - 1]!.batch_norm;
  });
  const numbers = [...new Set(names.map((name) => parseName(name).layer))].sort((a, b) => a - b).map(String);
  if (names.length === 0) return undefined;
  const [have, them, these] =
    numbers.length > 1
      ? [`layers ${listed(numbers)} have`, 'they have', 'these layers']
      : [`layer ${numbers[0]} has`, 'it has', `layer ${numbers[0]}`];
  return `${spokenList(names)} ${names.length > 1 ? 'tell' : 'tells'} that your ${have} batch norm, and in "${open}", which is open, ${them} none: the numbers would be others. Give ${these} batch norm and bring the arrays again, or bring X, Y and all W and b with them.`;
}
