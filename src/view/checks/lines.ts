import type { ExpectedReport } from '../../core/checks/expected';
import { type Flaw, firstWriter } from '../../core/checks/flaw';
import type { RulesReport } from '../../core/checks/rules';
import { parametersIn, type SlopeReport } from '../../core/checks/slope-check';
import type { KeepRuleName } from '../../core/keep-rules';
import { shapeOf, sizesOf } from '../../core/model';
import { parseName, spoken, spokenCell } from '../../core/names';
import type { Step, Trace } from '../../core/pass/trace';
import { grouped, inShort, inWords } from '../numbers';
import { apart } from './words';

/** One check as the page tells it. */
export interface CheckLine {
  readonly check: string;
  readonly verdict: 'passes' | 'fails' | 'open' | 'nothing to check';
  /** What was checked, and the largest error. */
  readonly figures: readonly string[];
  /** Where it fails, and what else there is to say. */
  readonly notes: readonly string[];
  /** The first step that is off. */
  readonly step?: Step | undefined;
}

/** The sentence on a cell that is off: `dW[1] (2, 1): 0.31, but 0.35 by central differences`. */
function place(flaw: Flaw, says: (found: string, right: string) => string): string {
  const [found, right] = apart(flaw.found, flaw.right);
  return `${spokenCell(flaw.tensor, flaw.row, flaw.col)}: ${says(found, right)}`;
}

const largest = (error: number): string => `largest error ${inShort(error)}`;

const plural = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${grouped(count)} ${many}`;

const parameters = (count: number): string => plural(count, 'parameter', 'parameters');

/** How large an error may be that rounding explains: a few digits are lost, not all. */
const ROUNDED = 0.05;

/** What to try where float32 may be all that is wrong. */
const isItRounding = ({ model, changed }: Trace, error: number): readonly string[] =>
  model.precision === 'float32' && changed.size === 0 && error < ROUNDED
    ? ['Is it rounding? Choose float64 and see.']
    : [];

/** Central differences, as far as they have been taken, beside the keep rules; without a report they have not begun. */
export function slopesLine(report: SlopeReport | undefined, trace: Trace, rules?: RulesReport): CheckLine {
  const check = 'Central differences';
  if (!report) return { check, verdict: 'open', figures: [parameters(parametersIn(trace))], notes: [] };
  const { done, total, cost, counts, error, flaws } = report;
  if (!Number.isFinite(cost))
    return {
      check,
      verdict: 'nothing to check',
      figures: [],
      notes: [`J is ${inWords(cost)}: it has no slopes.`],
    };
  const { kink, untold, off, agrees } = counts;
  const far = [
    `${grouped(done)} of ${parameters(total)}${done < total ? ' so far' : ''}`,
    ...(agrees + off > 0 ? [largest(error)] : []),
  ];
  const leftOut = [
    ...(kink > 0 ? [`${plural(kink, 'stands', 'stand')} at a kink, where J has no slope.`] : []),
    ...(untold > 0
      ? [`Of ${grouped(untold)} nothing can be told: J is too coarse there, in float64 too.`]
      : []),
  ];
  const [first] = inOrder(flaws, trace);
  if (!first) {
    const verdict = done < total ? 'open' : agrees > 0 ? 'passes' : 'nothing to check';
    return { check, verdict, figures: far, notes: leftOut };
  }
  return {
    check,
    verdict: 'fails',
    figures: far,
    notes: [
      `${plural(off, 'is', 'are')} off.`,
      place(first, (found, right) => `${found}, but ${right} by central differences.`),
      ...isItRounding(trace, error),
      ...leftOut,
    ],
    step: firstOff(first, rules, trace),
  };
}

/**
 * The first step that is off: central differences know parameters alone, and an untouched pass may tell of a gradient
 * before theirs.
 */
function firstOff(flaw: Flaw, rules: RulesReport | undefined, trace: Trace): Step | undefined {
  const own = firstWriter(flaw.tensor, trace);
  const before = rules?.flaw?.run === 'shown' ? firstWriter(rules.flaw.tensor, trace) : undefined;
  return own && before && before.index < own.index ? before : own;
}

/** Flaws in the order of the steps that write them. */
const inOrder = (flaws: readonly Flaw[], trace: Trace): Flaw[] =>
  flaws.toSorted((a, b) => firstWriter(a.tensor, trace)!.index - firstWriter(b.tensor, trace)!.index);

const keepsInWords: Record<KeepRuleName, string> = {
  Z: 'Z is kept',
  A: 'A is kept',
  ZA: 'Z and A are kept',
  mask: 'the mask is kept',
  slope: 'the slope is kept',
  none: 'nothing is kept',
};

/** The six keep rules and the pass that is shown. */
export function rulesLine(report: RulesReport | undefined, trace: Trace): CheckLine {
  const check = 'Six keep rules, one gradient';
  if (!report) return { check, verdict: 'open', figures: ['not compared yet'], notes: [] };
  const { error, flaw } = report;
  const figures = [largest(error)];
  if (!flaw) return { check, verdict: 'passes', figures, notes: [] };
  const isShown = flaw.run === 'shown';
  const says = isShown
    ? (found: string, right: string) =>
        `${found} in this pass, but ${right} in an untouched one that keeps Z.`
    : (found: string, right: string) =>
        `${found} where ${keepsInWords[flaw.run as KeepRuleName]}, but ${right} where Z is.`;
  return {
    check: isShown ? 'Six keep rules, another gradient' : 'Six keep rules, not one gradient',
    verdict: 'fails',
    figures,
    notes: [place(flaw, says), ...isItRounding(trace, error)],
    step: firstWriter(flaw.tensor, trace),
  };
}

/** What the opened file expects. */
export function expectedLine({ tensors, error, flaw, misfit }: ExpectedReport, trace: Trace): CheckLine {
  const fails = flaw !== undefined || misfit !== undefined;
  return {
    check: 'Expected by the file',
    verdict: fails ? 'fails' : 'passes',
    figures: [plural(tensors, 'tensor', 'tensors'), largest(error)],
    notes: [
      ...(misfit ? [misfitInWords(misfit, trace)] : []),
      ...(flaw ? [place(flaw, (found, right) => `${found}, but the file expects ${right}.`)] : []),
    ],
    step: flaw && firstWriter(flaw.tensor, trace),
  };
}

function misfitInWords(name: string, { model }: Trace): string {
  const { layer } = parseName(name);
  if (layer > model.layers.length) return `${spoken(name)} is expected, but there is no layer ${layer}.`;
  const { rows, cols } = shapeOf(name, sizesOf(model));
  return `${spoken(name)} is ${rows} by ${cols} here, but of another shape in the file.`;
}
