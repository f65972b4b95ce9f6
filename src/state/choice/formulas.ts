import {
  type Activation,
  activationOf,
  define,
  isDefined,
  type Named,
  type Own,
  ownActivation,
} from '../../core/activations';
import type { Formula, GivenSlope } from '../../formats/formula';
import { type Read, refused } from '../../formats/read';
import { areAlike } from './choice';

/** A formula with the slopes that were given beside it, each as it was read. */
export interface OwnRead {
  readonly formula: Read<Formula>;
  readonly slope?: Read<GivenSlope> | undefined;
  readonly slopeFromA?: Read<GivenSlope> | undefined;
  /** The activation of the formula alone; undefined where it can't be read. */
  readonly alone?: Activation | undefined;
  /** The activation with the slopes that were given; undefined where one of them can't be read. */
  readonly whole?: Activation | undefined;
}

/** The sentence for where the part of the page that reads formulas could not be loaded. */
export const NOT_LOADED =
  'The part of the page that reads formulas could not be loaded. Is there a connection?';

/**
 * Reads a formula with its slopes and makes activations of it, which only the caller keeps. The code that reads formulas is
 * large, and is loaded when it is first needed.
 */
export async function readOwn(own: Own): Promise<OwnRead> {
  const library = await import('../../formats/formula').catch(() => undefined);
  if (!library) return { formula: refused(NOT_LOADED) };
  const read: OwnRead = {
    formula: library.readFormula(own.formula),
    slope: own.slope === undefined ? undefined : library.readSlope(own.slope, 'z'),
    slopeFromA: own.slopeFromA === undefined ? undefined : library.readSlope(own.slopeFromA, 'a'),
  };
  const { formula, slope, slopeFromA } = read;
  if (!formula.ok) return read;
  const make = makingBy(library);
  const canRun = slope?.ok !== false && slopeFromA?.ok !== false;
  return {
    ...read,
    alone: make(formula.value),
    whole: canRun ? make(formula.value, slope?.value, slopeFromA?.value) : undefined,
  };
}

/** Reads a formula with its slopes and registers its activation, so that layers can use it. */
export async function defineFormula(own: Own): Promise<OwnRead> {
  const read = await readOwn(own);
  if (read.whole) define(own, read.whole);
  return read;
}

type Library = typeof import('../../formats/formula');

/** Makes an activation that runs with the slopes that were given, right or wrong; without any, with the derivative. */
const makingBy =
  (library: Library) =>
  (formula: Formula, given?: GivenSlope, fromA?: GivenSlope): Activation => {
    const { g, slope, tex, costs, noise, hasBranches } = formula;
    const found = slope.how === 'symbolic' ? slope.tex : "g'(z)";
    return ownActivation(
      {
        g: (z, _, round) => g(z, round),
        fromZ: (z, _, round) => (given ?? slope).at(z, round),
        ...(fromA && { fromA: (a, _, round) => fromA.at(a, round) }),
        selects: hasBranches,
        tex: { g: tex, slope: { Z: given?.tex ?? found, ...(fromA && { A: fromA.tex }) } },
        costs: { g: costs.g, Z: given?.costs ?? costs.slope, ...(fromA && { A: fromA.costs }) },
      },
      {
        rounding: noise,
        slopeRounding: library.slopeNoise(formula, given),
        inPython: library.pythonOf(formula, given, fromA),
      },
    );
  };

const parts = {
  formula: 'A formula',
  slope: 'The slope of a formula',
  slopeFromA: 'The slope of a formula in terms of a',
} as const;

/** What could not be read of a formula, in a sentence. */
function flawOf(read: OwnRead): string | undefined {
  for (const part of ['formula', 'slope', 'slopeFromA'] as const) {
    const each = read[part];
    if (each?.ok === false && each.sentence === NOT_LOADED) return NOT_LOADED;
    if (each?.ok === false) return `${parts[part]} could not be read. ${each.sentence}`;
  }
  return undefined;
}

/**
 * Registers all formulas of a choice's layers that are not registered yet. Resolves to a sentence where one can't be read;
 * undefined, at once, where there is nothing to register.
 */
export function defineFormulas({
  layers,
}: {
  readonly layers: readonly Named[];
}): Promise<string | undefined> | undefined {
  return layers.some(isUnknown) ? inTurn(layers) : undefined;
}

const isUnknown = ({ own }: Named): boolean => own !== undefined && !isDefined(own);

/** Registers formulas one after the other, and lets the page go on between them: reading a long one takes a tenth of a second. */
async function inTurn(layers: readonly Named[]): Promise<string | undefined> {
  for (const layer of layers) {
    meanAs([layer], layers);
    if (!layer.own || !isUnknown(layer)) continue;
    const flaw = flawOf(await defineFormula(layer.own));
    if (flaw) return flaw;
    await new Promise((resolve) => setTimeout(resolve));
  }
  return undefined;
}

/** Registers formulas of layers by what the same text means in other layers, where that is known, without reading them again. */
export function meanAs(layers: readonly Named[], others: readonly Named[]): void {
  for (const { own } of layers) {
    if (!own || isDefined(own)) continue;
    const like = others.find((other) => other.own && isDefined(other.own) && areAlike(other.own, own));
    if (like) define(own, activationOf(like));
  }
}
