import fc from 'fast-check';
import { LONGEST_FORMULA } from '../../../src/formats/model/model-schema';

/** How a formula is made longer: what stands around or behind another. */
const growing: readonly ((inner: string) => string)[] = [
  ...['z', '2z', '9', 'z²', '|z|', 'exp(z)', 'tanh(z)', '(z+1)', 'max(z,0)'].flatMap((part) =>
    ['+', '-', '*', '/', '^', ' ', ''].map((sign) => (inner: string) => `${inner}${sign}${part}`),
  ),
  ...['exp', 'sin', 'abs', 'tanh', 'sigmoid', 'softplus', 'log', 'sqrt', 'relu', 'gelu', ''].map(
    (name) => (inner: string) => `${name}(${inner})`,
  ),
  (inner) => `max(${inner},z)`,
  (inner) => `min(z,${inner},1)`,
  (inner) => `where(z>0,${inner},z)`,
  (inner) => `if(z<1,z,${inner})`,
  (inner) => `z>0?z:${inner}`,
  (inner) => `(z>0?${inner}:0)`,
  (inner) => `|${inner}|`,
  (inner) => `z^(${inner})`,
  (inner) => `(${inner})*(${inner})`,
  (inner) => `(${inner})/(1+${inner})`,
  (inner) => `-${inner}`,
  (inner) => `${inner}!`,
  (inner) => `[${inner}]`,
];

/** The longest formula that one or two ways to make it longer lead to, in turn. */
export function grown(ways: readonly ((inner: string) => string)[]): string {
  let text = 'z';
  for (let i = 0; ; i++) {
    const longer = ways[i % ways.length]!(text);
    if (longer.length > LONGEST_FORMULA) return text;
    text = longer;
  }
}

/** Formulas as long as they may be, that are deep, wide, or both; some are none. */
export const hostileFormula = fc
  .array(fc.constantFrom(...growing), { minLength: 1, maxLength: 3 })
  .map(grown);
