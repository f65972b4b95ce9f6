import * as v from 'valibot';
import { activationNames } from '../../core/activations';
import { initSchemeNames } from '../../core/model/init';
import { keepRuleNames } from '../../core/model/keep-rules';
import { outputNames, routeNames } from '../../core/model/model';
import { isCachedName, isParameterName, isTensorName } from '../../core/model/names';
import { batchNormRuleNames, dropoutRuleNames, usualNorm } from '../../core/model/regularisation';
import { lossNames } from '../../core/operations/losses';
import { limits } from '../limits';
import { notFiniteWords } from '../not-finite';
import { finite, oneOf, required, wholeNumber } from './fields';
import { anyRowsSchema, rowsSchema } from './rows-schema';

/*
 * The parts of a model as they come from outside. Every message says what is expected at its place; `complaint` adds
 * the place and what is there instead.
 */

/** What a model is called. Short, so that a link can hold it whatever the model's size. */
export const nameSchema = v.pipe(v.string('a text'), v.maxLength(200, 'a text of at most 200 characters'));

/** How long a formula may be, and the name that its author gave it. */
export const LONGEST_FORMULA = 500;
const LONGEST_NAME = 40;

const expectedActivation = `one of ${activationNames.join(', ')}, or {"name": …, "formula": …}`;

const formulaSchema = (expected: string) =>
  v.pipe(
    v.string(expected),
    v.maxLength(LONGEST_FORMULA, `a formula of at most ${LONGEST_FORMULA} characters`),
  );

/** What somebody wrote, with a name of its own. */
export const customSchema = v.object(
  {
    name: v.pipe(v.string('a text'), v.minLength(1, 'a name'), v.maxLength(LONGEST_NAME, 'a short name')),
    formula: formulaSchema('a formula of z'),
    slope: v.optional(formulaSchema('a formula of z')),
    slope_from_a: v.optional(formulaSchema('a formula of a')),
  },
  expectedActivation,
);

/** A name in the record, or a formula with a name of its own and, it may be, its slopes. What they mean is checked when they are read. */
const activationSchema = v.union(
  [v.picklist(activationNames, expectedActivation), customSchema],
  expectedActivation,
);

/** Batch norm between Z and g. */
const batchNormSchema = v.object(
  {
    epsilon: v.optional(v.pipe(finite, v.minValue(0, 'a number of at least 0')), usualNorm.epsilon),
    keep: v.optional(oneOf(batchNormRuleNames), usualNorm.keep),
  },
  'an object such as {"epsilon": 1e-5, "keep": "normalised"}',
);

const zerosAndOnes = v.pipe(
  rowsSchema,
  v.check((rows) => rows.every((row) => row.every((x) => x === 0 || x === 1)), 'rows of 0 and 1'),
);

const share = 'a number above 0, and at most 1';

/** Dropout between g and the next layer. */
const dropoutSchema = v.object(
  {
    keep_prob: required(v.pipe(v.number(share), v.gtValue(0, share), v.maxValue(1, share))),
    keep: v.optional(oneOf(dropoutRuleNames), 'mask'),
    seed: v.optional(wholeNumber(0, limits.seed), 1),
    D: v.optional(zerosAndOnes),
  },
  'an object such as {"keep_prob": 0.8, "keep": "mask", "seed": 1}',
);

/** One layer. */
export const layerSchema = v.object(
  {
    units: required(wholeNumber(1, limits.units)),
    activation: required(activationSchema),
    alpha: v.optional(finite),
    keep: v.optional(oneOf(keepRuleNames), 'Z'),
    route: v.optional(oneOf(routeNames)),
    batch_norm: v.optional(batchNormSchema),
    dropout: v.optional(dropoutSchema),
  },
  'a layer such as {"units": 4, "activation": "relu", "keep": "Z"}',
);

/** Layers in their order. They are counted before any is looked at, or a hostile list takes minutes. */
export const layersSchema = v.pipe(
  v.custom<unknown[]>(
    (input) => Array.isArray(input) && input.length >= 1 && input.length <= limits.layers,
    `a list of 1 to ${limits.layers} layers`,
  ),
  v.array(layerSchema),
);

export const precisionSchema = oneOf(['float32', 'float64']);

export const lossSchema = oneOf(lossNames);

/** How the way back begins. */
export const outputSchema = v.optional(oneOf(outputNames));

export const initSchema = v.object(
  { scheme: required(oneOf(initSchemeNames)), seed: required(wholeNumber(0, limits.seed)) },
  'an object such as {"scheme": "he", "seed": 1}',
);

/** Parameters by their names. */
export const parametersSchema = v.record(
  v.pipe(v.string(), v.check(isParameterName, 'a name such as W1 or b1')),
  rowsSchema,
  'an object of parameters such as {"W1": [[1, 2]], "b1": [[0]]}',
);

/** Any number: one that is not finite may come as a word. */
const anyNumber = v.union(
  [v.number(), v.nan(), v.pipe(v.picklist(notFiniteWords), v.transform(Number))],
  'a number, NaN or an infinity',
);

/** Tensors of a pass by their names; a tensor of one number may stand as that. NaN and infinities are numbers too. */
export const expectedSchema = v.record(
  v.pipe(v.string(), v.check(isTensorName, 'a name such as Z1, dW1 or cost')),
  v.lazy((input) => (Array.isArray(input) ? anyRowsSchema : anyNumber)),
  'an object of tensors such as {"Z1": [[1, 2]], "cost": 0.5}',
);

/** What the caches held, by the names of tensors. */
export const cachesSchema = v.record(
  v.pipe(v.string(), v.check(isCachedName, 'what a cache holds, such as Z1 or A0')),
  anyRowsSchema,
  'an object of cached tensors such as {"Z1": [[1, 2]]}',
);
