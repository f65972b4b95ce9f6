import type { Thing } from './thing';

/** Whether two pieces of plain data say the same. Lists of numbers do where they are one list, as equal matrices of two passes are. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (ArrayBuffer.isView(a) || ArrayBuffer.isView(b)) return false;
  const [keys, others] = [Object.keys(a), Object.keys(b)];
  return (
    keys.length === others.length &&
    keys.every((key) => isSame(a[key as keyof typeof a], b[key as keyof typeof b]))
  );
}

/**
 * Remembers what a picture was drawn of last, and gives the same thing again for one that looks the same: another pass
 * has other objects throughout, and mostly the same to see.
 */
export function createAsBefore(): (things: readonly Thing[]) => readonly Thing[] {
  let before: ReadonlyMap<string, Thing> = new Map();
  return (things) => {
    const now = new Map<string, Thing>();
    for (const thing of things) {
      const id = `${thing.part} ${thing.key}`;
      const known = before.get(id);
      now.set(id, known && isSame(known, thing) ? known : thing);
    }
    before = now;
    return [...now.values()];
  };
}
