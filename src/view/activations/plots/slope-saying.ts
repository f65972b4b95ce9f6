import { curveOf, usualRange } from '../../../core/verdict/curve';
import { checkGivenSlope, type GivenSlopeReport } from '../../../core/verdict/given-slope';
import { inWords } from '../../../explain/numbers';
import type { OwnRead } from '../../../state/choice/formulas';
import type { Found } from '../useVerdicts';
import type { Saying } from './Field';

const names = { z: 'g′(z)', a: 'g′ in terms of a' } as const;

const inRange = ([from, to] = usualRange): string => `from z = ${inWords(from)} to ${inWords(to)}`;

/** What is to be said of a slope that is given beside a formula, or left out. */
export function slopeSaying(own: OwnRead | undefined, variable: 'z' | 'a', found: Found | undefined): Saying {
  const read = variable === 'z' ? own?.slope : own?.slopeFromA;
  if (!read) return { text: leftOut(variable, found), isOff: false };
  if (!read.ok) return { text: read.sentence, isOff: true };
  if (!own?.alone) return { text: '', isOff: false };
  const curve = curveOf(own.alone, 0);
  const { at } = read.value;
  const report = checkGivenSlope(curve, variable === 'z' ? (z) => at(z) : (z) => at(curve.g(z)));
  const { text, isOff, ...result } = sayingOf(report, names[variable]);
  const needsZ = variable === 'a' && found?.verdict === 'Z is needed';
  return {
    text: needsZ ? `${text} None can be right everywhere: Z is needed.` : text,
    isOff,
    ...result,
  };
}

function leftOut(variable: 'z' | 'a', found: Found | undefined): string {
  if (variable === 'z') return 'Left empty, the slope above is used.';
  if (found?.verdict === 'A is enough') return 'A would do; give g′ in terms of a and it will be used.';
  return found?.verdict === 'Z is needed' ? 'There is none: Z is needed.' : '';
}

/** Where a slope is off, by how much, and at which z it is worst. */
function sayingOf({ told, off }: GivenSlopeReport, name: string): Saying {
  if (told === 0)
    return { text: `There is no verdict on ${name} ${inRange()}.`, isOff: false, result: 'unknown' };
  if (!off)
    return {
      text: `${name} agrees with central differences of g at all ${told} points that were tried ${inRange()}.`,
      isOff: false,
      result: 'pass',
    };
  const { count, from, to, worst } = off;
  const { z, given, right } = worst;
  const distance = Number.isFinite(given) ? `, off by ${inWords(Math.abs(given - right))}` : '';
  const where =
    count === 1 ? `at z = ${inWords(from)}` : `at ${count} of ${told} points ${inRange([from, to])}`;
  return {
    text: `${name} is wrong ${where}, worst at z = ${inWords(z)}: it gives ${inWords(given)}, central differences give ${inWords(right)}${distance}. The network uses it as it stands.`,
    isOff: true,
    result: 'fail',
  };
}
