import { largestDistance } from '../check';
import { type KeepRuleName, keepRuleNames } from '../keep-rules';
import { withLayers } from '../model';
import { type BufferName, isGradient } from '../names';
import { record } from '../pass/record';
import type { Trace } from '../pass/trace';
import { type Flaw, larger, worstCell } from './flaw';
import { allowedOf, magnitudesOf } from './magnitudes';

/** Whether all keep rules, and the pass that is shown, have one gradient. */
export interface RulesReport {
  /** The largest distance of a cell of a dW or db from the same cell where Z is kept. */
  readonly error: number;
  /** In the first step with something that is off, the cell that is off most; undefined where the gradient is one. */
  readonly flaw?: Flaw & { readonly run: KeepRuleName | 'shown' };
}

/** Whether a cell of a tensor is the same number but for rounding. */
type IsSame = (name: BufferName, k: number, found: number, right: number) => boolean;

/**
 * Compares the gradients of a pass, and of untouched passes of its network under each keep rule, with the one that
 * keeps Z. They are one gradient if no cell of a dW or db is further off than `allowedOf` the precision and its
 * `magnitudesOf`. The way forward is the same under all of them.
 */
export function compareRules(shown: Trace): RulesReport {
  const run = (keep: KeepRuleName): Trace => record(withLayers(shown.model, () => ({ keep })));
  const reference = run('Z');
  const magnitudes = magnitudesOf(reference);
  const isSame: IsSame = (name, k, found, right) =>
    Object.is(found, right) ||
    Math.abs(found - right) <= allowedOf(shown.model.precision, magnitudes.get(name)!.data[k]!);

  let error = 0;
  let flaw: RulesReport['flaw'];
  const compare = (name: KeepRuleName | 'shown', trace: Trace): void => {
    const difference = gradientDifference(trace, reference, isSame);
    error = larger(error, difference.error);
    const found = difference.same ? undefined : firstFlaw(trace, reference, isSame);
    if (found) flaw ??= { ...found, run: name };
  };
  compare('shown', shown);
  // One at a time: a large pass takes hundreds of megabytes.
  for (const keep of keepRuleNames) if (keep !== 'Z') compare(keep, run(keep));
  return { error, ...(flaw && { flaw }) };
}

/** How far the gradients of a pass are from those of another, and whether they are the same but for rounding. */
function gradientDifference({ buffers, model }: Trace, reference: Trace, isSame: IsSame) {
  let [error, same] = [0, true];
  for (const parameter of model.parameters.keys()) {
    const name = `d${parameter}`;
    const [found, right] = [buffers.get(name)!, reference.buffers.get(name)!];
    error = larger(error, largestDistance(found, right));
    same &&= found.data.every((x, k) => isSame(name, k, x, right.data[k]!));
  }
  return { error, same };
}

/** Of the first step on the way back that writes something that is off, the cell that is off most. */
function firstFlaw({ steps, buffers }: Trace, reference: Trace, isSame: IsSame): Flaw | undefined {
  for (const tensor of steps.flatMap(({ writes }) => writes.map(({ name }) => name))) {
    if (!isGradient(tensor)) continue;
    const isOff = (x: number, y: number, k: number) => !isSame(tensor, k, x, y);
    const flaw = worstCell(tensor, buffers.get(tensor)!, reference.buffers.get(tensor)!, isOff);
    if (flaw) return flaw;
  }
  return undefined;
}
