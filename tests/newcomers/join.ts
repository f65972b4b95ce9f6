/**
 * Adds an object to a record, as a line in the record's own file would, and its name to the list of names; in front of
 * another where the order counts. To be called while the record's module is loaded, before others read it.
 */
export function join<T>(
  record: Record<string, T>,
  names: string[],
  name: string,
  object: T,
  before?: string,
): void {
  const entries = Object.entries(record);
  const at = before === undefined ? entries.length : names.indexOf(before);
  entries.splice(at, 0, [name, object]);
  names.splice(at, 0, name);
  for (const key of Object.keys(record)) delete record[key];
  for (const [key, value] of entries) record[key] = value;
}
