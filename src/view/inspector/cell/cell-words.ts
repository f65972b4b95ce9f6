import { spoken } from '../../../core/model/names';
import type { Lit } from '../../../explain/cell-places';
import { inWords } from '../../../explain/numbers';
import type { Reckoning, Term } from '../../../explain/sums/reckoning';

/** How many terms of a sum stand before and after the dots of a long one. */
const [FIRST, LAST] = [3, 2];

const factor = (x: number, k: number): string => (x < 0 && k > 0 ? `(${inWords(x)})` : inWords(x));
const product = (term: Term): string => term.map(factor).join(' · ');

/** Whether a function gave the cell as it is. */
export const isFunctionAlone = ({ terms, dividedBy, of }: Reckoning): boolean =>
  of !== undefined && of.value === undefined && dividedBy === undefined && terms.flat().length === 1;

/**
 * A sum as it is written, shortened in the middle where it is long: `0.31 · 1.2 + … + 0.5`. What a function gave as it
 * is, is that: `relu at z = 0.38`.
 */
export function reckoned(reckoning: Reckoning): string {
  const { terms, minus, dividedBy, of } = reckoning;
  if (of && isFunctionAlone(reckoning)) return applied(of);
  const isLong = terms.length > FIRST + LAST + 1;
  const left = terms.length - FIRST - LAST;
  const written = isLong
    ? [...terms.slice(0, FIRST).map(product), `… ${left} more …`, ...terms.slice(-LAST).map(product)]
    : terms.map(product);
  const added = written.map((term, k) => (k > 0 && term.startsWith('−') ? `(${term})` : term)).join(' + ');
  const sum =
    minus === undefined ? added : `${added} − ${minus < 0 ? `(${inWords(minus)})` : inWords(minus)}`;
  if (dividedBy === undefined) return sum;
  return `${terms.length > 1 ? `(${sum})` : sum} / ${inWords(dividedBy)}`;
}

/** What was given to a function: `relu at z = 0.38`, and of g′ what came out: `g′ = 1, from Z[1] = 0.38`. */
export function applied({ name, operands, value }: NonNullable<Reckoning['of']>): string {
  const given = operands.map((operand) => `${operand.name} = ${inWords(operand.value)}`).join(', ');
  return value === undefined ? `${name} at ${given}` : `${name} = ${inWords(value)}, from ${given}`;
}

/** Which cells they are, and the slot in which they stand: `row 2 of W[1] in layer 1's linear_cache`. */
export function inSlots({ tensor, row, col, place }: Lit): string {
  const [, layer, cache] = /^cache:(\d+)\.(\w+)\./.exec(place) ?? [];
  const where = !layer
    ? ''
    : cache === 'loss'
      ? ', kept by the loss'
      : `, in layer ${layer}'s ${cache}_cache`;
  return `${cellsInWords(row, col)} of ${spoken(tensor)}${where}`;
}

function cellsInWords(row: number | undefined, col: number | undefined): string {
  if (row === undefined) return col === undefined ? 'all' : `column ${col + 1}`;
  return col === undefined ? `row ${row + 1}` : `cell (${row + 1}, ${col + 1})`;
}
