import { useEffect, useState } from 'react';
import { type Activation, type ActivationName, activationNames, activations } from '../../core/activations';
import {
  alphasTried,
  type Verdict,
  type VerdictAt,
  verdictAt,
  verdictFrom,
} from '../../core/verdict/verdict';

export interface Found {
  readonly verdict: Verdict;
  readonly found: readonly VerdictAt[];
}

/** What has been found so far; a verdict never changes, so it is kept as long as the page. */
const known = new Map<ActivationName, Found>();

/** What was found so far for activations whose verdict is still open, alpha by alpha. */
const open = new Map<ActivationName, readonly VerdictAt[]>();

/** Looks at one more alpha of an activation, which takes up to some tens of milliseconds; the last one settles it. */
function lookOn(name: ActivationName): Found | undefined {
  const activation = activations[name];
  const alphas = alphasTried(activation);
  const before = open.get(name) ?? [];
  const found = [...before, verdictAt(activation, alphas[before.length]!)];
  open.set(name, found);
  if (found.length < alphas.length) return undefined;
  const settled = verdictFrom(activation, found);
  open.delete(name);
  known.set(name, settled);
  return settled;
}

/** The verdict for an activation. */
export function verdictFor(name: ActivationName): Found {
  let found = known.get(name);
  while (!found) found = lookOn(name);
  return found;
}

/** The verdict for a function that somebody wrote, at no alpha. */
export function verdictOn(activation: Activation): Found {
  const at = verdictAt(activation, 0);
  const verdict = at.isUndefined ? 'nothing to judge' : at.isEnough ? 'A is enough' : 'Z is needed';
  return { verdict, found: [at] };
}

/** How long is looked on at a stretch, in ms: whoever presses a key meanwhile does not notice. */
const SHARE = 8;

const undecided = (): ActivationName | undefined => activationNames.find((name) => !known.has(name));

/** The verdicts for all activations, found alpha by alpha so that the page goes on meanwhile. */
export function useVerdicts(): ReadonlyMap<ActivationName, Found> {
  const [, setCount] = useState(known.size);
  useEffect(() => {
    const next = () => {
      const start = performance.now();
      for (let name = undecided(); name && performance.now() - start < SHARE; name = undecided())
        lookOn(name);
      setCount(known.size);
      if (undecided()) timer = setTimeout(next);
    };
    let timer = setTimeout(next);
    return () => clearTimeout(timer);
  }, []);
  return known;
}
