import type { Activation } from './types';

/** Remembers so many values by their keys, those that were asked for last: it grows no further, whatever is typed. */
export class Recent<V> {
  private readonly values = new Map<string, V>();

  constructor(private readonly most: number) {}

  get(key: string): V | undefined {
    const value = this.values.get(key);
    if (value !== undefined) this.set(key, value);
    return value;
  }

  set(key: string, value: V): void {
    // A map keeps its keys in the order in which they came.
    this.values.delete(key);
    this.values.set(key, value);
    const [oldest] = this.values.keys();
    if (this.values.size > this.most) this.values.delete(oldest!);
  }
}

/** The same beside each activation, with so many keys for each: what is remembered of one goes with it. */
export class RecentByActivation<V> {
  private readonly values = new WeakMap<Activation, Recent<V>>();

  constructor(private readonly most: number) {}

  /** What is remembered of an activation by a key; else what `make` makes, which is remembered from now on. */
  of(activation: Activation, key: string, make: () => V): V {
    const recent = this.values.get(activation) ?? new Recent<V>(this.most);
    this.values.set(activation, recent);
    const value = recent.get(key) ?? make();
    recent.set(key, value);
    return value;
  }
}
