import * as v from 'valibot';
import { isCachedName } from '../../core/model/names';
import { limits } from '../../formats/limits';
import { required, wholeNumber } from '../../formats/model/fields';
import { anyRowsSchema } from '../../formats/model/rows-schema';
import { type Change, isUndone, MOST_CHANGES } from './changes';

const cachedName = v.pipe(
  v.string('a text'),
  v.maxLength(12, 'what a cache can hold, such as Z1 or A0'),
  v.check(isCachedName, 'what a cache can hold, such as Z1 or A0'),
);

/** JSON has no word for them. */
const notFinite = v.picklist(['NaN', 'Infinity', '-Infinity'], 'a number, NaN, Infinity or -Infinity');

const index = required(wholeNumber(0, Math.max(limits.units, limits.examples) - 1));

/** One cell that is set to a value; row and column from 0. */
const cellSchema = v.object({
  tensor: required(cachedName),
  row: index,
  col: index,
  value: required(v.union([v.number(), notFinite], 'a number, NaN, Infinity or -Infinity')),
});

/** A whole tensor in whose place stand numbers that have nothing to do with it. */
const unrelatedSchema = v.object({
  tensor: required(cachedName),
  unrelated: required(wholeNumber(0, limits.seed)),
});

/** A whole tensor in whose place stand the numbers that a file gives. */
const givenSchema = v.object({ tensor: required(cachedName), given: required(anyRowsSchema) });

/** Any kind of change. Not a union, whose complaints name no place inside. */
const changeSchema = v.lazy((input) => {
  if (typeof input !== 'object' || input === null) return cellSchema;
  return 'unrelated' in input ? unrelatedSchema : 'given' in input ? givenSchema : cellSchema;
});

/** Changes without those that a later one undoes. */
const lasting = (changes: Change[]): Change[] =>
  changes.filter((change, i) => !changes.slice(i + 1).some((later) => isUndone(change, later)));

/** What was changed by hand in the caches, in the order in which it is done. */
export const tamperedSchema = v.pipe(
  v.custom<unknown[]>(
    (input) => Array.isArray(input) && input.length >= 1 && input.length <= MOST_CHANGES,
    `a list of 1 to ${MOST_CHANGES} changes of cached cells`,
  ),
  v.array(changeSchema),
  v.transform(lasting),
);
