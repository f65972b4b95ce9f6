import * as v from 'valibot';

/** One of those texts. */
export const oneOf = <const T extends readonly string[]>(names: T) =>
  v.picklist(names, `one of ${names.join(', ')}`);

/** A member that must be there: a missing one is refused with its own schema's message. */
export const required = <S extends v.GenericSchema>(schema: S) =>
  v.pipe(
    v.optional(v.unknown(), () => undefined),
    schema,
  );

/** A whole number between two others, both included. */
export const wholeNumber = (least: number, most: number) => {
  const expected = `a whole number from ${least} to ${most}`;
  return v.pipe(
    v.number(expected),
    v.integer(expected),
    v.minValue(least, expected),
    v.maxValue(most, expected),
  );
};

/** A number that is neither NaN nor infinite. */
export const finite = v.pipe(v.number('a finite number'), v.finite('a finite number'));
