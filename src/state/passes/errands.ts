import { type MaskEffect, maskEffects, withRelu } from '../../compare/masks';
import { peaksOverK } from '../../compare/peaks';
import { activationOf, type Named } from '../../core/activations';
import { compareExpected, type ExpectedReport } from '../../core/checks/expected/expected';
import type { Matrix } from '../../core/math/matrix';
import type { BufferName } from '../../core/model/names';
import type { Came, ExportName } from '../../formats/exports';
import type { Choice } from '../choice/choice';
import { defineFormulas } from '../choice/formulas';
import { modelOf } from '../choice/model-of';
import { selectTrace, selectUntouched } from '../selectors';

/** The masks of a layer as they are drawn. */
export type DrawnMask = Omit<MaskEffect, 'dW'>;

/** The masks that four comparisons make for a layer of a choice, were it relu. */
const masksOf = (choice: Choice, layer: number): DrawnMask[] =>
  maskEffects(withRelu(modelOf(choice), layer), layer).map(({ dW, ...drawn }) => drawn);

/** A pass as a file for download; undefined where that kind of file can't express something in the pass. */
async function fileOf(asked: { choice: Choice; kind: ExportName; name: string; came: Came }) {
  const { exportKinds } = await import('../../formats/exports');
  const kind = exportKinds[asked.kind];
  const pieces = kind.write(selectUntouched({ choice: asked.choice }), asked.name, asked.came);
  return pieces && new Blob(pieces, { type: kind.type });
}

/** Work besides the pass that is shown that may take long, and so is done in a thread of its own for a large model. */
export const errands = {
  masks: async (asked: { choice: Choice; layer: number }) => masksOf(asked.choice, asked.layer),
  peaks: async (asked: { choice: Choice }): Promise<readonly number[]> => peaksOverK(modelOf(asked.choice)),
  outputs: async (asked: { named: Named; alpha: number; Z: Matrix }): Promise<Matrix> =>
    activationOf(asked.named).forward(asked.Z, asked.alpha),
  expected: async (asked: {
    choice: Choice;
    expected: readonly (readonly [BufferName, Matrix])[];
  }): Promise<ExpectedReport> =>
    compareExpected(selectTrace({ choice: asked.choice }), new Map(asked.expected)),
  file: fileOf,
  table: async (asked: { matrix: Matrix }): Promise<Blob> =>
    new Blob((await import('../../formats/exports/csv')).csvOf(asked.matrix), { type: 'text/csv' }),
};

export type ErrandName = keyof typeof errands;
export type Asked<E extends ErrandName> = Parameters<(typeof errands)[E]>[0];
export type Brought<E extends ErrandName> = Awaited<ReturnType<(typeof errands)[E]>>;

/** Does an errand; an Error where it can't be done. */
export async function doErrand<E extends ErrandName>(name: E, asked: Asked<E>): Promise<Brought<E>> {
  const layers = 'choice' in asked ? asked.choice.layers : 'named' in asked ? [asked.named] : [];
  const flaw = await defineFormulas({ layers });
  if (flaw) throw new Error(flaw);
  // An errand's name decides what it is asked and what it brings, which the compiler can't follow.
  const errand = errands[name] as (asked: Asked<E>) => Promise<Brought<E>>;
  return errand(asked);
}

/** The memory of all numbers in what an errand brings, each once, so that it changes threads without being copied. */
export function buffersWithin(value: unknown): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  const look = (each: unknown): void => {
    if (ArrayBuffer.isView(each)) found.add(each.buffer as ArrayBuffer);
    else if (typeof each === 'object' && each !== null) Object.values(each).forEach(look);
  };
  look(value);
  return [...found];
}
