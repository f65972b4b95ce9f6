import type { Dependence, Indices } from './operation';

/** Each cell depends on the cell at its own place. */
export const i_j: Indices = ['i', 'j'];

/** Each cell depends on the whole column that it is in. */
export const columnOf: Indices = ['k', 'j'];

/** Each cell depends on the whole row that it is in. */
export const rowOf: Indices = ['i', 'k'];

/** Each cell depends on the one cell of its row. */
export const ofRow: Indices = ['i', '1'];

/** Cell by cell. */
export const cellwise: Dependence = { result: i_j, reads: () => i_j };
