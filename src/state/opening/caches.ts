import { activationOf } from '../../core/activations';
import { largestDistance } from '../../core/checks/distance';
import type { Expected } from '../../core/checks/expected/expected';
import type { Matrix } from '../../core/math/matrix';
import { multiply } from '../../core/math/multiply';
import { type BufferName, isGradient, named, parseName, spoken } from '../../core/model/names';
import { record } from '../../core/pass/record';
import type { Trace } from '../../core/pass/trace';
import { listed } from '../../formats/meant/raw';
import { rowsOf } from '../../formats/model/rows-schema';
import { agreeing, matricesOf } from './agreement';
import type { Expectation } from './expectations';

/** Tensors that a file has and that no way forward of its model computes. */
export interface Unrelated {
  readonly names: readonly BufferName[];
  /**
   * Whether they are all that the file has of the way forward, several, and come from nothing in the file, not from each
   * other either: then nobody computed them. One that goes wrong where others are right is somebody's mistake.
   */
  readonly isSure: boolean;
}

/** `Z[1], A[1], and Z[2]` */
export const spokenList = (names: readonly BufferName[]): string => listed(names.map(spoken));

/** Those tensors that differ from what a pass computes: put into its caches, they change something. */
export function foreignTo(trace: Trace, tensors: Expectation['tensors']): Expectation['tensors'] {
  const own = new Set(agreeing(trace, matricesOf(tensors)));
  return Object.fromEntries(Object.entries(tensors).filter(([name]) => !own.has(name)));
}

/**
 * The Z and A that a file expects, but its pass does not compute, where more of the gradients that the file expects
 * follow from them than from what is computed: a test's caches. Undefined where that is not so.
 */
export function unrelatedIn(trace: Trace, tensors: Expectation['tensors']): Unrelated | undefined {
  const expected = matricesOf(tensors);
  const gradients = new Map([...expected].filter(([name]) => isGradient(name)));
  const forward = Object.fromEntries(Object.entries(tensors).filter(([name]) => /^[ZA][1-9]/.test(name)));
  const names = Object.keys(foreignTo(trace, forward));
  if (names.length === 0 || gradients.size === 0) return undefined;
  const before = agreeing(trace, gradients).length;
  if (before === gradients.size) return undefined;
  const put = names.map((tensor) => ({ tensor, given: rowsOf(tensors[tensor]!) }));
  const after = agreeing(record(trace.model, undefined, put), gradients).length;
  if (after <= before) return undefined;
  const follows = names.some((name) => followsInFile(name, expected, trace));
  const areAll = names.length > 1 && names.length === Object.keys(forward).length;
  return { names, isSure: areAll && after === gradients.size && !follows };
}

/** How far a number may be off that was computed from printed ones. */
const PRINTED = 1e-3;

/** Whether a tensor of a file follows from another one of that file: Z[l] from A[l-1], A[l] from Z[l]. */
function followsInFile(name: BufferName, expected: Expected, { model }: Trace): boolean {
  const { kind, layer: l } = parseName(name);
  const before =
    kind === 'A' ? expected.get(named('Z', l)) : l === 1 ? model.X : expected.get(named('A', l - 1));
  const given = expected.get(name)!;
  const layer = model.layers[l - 1]!;
  if (!before || (kind === 'Z' && before.rows !== model.parameters.get(named('W', l))!.cols)) return false;
  const computed: Matrix =
    kind === 'A'
      ? activationOf(layer).forward(before, layer.alpha)
      : multiply(model.parameters.get(named('W', l))!, before, 'float64', {
          plus: model.parameters.get(named('b', l))!,
        });
  return (
    computed.rows === given.rows &&
    computed.cols === given.cols &&
    largestDistance(computed, given) <= PRINTED
  );
}
