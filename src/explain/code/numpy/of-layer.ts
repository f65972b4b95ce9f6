import {
  type ActivationName,
  activationOf,
  type Named,
  type OwnExpressions,
  type PythonLibrary,
} from '../../../core/activations';
import { numpyActivations } from './activations';
import { helpers, type InNumpy, times } from './in-numpy';

/** Whether an activation is written out in NumPy: not one that somebody wrote, nor one whose row is still to come. */
export const isInNumpy = ({ activation, own }: Named): boolean =>
  own === undefined && Object.hasOwn(numpyActivations, activation);

/** What somebody wrote as a library of Python has it; undefined where that can't be said. */
export const ownIn = (named: Named, library: PythonLibrary): OwnExpressions | undefined =>
  named.own && activationOf(named).inPython?.[library];

/** What somebody wrote, as a row like those above. */
function ownInNumpy({ g, slopes }: OwnExpressions): InNumpy {
  const text = [g, ...Object.values(slopes)].join(' ');
  const uses = (Object.keys(helpers) as (keyof typeof helpers)[]).filter((helper) =>
    text.includes(`${helper}(`),
  );
  return {
    g,
    dZ: times({ Z: `(${slopes.Z})`, ...(slopes.A !== undefined && { A: `(${slopes.A})` }) }),
    // A slope that is the same everywhere is a number.
    slope: `(${slopes.Z}) * np.ones_like(Z)`,
    uses,
  };
}

/** A layer's activation in NumPy; undefined where it is not written out. */
export function rowOf(named: Named): InNumpy | undefined {
  if (isInNumpy(named)) return inNumpy(named.activation as ActivationName);
  const own = ownIn(named, 'numpy');
  return own && ownInNumpy(own);
}

/** The activation of a name in NumPy, with all its optional parts in its type. */
export const inNumpy = (name: ActivationName): InNumpy => numpyActivations[name];
