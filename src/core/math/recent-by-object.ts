import { Recent } from './recent';

/** What `Recent` does, for each of many objects, with room for `most` keys each. What is remembered of an object goes with it. */
export class RecentByObject<K extends object, V> {
  private readonly values = new WeakMap<K, Recent<V>>();

  constructor(private readonly most: number) {}

  /** What is remembered of an object under a key; else what `make` returns, which is remembered from now on. */
  of(object: K, key: string, make: () => V): V {
    const recent = this.values.get(object) ?? new Recent<V>(this.most);
    this.values.set(object, recent);
    return recent.of(key, make);
  }
}
