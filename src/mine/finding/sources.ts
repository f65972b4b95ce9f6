import type { BufferName } from '../../core/model/names';
import type { Made, Pass } from '../pass';
import type { TensorOutcome } from '../tensor-outcome';

/** The mistakes that a tensor follows from: the nearest that its inputs have, through what was not brought too. */
export function sourcesOf(
  { inputs, name }: Made,
  outcomes: ReadonlyMap<BufferName, TensorOutcome>,
): BufferName[] {
  const found = new Set<BufferName>();
  const collect = (input: BufferName) => {
    const before = outcomes.get(input);
    const supposed = [...outcomes.values()].find(({ match }) => match?.inside === input);
    if (before?.verdict === 'mistake') found.add(input);
    else if (supposed) found.add(supposed.made.name);
    else for (const from of before?.from ?? []) found.add(from);
  };
  for (const input of inputs) collect(input);
  found.delete(name);
  return [...found];
}

/** All that a tensor is computed from, through whatever stands between. */
export function allBefore({ inputs }: Made, pass: Pass): ReadonlySet<BufferName> {
  const found = new Set(inputs);
  // A set goes on to what is added while it is gone along.
  for (const name of found) for (const input of pass.made.get(name)?.inputs ?? []) found.add(input);
  return found;
}
