import type { RulesReport } from '../../core/checks/rules';
import { countRules, type RuleName } from '../../core/checks/runs';
import { firstWriter } from '../../core/checks/wrong-cell';
import { keepRules } from '../../core/model/keep-rules';
import { isGradient } from '../../core/model/names';
import { batchNormRules, dropoutRules } from '../../core/model/regularisation';
import type { Trace } from '../../core/pass/trace';
import { keptBy } from '../../explain/phrases';
import { bornAt, bornNotes, type CheckLine, hasNonFinite, isItRounding, largest, place } from './check-line';
import { inLetters } from './words';

const isOneOf = <Name extends string>(rules: Readonly<Record<Name, unknown>>, name: string): name is Name =>
  Object.hasOwn(rules, name);

/** What is kept in the run of a rule: `Z and A are kept`. */
function keepsInWords(run: RuleName): string {
  if (isOneOf(keepRules, run)) return `${keptBy(run)} ${keepRules[run].keeps.length > 1 ? 'are' : 'is'} kept`;
  if (isOneOf(batchNormRules, run)) return `batch norm keeps ${batchNormRules[run].label}`;
  return `dropout keeps ${dropoutRules[run].label}`;
}

/** All keep rules that there are for the network, of batch norm and dropout too, and the pass that is shown. */
export function rulesLine(report: RulesReport | undefined, trace: Trace): CheckLine {
  const id = 'keep_rules';
  const all = `${inLetters(countRules(trace.model))} keep rules`;
  if (!report)
    return { id, check: `${all}, one gradient`, verdict: 'open', figures: ['not compared yet'], notes: [] };
  const { error, wrongCell } = report;
  const figures = [largest(error)];
  const isSound = !hasNonFinite(trace, isGradient);
  if (!wrongCell && isSound)
    return { id, check: `${all}, one gradient`, verdict: 'passes', figures, notes: [] };
  if (!wrongCell)
    return {
      id,
      check: `${all}, and no gradient`,
      verdict: 'fails',
      figures,
      notes: bornNotes(trace),
      step: bornAt(trace),
    };
  return {
    id,
    check: wrongCell.run === 'shown' ? `${all}, another gradient` : `${all}, not one gradient`,
    verdict: 'fails',
    figures,
    notes: [
      place(wrongCell, saysOf(wrongCell)),
      ...(isSound ? [] : bornNotes(trace)),
      ...isItRounding(trace, error),
    ],
    step: firstWriter(wrongCell.tensor, trace),
  };
}

/** Of whom the two numbers are. */
function saysOf({
  run,
  by,
}: NonNullable<RulesReport['wrongCell']>): (found: string, right: string) => string {
  if (run === 'shown')
    return (found, right) => `${found} in this pass, but ${right} in an untouched one that keeps Z.`;
  const against = by === 'float64' ? 'in float64' : 'where Z is';
  return (found, right) => `${found} where ${keepsInWords(run)}, but ${right} ${against}.`;
}
