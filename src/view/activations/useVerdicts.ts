import { useEffect, useState } from 'react';
import { type Activation, type ActivationName, activationNames, activations } from '../../core/activations';
import { type Verdict, type VerdictAt, verdictAt, verdictOf } from '../../core/verdict/verdict';

export interface Found {
  readonly verdict: Verdict;
  readonly found: readonly VerdictAt[];
}

/** What has been found so far; a verdict never changes, so it is kept as long as the page. */
const known = new Map<ActivationName, Found>();

/** The verdict for an activation. Some take tens of milliseconds. */
export function verdictFor(name: ActivationName): Found {
  const found = known.get(name) ?? verdictOf(activations[name]);
  known.set(name, found);
  return found;
}

/** The verdict for a function that somebody wrote, at no alpha. */
export function verdictOn(activation: Activation): Found {
  const at = verdictAt(activation, 0);
  const verdict = at.isUndefined ? 'nothing to judge' : at.isEnough ? 'A is enough' : 'Z is needed';
  return { verdict, found: [at] };
}

/** The verdicts for all activations, found one by one so that the page goes on meanwhile. */
export function useVerdicts(): ReadonlyMap<ActivationName, Found> {
  const [, setCount] = useState(known.size);
  useEffect(() => {
    const next = () => {
      const name = activationNames.find((candidate) => !known.has(candidate));
      if (!name) return;
      verdictFor(name);
      setCount(known.size);
      timer = setTimeout(next);
    };
    let timer = setTimeout(next);
    return () => clearTimeout(timer);
  }, []);
  return known;
}
