import { named as tensorName } from '../../core/model/names';
import { isRaw, isRows, type Raw } from './raw';
import { named } from './tensor-names';

/**
 * Caches as tensors by name: an object of them (`{"Z1": …, "A1": …}`), or the course's list with an entry a layer,
 * `((A_prev, W, b), Z)` or an object of those. Undefined where they are neither.
 */
export function cachesIn(
  caches: unknown,
  layers: number,
  unclear: (written: string) => void,
): Raw | undefined {
  if (isRaw(caches)) return named(caches, layers, unclear);
  if (!Array.isArray(caches) || caches.length === 0) return undefined;
  const entries = caches.map((cache: unknown, i) => cacheOf(cache, i + 1));
  return entries.every((entry) => entry !== undefined)
    ? Object.fromEntries(entries.flatMap((entry) => Object.entries(entry)))
    : undefined;
}

/** The tensors of one layer's entry. */
function cacheOf(cache: unknown, layer: number): Raw | undefined {
  const names = [
    tensorName('A', layer - 1),
    tensorName('W', layer),
    tensorName('b', layer),
    tensorName('Z', layer),
  ];
  if (isRaw(cache)) {
    const { linear_cache: linear, activation_cache: Z, ...rest } = cache;
    const lists = linear === undefined ? {} : cacheOf([linear, Z], layer);
    const own = Object.entries(rest).map(
      ([slot, value]) => [slot === 'A_prev' ? tensorName('A', layer - 1) : `${slot}${layer}`, value] as const,
    );
    return lists && { ...lists, ...Object.fromEntries(own) };
  }
  if (!Array.isArray(cache) || !Array.isArray(cache[0])) return undefined;
  const parts: readonly unknown[] =
    Array.isArray(cache[0]) && cache[0].length === 3 && isRows(cache[0][0]) ? [...cache[0], cache[1]] : cache;
  if (parts.length < 3 || parts.length > names.length) return undefined;
  const entries = parts.map((part, i) => [names[i], part] as const);
  return Object.fromEntries(entries.filter(([, part]) => part !== undefined));
}
