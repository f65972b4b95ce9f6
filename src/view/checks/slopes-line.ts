import { parametersIn, type SlopeReport } from '../../core/checks/differences/slope-check';
import type { RulesReport } from '../../core/checks/rules';
import { firstWriter, type WrongCell } from '../../core/checks/wrong-cell';
import type { Step, Trace } from '../../core/pass/trace';
import { grouped, inWords } from '../../explain/numbers';
import {
  bornAt,
  bornNotes,
  type CheckLine,
  hasNonFinite,
  inOrder,
  isItRounding,
  largest,
  place,
  plural,
} from './check-line';

const parameters = (count: number): string => plural(count, 'parameter', 'parameters');

const named = { id: 'central_differences', check: 'Central differences' } as const;

/** Central differences, as far as they have been taken, beside the keep rules; without a report they have not begun. */
export function slopesLine(report: SlopeReport | undefined, trace: Trace, rules?: RulesReport): CheckLine {
  if (!report) return { ...named, verdict: 'open', figures: [parameters(parametersIn(trace))], notes: [] };
  const { done, total, cost, counts, error, wrongCells } = report;
  if (!Number.isFinite(cost)) return withoutSlopes(cost, trace);
  const far = [
    `${grouped(done)} of ${parameters(total)}${done < total ? ' so far' : ''}`,
    ...(counts.agrees + counts.off > 0 ? [largest(error)] : []),
  ];
  const [first] = inOrder(wrongCells, trace);
  if (!first) {
    const verdict = done < total ? 'open' : counts.agrees > 0 ? 'passes' : 'nothing to check';
    return { ...named, verdict, figures: far, notes: leftOut(counts) };
  }
  return {
    ...named,
    verdict: 'fails',
    figures: far,
    notes: [
      `${plural(counts.off, 'is', 'are')} off.`,
      place(first, (found, right) =>
        Number.isNaN(first.right)
          ? `${found}, which is no gradient.`
          : `${found}, but ${right} by central differences.`,
      ),
      ...bornNotes(trace),
      ...isItRounding(trace, error),
      ...leftOut(counts),
    ],
    step: (Number.isFinite(first.found) ? undefined : bornAt(trace)) ?? firstOff(first, rules, trace),
  };
}

/** Where J is no number there are no slopes; a gradient that is no number either is wrong all the same. */
function withoutSlopes(cost: number, trace: Trace): CheckLine {
  const isGradient = (name: string) => trace.model.parameters.has(name.slice(1)) && name.startsWith('d');
  return {
    ...named,
    verdict: hasNonFinite(trace, isGradient) ? 'fails' : 'nothing to check',
    figures: [],
    notes: [`J is ${inWords(cost)}: it has no slopes.`, ...bornNotes(trace)],
    step: bornAt(trace),
  };
}

/** What neither passes nor fails. */
const leftOut = ({ kink, untold, rounded }: SlopeReport['counts']): readonly string[] => [
  ...(kink > 0 ? [`${plural(kink, 'sits', 'sit')} at a kink, where J has no slope.`] : []),
  ...(untold > 0
    ? [`No verdict on ${grouped(untold)}: rounding in J hides the slope there, even in float64.`]
    : []),
  ...(rounded > 0
    ? [`No verdict on ${grouped(rounded)}: float32 has rounded away what would be compared.`]
    : []),
];

/**
 * The first step that is off: central differences know parameters alone, and an untouched pass may tell of a gradient
 * before theirs.
 */
function firstOff(wrongCell: WrongCell, rules: RulesReport | undefined, trace: Trace): Step | undefined {
  const own = firstWriter(wrongCell.tensor, trace);
  const before = rules?.wrongCell?.run === 'shown' ? firstWriter(rules.wrongCell.tensor, trace) : undefined;
  return own && before && before.index < own.index ? before : own;
}
