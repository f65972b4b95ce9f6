import { largestMagnitude, type Matrix } from '../math/matrix';
import { type Model, withLayers } from '../model/model';
import { type BufferName, gradientOf, isGradient } from '../model/names';
import { toFloat64 } from '../model/to-float64';
import { record } from '../pass/record';
import type { Trace } from '../pass/trace';
import { inProportion } from './bounds';
import { largestDistance } from './distance';
import { allowedOf, exact, type Magnitude } from './magnitude';
import { magnitudesOf } from './magnitudes';
import { roundingOf } from './rounding';
import { plain, type RuleName, type Rules, runsOf } from './runs';
import { sizeOfAll } from './size';
import { larger, type WrongCell, worstCell } from './wrong-cell';

/** A model whose layers all keep by the same rules, by the cheapest routes. */
const under = (model: Model, rules: Rules): Model =>
  withLayers(model, ({ batch_norm, dropout }) => ({
    keep: rules.keep,
    route: undefined,
    ...(batch_norm && { batch_norm: { ...batch_norm, keep: rules.batch_norm } }),
    ...(dropout && { dropout: { ...dropout, keep: rules.dropout } }),
  }));

/** Whether all keep rules, and the pass that is shown, have one gradient. */
export interface RulesReport {
  /** The largest difference of a parameter's gradient from the one where Z is kept, as a part of its largest cell, or of what that sums. */
  readonly error: number;
  /** In the first step with something that is off, the cell that is off most; undefined where the gradient is one. */
  readonly wrongCell?: WrongCell & {
    readonly run: RuleName | 'shown';
    /** Where its right number comes from: a pass that keeps Z, or one in float64. */
    readonly by: 'Z' | 'float64';
  };
}

/** Two runs differ visibly where a cell differs by this part of the tensor's largest. */
const GROSS = 0.05;

/**
 * Compares the gradients of a pass, and those of untouched passes of its network under each keep rule, of batch norm and
 * dropout too, with those of the pass that keeps Z. They are one gradient if no cell is further off than `allowedOf` its
 * magnitude: what the rounding of stored numbers, and of what g′ subtracts, can do. In float32 that can be all of a cell.
 * So where two runs differ by more than `GROSS` of the tensor, a pass in float64 tells which of them has lost it, if it is
 * only one.
 */
export function compareRules(shown: Trace): RulesReport {
  const reference = record(under(shown.model, plain));
  const magnitudes = magnitudesOf(reference);
  let error = 0;
  let wrongCell: RulesReport['wrongCell'];
  const wrongCellOf = comparisonWith(reference, magnitudes);
  const gradients = Array.from(shown.model.parameters.keys(), (parameter) => {
    const gradient = gradientOf(parameter);
    const right = reference.buffers.get(gradient)!;
    const magnitude = magnitudes.get(gradient);
    return { gradient, right, size: magnitude && sizeOfAll(right, magnitude, shown.model.precision) };
  });
  const take = (name: RuleName | 'shown', trace: Trace): void => {
    for (const { gradient, right, size } of gradients)
      error = larger(error, largestDistance(trace.buffers.get(gradient)!, right, size));
    wrongCell ??= wrongCellOf(name, trace);
  };
  take('shown', shown);
  // One at a time: a large pass takes hundreds of megabytes.
  for (const [name, rules] of runsOf(shown.model)) take(name, record(under(shown.model, rules)));
  return { error, ...(wrongCell && { wrongCell }) };
}

type WrongGradient = NonNullable<RulesReport['wrongCell']>;

/** Looks for what is off between a run and the one that keeps Z, in the order of the steps. */
function comparisonWith(reference: Trace, magnitudes: ReadonlyMap<BufferName, Magnitude>) {
  const { model } = reference;
  let double: Trace | undefined;
  const inFloat64 = (): Trace => {
    double ??= record(toFloat64(model));
    return double;
  };

  return (run: WrongGradient['run'], { steps, buffers }: Trace): WrongGradient | undefined => {
    for (const tensor of steps.flatMap(({ writes }) => writes.map(({ name }) => name))) {
      const right = reference.buffers.get(tensor);
      if (!isGradient(tensor) || !right) continue;
      const found = buffers.get(tensor)!;
      const magnitude = magnitudes.get(tensor) ?? exact(inProportion(right));
      const isOff = (x: number, y: number, k: number) =>
        !Object.is(x, y) && !(Math.abs(x - y) <= allowedOf(model.precision, magnitude, k));
      const wrongCell = worstCell(tensor, found, right, isOff);
      if (wrongCell) return { ...wrongCell, run, by: 'Z' };
      if (model.precision === 'float64') continue;
      const seen = Math.max(largestMagnitude(found), largestMagnitude(right));
      const isLost = (x: number, y: number, k: number) =>
        Math.abs(x - y) > GROSS * seen &&
        Math.abs(x - y) > roundingOf(model.precision) * magnitude.terms.data[k]!;
      const lost = worstCell(tensor, found, right, isLost);
      const blamed = lost && blame(lost, inFloat64().buffers.get(tensor)!, right.cols);
      if (blamed) return { ...blamed, run: blamed.by === 'Z' ? run : 'Z' };
    }
    return undefined;
  };
}

/** Of two runs that differ, the one that is off: it is ten times further from float64 than the other. */
function blame(
  wrongCell: WrongCell,
  { data }: Matrix,
  cols: number,
): (WrongCell & Pick<WrongGradient, 'by'>) | undefined {
  const exact = data[wrongCell.row * cols + wrongCell.col]!;
  const [here, there] = [Math.abs(wrongCell.found - exact), Math.abs(wrongCell.right - exact)];
  if (there <= here / 10) return { ...wrongCell, by: 'Z' };
  return here <= there / 10
    ? { ...wrongCell, found: wrongCell.right, right: exact, by: 'float64' }
    : undefined;
}
