import {
  type ActivationName,
  activationOf,
  type Named,
  type OwnExpressions,
  type PythonLibrary,
} from '../../../core/activations';
import { numpyActivations } from './activations';
import { helpers, type InNumpy, times } from './in-numpy';

/** Whether an activation has a row in the record: not one of somebody's own, nor one whose row is still to come. */
export const isInNumpy = ({ activation, own }: Named): boolean =>
  own === undefined && Object.hasOwn(numpyActivations, activation);

/** Somebody's own activation in a Python library; undefined where that library can't express it. */
export const ownIn = (named: Named, library: PythonLibrary): OwnExpressions | undefined =>
  named.own && activationOf(named).inPython?.[library];

/** Somebody's own activation, as a row like those of the record. */
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

/** The row of an activation by its name; its type has all the optional parts. */
export const inNumpy = (name: ActivationName): InNumpy => numpyActivations[name];
