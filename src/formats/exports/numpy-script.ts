import type { Matrix } from '../../core/math/matrix';
import { isFused } from '../../core/model/model';
import { named } from '../../core/model/names';
import type { Step, Trace } from '../../core/pass/trace';
import { functionsOf, needsMath } from '../../explain/code/numpy/functions';
import { rowOf } from '../../explain/code/numpy/of-layer';
import { usesOf } from '../../explain/code/numpy/uses';
import { drawing, isDrawn } from './numpy-dropout';
import { linesOf } from './numpy-steps';
import { pythonArrays, pythonDictionary, pythonText } from './python';
import { roundingIn } from './rounding';
import { within } from './within';

/** A part of the script: a heading, what it is about in words, and code. */
export interface Section {
  readonly title: string;
  readonly words: string;
  /** In pieces, since that of a large model is longer than a string can be. */
  readonly code: readonly string[];
}

const computed = ({ buffers, model }: Trace): [string, Matrix][] =>
  Array.from(buffers).filter(([name]) => name !== 'A0' && name !== 'Y' && !model.parameters.has(name));

/** The masks of dropout that a script does not draw itself, by the names that it has them under. */
const givenMasks = ({ model, buffers }: Trace): (readonly [string, Matrix])[] =>
  model.layers.flatMap((layer, i) => {
    const D = buffers.get(named('D', i + 1));
    return D && !isDrawn(layer) ? [[`given_${named('D', i + 1)}`, D] as const] : [];
  });

const headlineOf = ({ op, phase, layer }: Step): string =>
  `${phase}, layer ${layer}, ${op.replace('_', ' ')}`;

/** Infinity and NaN are the same or they are not; and float32 stays float32. */
const checking = `

def check(name, value):
    page, off = expected[name], np.array(within[name])
    value = np.reshape(value, page.shape) if name == "cost" else value
    assert value.dtype == (page.dtype if value.dtype != bool else bool), f"{name} is {value.dtype}, not {page.dtype}"
    assert value.shape == page.shape, f"{name} has the shape {value.shape}, not {page.shape}"
    same = (value == page) | (np.isnan(value) & np.isnan(page)) | (np.abs(value - page) <= off) | (off == np.inf)
    for i, j in np.argwhere(~same)[:1]:
        raise AssertionError(f"{name}[{i}, {j}] is {value[i, j]}, and {page[i, j]} on the page")`;

/** The parts of a NumPy script that runs a pass as it was recorded; undefined where a layer's formula can't be written so. */
export function numpySections(trace: Trace, name: string): Section[] | undefined {
  const { model, steps } = trace;
  if (!model.layers.every(rowOf)) return undefined;
  const used = usesOf(trace);
  const given = givenMasks(trace);
  const stepsOf = (isOurs: (step: Step) => boolean): string[] => [
    steps
      .filter(isOurs)
      .map((step) => ({ step, lines: linesOf(step, trace, used) }))
      .filter(({ lines }) => lines.length > 0)
      .map(({ step, lines }) => [`# step ${step.index}: ${headlineOf(step)}`, ...lines].join('\n'))
      .join('\n\n'),
  ];
  return [
    {
      title: 'The data and the parameters',
      words: 'Examples are columns. Every number reads back exactly as the page has it.',
      code: [
        `# ${pythonText(name)}\n\n`,
        `${needsMath(used) ? 'import math\n\n' : ''}import numpy as np\n\n`,
        '# Infinity and NaN come without a word, as on the page\n',
        'np.seterr(over="ignore", divide="ignore", invalid="ignore")\n\n\n',
        `def array(rows):\n    return np.array(rows, dtype=np.${model.precision})\n\n\n`,
        ...pythonArrays([['X', model.X], ['Y', model.Y], ...model.parameters, ...given]),
        ...given.map(([name]) => `${name} = ${name} != 0\n`),
        'A0 = X',
      ],
    },
    {
      title: 'The functions',
      words: 'As the course writes them, and only those that this network uses.',
      code: [
        functionsOf(used, model.loss, isFused(model)),
        ...(model.layers.some(isDrawn) ? [`\n\n\n${drawing}`] : []),
      ],
    },
    {
      title: 'What the page computed',
      words:
        "Each cell is held against the page's. Two programs round in different places, another order of a sum, another exp: `within` says how far that can take a cell, worked out from the numbers that it sums; `inf` stands where nothing can be told, as beside a kink.",
      code: [
        'expected = ',
        ...pythonDictionary(computed(trace)),
        '\n\n# How far rounding can take each cell\n\nwithin = ',
        ...within(computed(trace), roundingIn(trace)),
        checking,
      ],
    },
    {
      title: 'Forward',
      words:
        'A layer leaves behind `cache = (linear_cache, activation_cache)`: what its keep rule asks for, and beside it `batch_norm_cache` and `dropout_cache` where it has them. The rest is deleted, so that Python itself would object to its use.',
      code: stepsOf(({ phase }) => phase === 'forward'),
    },
    {
      title: 'The cost',
      words: 'The cost is a mean over the examples; dA is per example, as in the course.',
      code: stepsOf(({ phase }) => phase === 'loss'),
    },
    {
      title: 'Backward',
      words: 'Each layer takes its cache apart. What it finds missing there has to be computed again.',
      code: stepsOf(({ phase }) => phase === 'backward' || phase === 'recompute'),
    },
    {
      title: 'Done',
      words: 'If nothing complained, every number agrees.',
      code: [`print("${steps.length} steps agree with the page")`],
    },
  ];
}

/** A NumPy script out of its parts, in pieces. */
export const scriptOf = (sections: readonly Section[]): string[] =>
  sections
    .flatMap(({ title, code }, i) => [`${i === 0 ? '' : '\n\n\n'}# ${title}\n\n`, ...code])
    .concat('\n');
