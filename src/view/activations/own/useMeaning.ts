import { useMemo } from 'react';
import type { Activation } from '../../../core/activations';
import { curveOf } from '../../../core/verdict/curve';
import { surveyOf } from '../../../core/verdict/survey';
import { inWords } from '../../../explain/numbers';
import type { Formula } from '../../../formats/formula';
import { verdictOn } from '../useVerdicts';

/** Where a formula overflows, and where else it has no finite value or slope, on the range of the verdict. */
function gapsOf(activation: Activation): string[] {
  const curve = curveOf(activation, 0);
  return surveyOf(curve).undefinedOn.map(([from, to]) => {
    if (from === to) return `It has no finite value or slope at ${inWords(from)}.`;
    const overflows = Math.abs(curve.g((from + to) / 2)) === Number.POSITIVE_INFINITY;
    return `It ${overflows ? 'overflows' : 'has no finite value or slope'} from ${inWords(from)} to ${inWords(to)}.`;
  });
}

/** What a formula means: its verdict, and a sentence on its slope. Neither depends on its name. */
export function useMeaning(last: { readonly formula: Formula; readonly alone: Activation } | undefined) {
  return useMemo(
    () =>
      last && {
        found: verdictOn(last.alone),
        saying: [slopeSaying(last.formula), ...gapsOf(last.alone)].join(' '),
      },
    [last],
  );
}

/** How the slope was found. */
const slopeSaying = ({ slope }: Formula): string =>
  slope.how === 'symbolic'
    ? `Slope by symbolic differentiation: ${slope.text}.`
    : `Slope by automatic differentiation: ${slope.because}.`;
