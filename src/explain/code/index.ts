import { type BufferName, parseName } from '../../core/model/names';
import { type EveryPart, rowForPart } from '../../core/operations';
import { resultOf } from '../../core/pass/nodes';
import type { Step, Trace } from '../../core/pass/trace';
import { inFramework } from './frameworks/rows';
import { type Language, type Line, linesOf, namesOf } from './listing';
import { numpyRows } from './numpy/rows';
import { passOf, variableOf } from './pass';
import type { Row } from './row';

export { type Language, type Line, languages, type Token } from './listing';

/** The code of a step in a language, as the record says that it ran: what it kept, what it read, what it missed. */
export function codeOf(step: Step, trace: Trace, language: Language): Line[] {
  const pass = passOf(step.layer, trace);
  const row = rowForPart(rows[language], step) ?? byName;
  const drafts = row(step, trace, pass);
  const last = drafts.at(-1)?.text === '' ? -1 : undefined;
  return linesOf(drafts.slice(0, last), variableOf(step, trace, pass), namesOf(step.layer, pass.input));
}

/** The code of an operation that has no row here: a function by its name. */
const byName: Row = (step, trace, pass) => {
  const variable = (name: BufferName): string => parseName(name).kind;
  const back = step.phase === 'backward' ? '_backward' : '';
  const args = step.reads.map(({ name }) => variable(name)).join(', ');
  return [
    { text: `# What ${step.node.op} does is not written out here` },
    {
      text: `${variable(resultOf(step))} = ${step.op}${back}(${args})`,
      sets: variableOf(step, trace, pass),
    },
  ];
};

const rows: Record<Language, EveryPart<Row>> = {
  numpy: numpyRows,
  torch: inFramework('torch'),
  jax: inFramework('jax'),
};
