import type { OperationName } from '../core/operations';
import type { Node } from '../core/operations/node';

/**
 * A node's row in a record of all operations, or what is said of one that has none. The compiler asks for every row; this
 * is for an operation that is being tried out, and comes before its words.
 */
export const rowFor = <T>(
  rows: Readonly<Record<OperationName, T>>,
  { op }: Pick<Node, 'op'>,
  otherwise: T,
): T => (Object.hasOwn(rows, op) ? rows[op as OperationName] : otherwise);
