/** Whether a tree has more than so many parts; it is counted no further. */
export function hasMoreParts<T>(tree: T, most: number, partsOf: (node: T) => readonly T[]): boolean {
  const left = [tree];
  let parts = 0;
  for (let each = left.pop(); each !== undefined; each = left.pop()) {
    parts += 1;
    if (parts > most) return true;
    for (const part of partsOf(each)) left.push(part);
  }
  return false;
}
