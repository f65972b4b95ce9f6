import { activationOf } from '../../core/activations';
import type { ExpectedFlaw, ExpectedReport, Misfit } from '../../core/checks/expected';
import { firstWriter } from '../../core/checks/flaw';
import { cell } from '../../core/math/matrix';
import { sizesOf } from '../../core/model/model';
import { parseName, spoken } from '../../core/model/names';
import type { Trace } from '../../core/pass/trace';
import { shapeRemark } from '../../formats/shape-remark';
import { inWords } from '../numbers';
import { bornNotes, type CheckLine, largest, place, plural } from './check-line';

/** How many tensors that are off are told of one by one. */
const MOST = 8;

/** What the opened file expects. */
export function expectedLine(
  { tensors, error, flaws, misfits = [] }: ExpectedReport,
  trace: Trace,
): CheckLine {
  const fails = flaws.length > 0 || misfits.length > 0;
  // Equal NaN is nothing that could be right.
  const verdict = fails ? 'fails' : Number.isNaN(error) ? 'nothing to check' : 'passes';
  const [first] = flaws;
  const more = flaws.length - MOST;
  return {
    id: 'expected',
    check: 'Expected by the file',
    verdict,
    figures: [plural(tensors, 'tensor', 'tensors'), largest(error)],
    notes: [
      ...misfits.slice(0, MOST).map((misfit) => misfitInWords(misfit, trace)),
      ...(flaws.length > 1 ? [`${flaws.length} tensors are off${allTimes(flaws, trace)}.`] : []),
      ...flaws.slice(0, MOST).map((flaw) => flawInWords(flaw, trace)),
      ...kinkNotes(flaws, trace),
      ...(more > 0 ? [`And ${plural(more, 'more tensor', 'more tensors')}.`] : []),
      ...(Number.isNaN(error) ? bornNotes(trace) : []),
    ],
    step: first && firstWriter(first.tensor, trace),
  };
}

const flawInWords = (flaw: ExpectedFlaw, trace: Trace): string =>
  place(flaw, (found, right) => {
    const factor =
      flaw.factor === undefined ? '' : `: all of ${spoken(flaw.tensor)} ${timesInWords(flaw.factor, trace)}`;
    return `${found}, but the file expects ${right}${factor}.`;
  });

/** That all tensors are off by one factor, where they are. */
function allTimes(flaws: readonly ExpectedFlaw[], trace: Trace): string {
  const [{ factor }] = flaws as [ExpectedFlaw];
  const isOne = factor !== undefined && flaws.every((flaw) => Math.abs(flaw.factor! / factor - 1) < 1e-6);
  return isOne ? `, each of them ${timesInWords(factor, trace)}` : '';
}

/** What a tensor is taken times in the file: `times 1/3, which is 1/m`. */
function timesInWords(factor: number, { model }: Trace): string {
  if (factor === -1) return 'with the other sign';
  const [size, m] = [Math.abs(factor), model.X.cols];
  const under = Math.round(1 / size);
  const isPart = size < 1 && Math.abs(under * size - 1) < 1e-12;
  const why = m === 1 ? '' : size === m ? ', which is m' : isPart && under === m ? ', which is 1/m' : '';
  return `times ${factor < 0 ? '−' : ''}${isPart ? `1/${under}` : inWords(size)}${why}`;
}

/** Where the first dZ that is off stands at a kink of g: there g′ is what somebody chose. */
function kinkNotes(flaws: readonly ExpectedFlaw[], { model, buffers }: Trace): readonly string[] {
  const flaw = flaws.find(({ tensor }) => parseName(tensor).kind === 'dZ');
  if (!flaw) return [];
  const { layer } = parseName(flaw.tensor);
  const of = model.layers[layer - 1]!;
  const z = cell(buffers.get(`Z${layer}`)!, flaw.row, flaw.col);
  if (!activationOf(of).kinks.includes(z)) return [];
  return [
    `Z is ${inWords(z)} there, a kink of ${of.activation}: it has two slopes, and programs, even versions of one, choose differently.`,
  ];
}

function misfitInWords({ tensor, ...shape }: Misfit, { model }: Trace): string {
  const { layer } = parseName(tensor);
  if (layer > model.layers.length) return `${spoken(tensor)} is expected, but there is no layer ${layer}.`;
  return (
    shapeRemark(tensor, shape, sizesOf(model)) ?? `${spoken(tensor)} is expected, but this pass has none.`
  );
}
