import * as v from 'valibot';
import { activationNames } from '../core/activations';
import { keepRuleNames } from '../core/keep-rules';
import { lossNames } from '../core/losses';
import { limits } from './limits';

/*
 * Every message says what is expected at its place; `complaint` adds the place and what is there instead.
 */

export const oneOf = <const T extends readonly string[]>(names: T) =>
  v.picklist(names, `one of ${names.join(', ')}`);

/** A member that must be there: a missing one is refused with its own schema's message. */
export const required = <S extends v.GenericSchema>(schema: S) =>
  v.pipe(
    v.optional(v.unknown(), () => undefined),
    schema,
  );

export const wholeNumber = (least: number, most: number) => {
  const expected = `a whole number from ${least} to ${most}`;
  return v.pipe(
    v.number(expected),
    v.integer(expected),
    v.minValue(least, expected),
    v.maxValue(most, expected),
  );
};

const finite = v.pipe(v.number('a finite number'), v.finite('a finite number'));

export const layerSchema = v.object(
  {
    units: required(wholeNumber(1, limits.units)),
    activation: required(oneOf(activationNames)),
    alpha: v.optional(finite),
    keep: v.optional(oneOf(keepRuleNames), 'Z'),
  },
  'a layer such as {"units": 4, "activation": "relu", "keep": "Z"}',
);

const notLayers = `a list of 1 to ${limits.layers} layers`;

export const layersSchema = v.pipe(
  v.array(layerSchema, notLayers),
  v.minLength(1, notLayers),
  v.maxLength(limits.layers, notLayers),
);

export const precisionSchema = oneOf(['float32', 'float64']);

export const lossSchema = oneOf(lossNames);

export const seedSchema = wholeNumber(0, 2 ** 31 - 1);

/** Rows of finite numbers, all of one length. Written out, since a schema per number takes seconds for millions. */
export const rowsSchema = v.pipe(
  v.custom<number[][]>(
    (input) => Array.isArray(input) && input.length > 0,
    'a list of rows such as [[1, 2], [3, 4]]',
  ),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const rows = dataset.value;
    const refuse = (message: string, ...keys: number[]) => {
      const path = keys.map((key, depth) => {
        const input = depth === 0 ? rows : (rows[keys[0]!] as unknown[]);
        return { type: 'array' as const, origin: 'value' as const, input, key, value: input[key] };
      });
      addIssue({ message, path: path as [v.ArrayPathItem, ...v.ArrayPathItem[]] });
    };
    const width = rows[0]?.length;
    for (let i = 0; i < rows.length; i++) {
      const row: unknown = rows[i];
      if (!Array.isArray(row) || row.length === 0) return refuse('a row of numbers', i);
      if (row.length !== width) return refuse(`a row of ${width}, as long as the first`, i);
      const j = row.findIndex((x) => !Number.isFinite(x));
      if (j >= 0) return refuse('a finite number', i, j);
    }
  }),
);

export const tensorsSchema = v.record(v.string(), rowsSchema, 'an object of tensors by name');

export const expectedSchema = v.record(
  v.string(),
  v.union([v.number(), rowsSchema], 'a finite number or rows of finite numbers'),
  'an object of tensors by name',
);
