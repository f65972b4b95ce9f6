/** Makes something for a key, unless what it was made of last is what it is made of now: then it is the same as before. */
export type Once<T> = (key: object, of: readonly unknown[], make: () => T) => T;

/** Remembers for each key the last thing that was made for it, and compares what it is made of one by one. */
export function createOnce<T>(): Once<T> {
  const made = new WeakMap<object, { readonly of: readonly unknown[]; readonly thing: T }>();
  return (key, of, make) => {
    const before = made.get(key);
    if (before && before.of.length === of.length && before.of.every((part, i) => part === of[i]))
      return before.thing;
    const thing = make();
    made.set(key, { of, thing });
    return thing;
  };
}
