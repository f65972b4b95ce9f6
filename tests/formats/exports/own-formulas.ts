import type { Own } from '../../../src/core/activations';
import type { KeepRuleName } from '../../../src/core/model/keep-rules';
import { record } from '../../../src/core/pass/record';
import type { Trace } from '../../../src/core/pass/trace';
import { functions } from '../../../src/formats/formula/computing/functions';
import { type Choice, firstChoice } from '../../../src/state/choice/choice';
import { setAllKeeps, setFormula, setPrecision } from '../../../src/state/choice/edits';
import { defineFormula } from '../../../src/state/choice/formulas';
import { modelOf } from '../../../src/state/choice/model-of';

/** A pass of the first network, with a formula in its first two layers. */
export async function passOf(own: Own, precision: Choice['precision'], keep: KeepRuleName): Promise<Trace> {
  await defineFormula(own);
  const edits = [
    setFormula(1, 'my own', own),
    setFormula(2, 'my own', own),
    setAllKeeps(keep),
    setPrecision(precision),
  ];
  return record(modelOf(edits.reduce((choice, edit) => edit(choice), firstChoice)));
}

/** Formulas that many would write, and one with every function that neither jumps nor bends. */
export const smooth: readonly string[] = [
  'z * tanh(softplus(z))',
  'z / (1 + exp(-z))',
  '0.5 * z * (1 + erf(z / sqrt(2)))',
  'exp(-z^2)',
  'z - z^3 / 6 + 2^z',
  '3 * z',
  'z * Phi(z) + phi(z)',
  Array(120).fill('z').join('+'),
  Array(30).fill('(z+1)').join('*'),
  ...Object.keys(functions)
    .filter((name) => !['pow', 'max', 'min', 'abs', 'sign', 'floor', 'ceil', 'round'].includes(name))
    .map((name) =>
      ['acosh'].includes(name)
        ? `${name}(2 + z^2)`
        : /^(asin|acos|atanh)$/.test(name)
          ? `${name}(z / (2 + z^2))`
          : `${name}(1.5 + 0.1 * sin(z))`,
    ),
];

/** With slopes that somebody gave: right ones, and wrong ones. */
export const given: readonly Own[] = [
  { formula: 'tanh(z)', slope: '1 - tanh(z)^2', slopeFromA: '1 - a^2' },
  { formula: 'tanh(z)', slope: 'z > 0 ? 1 : 0.5', slopeFromA: 'max(a, 0.25)' },
];
