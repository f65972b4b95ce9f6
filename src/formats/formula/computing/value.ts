import { arithmetic, type Condition, comparisons, type Expression, type Walk } from '../expression';
import { functionOf, isPicking } from './functions';

/** The value of an expression, every operation rounded as the walk says. */
export function valueAt(expression: Expression, walk: Walk): number {
  const { round } = walk;
  switch (expression.kind) {
    case 'number':
      return round(expression.value);
    case 'z':
      return walk.z;
    case 'negative':
      return -valueAt(expression.args[0], walk);
    case 'choice':
      return valueAt(expression.args[isTrue(expression.when, walk) ? 0 : 1], walk);
    case 'call': {
      const known = functionOf(expression.name);
      const values = expression.args.map((arg) => valueAt(arg, walk));
      if (isPicking(known)) return values[pickedOf(known.isBetter, values, walk)]!;
      if (known.bends?.(values)) walk.tie?.();
      return round(known.value(...values));
    }
    default: {
      const [a, b] = expression.args;
      return arithmetic(expression.kind, valueAt(a, walk), valueAt(b, walk), round);
    }
  }
}

/** Which of some values a function picks: the first of the best; NaN where there is one. In one go over them. */
export function pickedOf(
  isBetter: (a: number, b: number) => boolean,
  values: readonly number[],
  walk: Walk,
): number {
  let best = 0;
  let isTie = false;
  for (let i = 1; i < values.length; i++) {
    if (Number.isNaN(values[best]!)) break;
    if (Number.isNaN(values[i]!) || isBetter(values[i]!, values[best]!)) [best, isTie] = [i, false];
    else if (values[i] === values[best]) isTie = true;
  }
  if (isTie) walk.tie?.();
  return best;
}

/** Whether a condition holds. */
export function isTrue(condition: Condition, walk: Walk): boolean {
  switch (condition.kind) {
    case 'comparison': {
      const [a, b] = [valueAt(condition.args[0], walk), valueAt(condition.args[1], walk)];
      if (a === b) walk.tie?.();
      return comparisons[condition.sign](a, b);
    }
    case 'and':
      return condition.args.every((part) => isTrue(part, walk));
    case 'or':
      return condition.args.some((part) => isTrue(part, walk));
    case 'not':
      return !isTrue(condition.args[0], walk);
  }
}
