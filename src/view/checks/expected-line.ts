import type { Expected, ExpectedReport, Misfit, WrongTensor } from '../../core/checks/expected/expected';
import { firstWriter } from '../../core/checks/wrong-cell';
import { cell } from '../../core/math/matrix';
import { sizesOf } from '../../core/model/model';
import { gradientOf, parseName, spoken } from '../../core/model/names';
import { operationOf } from '../../core/pass/nodes';
import type { Trace } from '../../core/pass/trace';
import { inWords } from '../../explain/numbers';
import { shapeRemark } from '../../formats/model/shape-remark';
import { bornNotes, type CheckLine, largest, place, plural } from './check-line';

/** How many tensors that are off are told of one by one. */
const MOST = 8;

const ours = { id: 'expected', check: 'Expected by the file' } as const;

const tensorsIn = (count: number): string => plural(count, 'tensor', 'tensors');

/** What the opened file expects, while the pass is still compared with it. */
export const notYetCompared = ({ size }: Expected): CheckLine => ({
  ...ours,
  verdict: 'open',
  figures: [`${tensorsIn(size)}, being compared`],
  notes: [],
});

/** What the opened file expects of its network as it was, while that is another. */
export const ofAnotherNetwork = (size: number): CheckLine => ({
  ...ours,
  verdict: 'nothing to check',
  figures: [tensorsIn(size)],
  notes: [
    'They are of the network as it was: its layers or its parameters are others now. Undo compares them.',
  ],
});

/** What the opened file expects. */
export function expectedLine(
  { tensors, error, wrongCells, misfits = [] }: ExpectedReport,
  trace: Trace,
): CheckLine {
  const fails = wrongCells.length > 0 || misfits.length > 0;
  // Equal NaN is nothing that could be right.
  const verdict = fails ? 'fails' : Number.isNaN(error) ? 'nothing to check' : 'passes';
  const [first] = wrongCells;
  const more = wrongCells.length - MOST;
  return {
    ...ours,
    verdict,
    figures: [tensorsIn(tensors), largest(error)],
    notes: [
      ...misfits.slice(0, MOST).map((misfit) => misfitInWords(misfit, trace)),
      ...(wrongCells.length > 1
        ? [`${wrongCells.length} tensors are off${allTimes(wrongCells, trace)}.`]
        : []),
      ...wrongCells.slice(0, MOST).map((wrongCell) => wrongInWords(wrongCell, trace)),
      ...kinkNotes(wrongCells, trace),
      ...(more > 0 ? [`And ${plural(more, 'more tensor', 'more tensors')}.`] : []),
      ...(Number.isNaN(error) ? bornNotes(trace) : []),
    ],
    step: first && firstWriter(first.tensor, trace),
  };
}

const wrongInWords = (wrongCell: WrongTensor, trace: Trace): string =>
  place(wrongCell, (found, right) => {
    const factor =
      wrongCell.factor === undefined
        ? ''
        : `: all of ${spoken(wrongCell.tensor)} ${timesInWords(wrongCell.factor, trace)}`;
    return `${found}, but the file expects ${right}${factor}.`;
  });

/** That all tensors are off by one factor, where they are. */
function allTimes(wrongCells: readonly WrongTensor[], trace: Trace): string {
  const [{ factor }] = wrongCells as [WrongTensor];
  const isOne =
    factor !== undefined && wrongCells.every((wrongCell) => Math.abs(wrongCell.factor! / factor - 1) < 1e-6);
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

/** Where the first gradient of what goes into an activation that is off stands at a kink: there g′ is what somebody chose. */
function kinkNotes(wrong: readonly WrongTensor[], { model, nodes, buffers }: Trace): readonly string[] {
  const applied = new Map(
    nodes.filter((node) => operationOf(node).g).map((node) => [gradientOf(node.input), node]),
  );
  const first = wrong.find(({ tensor }) => applied.has(tensor));
  if (!first) return [];
  const node = applied.get(first.tensor)!;
  const { input, layer } = node;
  const of = model.layers[layer - 1]!;
  const z = cell(buffers.get(input)!, first.row, first.col);
  if (!operationOf(node).g!(of).kinks.includes(z)) return [];
  return [
    `${parseName(input).kind} is ${inWords(z)} there, a kink of ${of.activation}: it has two slopes, and programs, even versions of one, choose differently.`,
  ];
}

function misfitInWords({ tensor, ...shape }: Misfit, { model }: Trace): string {
  const { layer } = parseName(tensor);
  if (layer > model.layers.length) return `${spoken(tensor)} is expected, but there is no layer ${layer}.`;
  return (
    shapeRemark(tensor, shape, sizesOf(model)) ?? `${spoken(tensor)} is expected, but this pass has none.`
  );
}
